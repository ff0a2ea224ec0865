import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import {
  BooleanInput,
  EditBase,
  LinkBase,
  SaveButton,
  SimpleForm,
  Toolbar,
  useGetIdentity,
  useRecordContext,
  useTranslate,
} from 'react-admin';
import { BackTo } from '../records/RecordPage';
import { PageTitle } from '../shared/PageTitle';
import type { StaffUser } from './types';
import { FormCard } from './FormCard';
import { UserInputs } from './UserInputs';

/** Role, language and whether the person may sign in; nobody is deleted, so that the audit trail keeps its names. */
export const UserEdit = () => (
  <Box sx={{ maxWidth: 560 }}>
    <BackTo name="users" />
    <EditBase mutationMode="pessimistic" redirect="show">
      <EditForm />
    </EditBase>
  </Box>
);

const EditForm = () => {
  const translate = useTranslate();
  const user = useRecordContext<StaffUser>();
  const { identity } = useGetIdentity();
  if (!user) return null;
  const own = user.id === identity?.id;
  return (
    <>
      <PageTitle title={user.name} subtitle={user.email} />
      {own ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('staff.ownRights')}
        </Alert>
      ) : null}
      <FormCard>
        <SimpleForm
          warnWhenUnsavedChanges
          toolbar={
            <Toolbar>
              <SaveButton icon={<></>} label="app.act.save" />
              <Button component={LinkBase} to={`/users/${user.id}/show`} sx={{ ml: 1 }}>
                {translate('app.act.cancel')}
              </Button>
            </Toolbar>
          }
        >
          <UserInputs rightsLocked={own} />
          <BooleanInput
            source="active"
            label="staff.maySignIn"
            helperText="staff.maySignInHelp"
            disabled={own}
          />
        </SimpleForm>
      </FormCard>
    </>
  );
};
