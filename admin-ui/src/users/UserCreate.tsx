import { CreateBase, SimpleForm, TextInput, email, required, useTranslate } from 'react-admin';
import { PageTitle } from '../shared/PageTitle';
import { UserInputs } from './UserInputs';

/** Sends an invitation; the person sets the password. */
export const UserCreate = () => {
  const translate = useTranslate();
  return (
    <CreateBase redirect="list">
      <PageTitle title={translate('records.users.invite')} />
      <SimpleForm defaultValues={{ role: 'reviewer', language: 'kk' }} sx={{ maxWidth: 520 }}>
        <TextInput source="email" label="records.field.email" validate={[required(), email()]} fullWidth />
        <UserInputs />
      </SimpleForm>
    </CreateBase>
  );
};
