import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  CreateBase,
  SaveButton,
  SimpleForm,
  TextInput,
  Toolbar,
  email,
  required,
  useTranslate,
} from 'react-admin';
import { BackTo } from '../records/RecordPage';
import { PageTitle } from '../shared/PageTitle';
import { FormCard } from './FormCard';
import { UserInputs } from './UserInputs';

/** Sends an invitation; the person sets the password. */
export const UserCreate = () => {
  const translate = useTranslate();
  return (
    <Box sx={{ maxWidth: 560 }}>
      <BackTo name="users" />
      <CreateBase
        redirect="show"
        transform={(data: Record<string, unknown>) => ({ ...data, email: String(data.email).trim() })}
      >
        <PageTitle title={translate('records.users.invite')} subtitle={translate('staff.inviteText')} />
        <FormCard>
          <SimpleForm
            warnWhenUnsavedChanges
            defaultValues={{ role: 'reviewer', language: 'kk' }}
            toolbar={
              <Toolbar>
                <SaveButton label="staff.sendInvite" icon={<></>} alwaysEnable />
              </Toolbar>
            }
          >
            <TextInput
              source="email"
              label="records.field.email"
              type="email"
              validate={[required(), email()]}
              fullWidth
            />
            <UserInputs invited />
            <Typography variant="caption" color="text.secondary">
              {translate('staff.linkLives')}
            </Typography>
          </SimpleForm>
        </FormCard>
      </CreateBase>
    </Box>
  );
};
