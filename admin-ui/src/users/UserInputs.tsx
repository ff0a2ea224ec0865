import { SelectInput, TextInput, required, useTranslate } from 'react-admin';
import { LANGUAGES } from '../../../server/domain/claim';
import { ROLES } from '../../../server/domain/permissions';

interface Props {
  rightsLocked?: boolean;
  /** The person does not exist yet. */
  invited?: boolean;
}

/** Fields that inviting and editing share. Nobody changes their own role. */
export const UserInputs = ({ rightsLocked = false, invited = false }: Props) => {
  const translate = useTranslate();
  return (
    <>
      <TextInput source="name" label="records.field.name" validate={required()} fullWidth />
      <SelectInput
        source="role"
        label="records.field.role"
        validate={required()}
        disabled={rightsLocked}
        // A person who is only invited has no session that a role could end.
        helperText={invited ? false : 'staff.roleHelp'}
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
