import PersonAddOutlined from '@mui/icons-material/PersonAddAltOutlined';
import Button from '@mui/material/Button';
import { LinkBase, useCanAccess, useTranslate } from 'react-admin';
import { ROLES } from '../../../server/domain/permissions';
import { RecordList } from '../records/RecordList';
import type { StaffUser } from './types';
import { UserStateWord } from './UserStateWord';

/** Staff and what they may do. */
export const UserList = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'users', action: 'edit' });
  return (
    <RecordList
      name="users"
      search
      sort={{ field: 'name', order: 'ASC' }}
      filters={[
        { kind: 'choice', field: 'role', values: ROLES, words: 'app.role' },
        { kind: 'flag', field: 'active', words: 'staff.active' },
      ]}
      rowClick="show"
      actions={
        canAccess ? (
          <Button
            component={LinkBase}
            to="/users/create"
            variant="contained"
            startIcon={<PersonAddOutlined />}
          >
            {translate('records.users.invite')}
          </Button>
        ) : undefined
      }
      columns={[
        { source: 'name', card: 'title' },
        { source: 'email', card: 'line' },
        { source: 'role', render: ({ role }) => translate(`app.role.${String(role)}`), card: 'side' },
        {
          source: 'language',
          render: ({ language }) => translate(`claim.language.${String(language)}`),
        },
        {
          source: 'active',
          label: 'records.field.state',
          render: (user) => <UserStateWord {...(user as StaffUser)} />,
          card: 'line',
        },
      ]}
    />
  );
};
