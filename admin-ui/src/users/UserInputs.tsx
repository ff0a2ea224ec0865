import { SelectInput, TextInput, required, useTranslate } from 'react-admin';
import { LANGUAGES } from '../../../server/domain/claim';
import { ROLES } from '../../../server/domain/permissions';

/** Fields that inviting and editing share. */
export const UserInputs = () => {
  const translate = useTranslate();
  return (
    <>
      <TextInput source="name" label="records.field.name" validate={required()} fullWidth />
      <SelectInput
        source="role"
        label="records.field.role"
        validate={required()}
        choices={ROLES.map((id) => ({ id, name: translate(`app.role.${id}`) }))}
      />
      <SelectInput
        source="language"
        label="records.field.language"
        validate={required()}
        choices={LANGUAGES.map((id) => ({ id, name: translate(`claim.language.${id}`) }))}
      />
    </>
  );
};
