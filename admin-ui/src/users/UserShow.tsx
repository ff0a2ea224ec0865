import EditOutlined from '@mui/icons-material/EditOutlined';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { LinkBase, useCanAccess, useTranslate } from 'react-admin';
import { PERMISSIONS, may, type Permission } from '../../../server/domain/permissions';
import { ConfirmDialog } from '../claims/workspace/dialogs/ConfirmDialog';
import { Facts } from '../records/Facts';
import { Column, Columns, RecordPage } from '../records/RecordPage';
import { LocalDate } from '../shared/LocalDateField';
import { Panel } from '../shared/Panel';
import { useSend } from '../shared/useSend';
import { SessionRows } from './SessionRows';
import type { StaffUser } from './types';
import { UserStateWord } from './UserStateWord';

/** One member of staff: who they are, what they may do, where they are signed in. */
export const UserShow = () => {
  const translate = useTranslate();
  return (
    <RecordPage<StaffUser>
      name="users"
      title={({ name }) => name}
      subtitle={(user) => <UserStateWord {...user} />}
      actions={(user) => <Acts user={user} />}
    >
      {(user) => (
        <Columns>
          <Column>
            <Panel title={translate('staff.facts')}>
              <Facts
                facts={[
                  ['records.field.name', user.name],
                  ['records.field.email', user.email],
                  ['records.field.role', translate(`app.role.${user.role}`)],
                  ['records.field.language', translate(`claim.language.${user.language}`)],
                  ['staff.since', <LocalDate key="since" value={user.createdAt} showTime />],
                ]}
              />
            </Panel>
            {user.sessions ? <Sessions user={user} sessions={user.sessions} /> : null}
          </Column>
          <Column>
            <Rights user={user} />
          </Column>
        </Columns>
      )}
    </RecordPage>
  );
};

const Acts = ({ user }: { user: StaffUser }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'users', action: 'edit' });
  const { send, busy } = useSend(user.invited ? 'staff.invitedAgain' : 'staff.resetSent');
  if (!canAccess) return null;
  return (
    <>
      {user.active ? (
        <Button variant="outlined" loading={busy} onClick={() => void send(`/api/users/${user.id}/invite`)}>
          {translate(user.invited ? 'records.users.again' : 'staff.sendReset')}
        </Button>
      ) : null}
      <Button component={LinkBase} to={`/users/${user.id}`} variant="outlined" startIcon={<EditOutlined />}>
        {translate('staff.edit')}
      </Button>
    </>
  );
};

const Sessions = ({ user, sessions }: { user: StaffUser; sessions: NonNullable<StaffUser['sessions']> }) => {
  const translate = useTranslate();
  const { send, busy } = useSend('staff.sessionsEnded');
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
  };
  return (
    <Panel
      title={translate('staff.sessions')}
      aside={
        sessions.length > 0 ? (
          <Button
            size="small"
            color="error"
            onClick={() => {
              setAsking(true);
            }}
          >
            {translate('staff.endAll')}
          </Button>
        ) : undefined
      }
    >
      <SessionRows sessions={sessions} empty="staff.noSessions" />
      <ConfirmDialog
        open={asking}
        danger
        title={translate('staff.endAllTitle', { name: user.name })}
        text={translate('staff.endAllText')}
        confirm={translate('staff.endAll')}
        busy={busy}
        onClose={close}
        onConfirm={async () => {
          if (await send(`/api/users/${user.id}/end-sessions`)) close();
        }}
      />
    </Panel>
  );
};

/** What the role allows, in the words of the screens; the server obeys the same table. */
const Rights = ({ user }: { user: StaffUser }) => {
  const translate = useTranslate();
  const rights = (Object.keys(PERMISSIONS) as Permission[]).filter((right) => may(user.role, right));
  const words = rights.flatMap((right) => {
    const word = translate(`staff.right.${right.replace(/[.-]/g, '_')}`, { _: '' });
    return word === '' ? [] : [word];
  });
  return (
    <Panel title={translate('staff.rights')}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
        {translate(`staff.roleText.${user.role}`)}
      </Typography>
      <ul style={{ margin: 0, paddingLeft: 20 }}>
        {words.map((word) => (
          <Typography key={word} component="li" variant="body2" sx={{ py: 0.25 }}>
            {word}
          </Typography>
        ))}
      </ul>
    </Panel>
  );
};
