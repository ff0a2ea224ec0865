import { CreateButton, useCanAccess, useTranslate } from 'react-admin';
import { ROLES } from '../../../server/domain/permissions';
import { RecordList } from '../shared/RecordList';

/** Staff and what they may do. */
export const UserList = () => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'users', action: 'edit' });
  return (
    <RecordList
      name="users"
      search
      sort={{ field: 'name', order: 'ASC' }}
      choices={[{ field: 'role', values: ROLES, words: 'app.role' }]}
      rowClick={canAccess ? 'edit' : false}
      actions={
        canAccess ? (
          <CreateButton resource="users" label="records.users.invite" variant="contained" />
        ) : undefined
      }
      columns={[
        { source: 'name' },
        { source: 'email' },
        { source: 'role', render: ({ role }) => translate(`app.role.${String(role)}`) },
        { source: 'language', render: ({ language }) => translate(`claim.language.${String(language)}`) },
        {
          source: 'active',
          render: ({ active, invited }) =>
            translate(invited ? 'records.users.pending' : active ? 'records.yes' : 'records.no'),
        },
      ]}
    />
  );
};
