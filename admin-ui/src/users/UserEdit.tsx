import Button from '@mui/material/Button';
import {
  BooleanInput,
  EditBase,
  SaveButton,
  SimpleForm,
  Toolbar,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { PageTitle } from '../shared/PageTitle';
import { useSend } from '../shared/useSend';
import { UserInputs } from './UserInputs';

/** Role, language and whether the person may sign in; nobody is deleted, so that the audit trail keeps its names. */
export const UserEdit = () => (
  <EditBase mutationMode="pessimistic" redirect="list">
    <Heading />
    <SimpleForm
      sx={{ maxWidth: 520 }}
      toolbar={
        <Toolbar>
          <SaveButton />
          <InviteAgain />
        </Toolbar>
      }
    >
      <UserInputs />
      <BooleanInput source="active" label="records.field.active" />
    </SimpleForm>
  </EditBase>
);

const Heading = () => {
  const user = useRecordContext<{ id: string; name: string; email: string }>();
  return user ? <PageTitle title={user.name} subtitle={user.email} /> : null;
};

const InviteAgain = () => {
  const user = useRecordContext<{ id: string; invited: boolean }>();
  const translate = useTranslate();
  const { send, busy } = useSend();
  if (!user?.invited) return null;
  return (
    <Button sx={{ ml: 2 }} loading={busy} onClick={() => void send(`/api/users/${user.id}/invite`)}>
      {translate('records.users.again')}
    </Button>
  );
};
