import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { Facts } from '../records/Facts';
import { formatDay } from '../shared/format';
import { Panel } from '../shared/Panel';
import type { AuthorityKind, AuthorityVersion } from '../shared/types';
import { useLanguage } from '../shared/useLanguage';

interface Props {
  kind: AuthorityKind;
  /** Absent for those who may only read. */
  onChange?: () => void;
}

/** One kind of authority: its term of today, the law that sets it, and what it was or will be. */
export const AuthorityKindPanel = ({ kind, onChange }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const name = kind.names[language];
  const termOf = ({ unit, days }: AuthorityVersion) =>
    translate(`authority.term.${unit}`, { smart_count: days });
  return (
    <Panel
      title={name}
      aside={
        <>
          {kind.active ? null : <Chip size="small" label={translate('authority.inactive')} />}
          {onChange ? (
            <Button size="small" aria-label={`${translate('authority.change')}: ${name}`} onClick={onChange}>
              {translate('authority.change')}
            </Button>
          ) : null}
        </>
      }
    >
      <Facts
        facts={[
          ['authority.days', termOf(kind)],
          ['authority.start', translate(`authority.starts.${kind.start}`)],
          ['authority.article', kind.article],
          ['authority.validFrom', formatDay(kind.validFrom, language)],
          ['authority.code', kind.code],
        ]}
      />
      <Typography variant="caption" component="h3" color="text.secondary" sx={{ mt: 1.5 }}>
        {translate('authority.history')}
      </Typography>
      <Typography variant="body2" component="ul" sx={{ m: 0, pl: 2.5 }}>
        {kind.history.map((version) => (
          <li key={version.validFrom}>
            {translate('authority.from', { date: formatDay(version.validFrom, language) })}: {termOf(version)}
            {version.active ? '' : `, ${translate('authority.inactive')}`}. {version.reason}
          </li>
        ))}
      </Typography>
    </Panel>
  );
};
