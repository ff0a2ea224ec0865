import { SelectInput, TextInput, required, useTranslate } from 'react-admin';
import { LANGUAGES } from '../../../server/domain/claim';
import { ROLES } from '../../../server/domain/permissions';

/** Fields that inviting and editing share. Nobody changes their own role. */
export const UserInputs = ({ rightsLocked = false }: { rightsLocked?: boolean }) => {
  const translate = useTranslate();
  return (
    <>
      <TextInput source="name" label="records.field.name" validate={required()} fullWidth />
      <SelectInput
        source="role"
        label="records.field.role"
        validate={required()}
        disabled={rightsLocked}
        helperText="staff.roleHelp"
        choices={ROLES.map((id) => ({ id, name: translate(`app.role.${id}`) }))}
      />
      <SelectInput
        source="language"
        label="records.field.language"
        validate={required()}
        helperText="staff.languageHelp"
        choices={LANGUAGES.map((id) => ({ id, name: translate(`claim.language.${id}`) }))}
      />
    </>
  );
};
