import GavelOutlined from '@mui/icons-material/GavelOutlined';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'react-admin';
import { isClauseKey, POLICY_CLAUSES } from '../../../../server/domain/policy-clauses';
import type { Language } from '../../../../server/domain/claim';
import { formatDay } from '../../shared/format';
import { useLanguage } from '../../shared/useLanguage';
import { useWorkspace } from './WorkspaceContext';

/** What the rules find, each reason with its clause. A tint, not an order: a person has the last word. */
export const VerdictCard = () => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  const language = useLanguage();
  const { verdict } = claim;
  if (!verdict) return null;
  return (
    <Card
      component="section"
      aria-label={translate(`claim.verdict.${verdict.result}`)}
      sx={({ palette }) => {
        const tone = {
          accept: palette.deadline.met,
          manual: palette.deadline.soon,
          reject: palette.deadline.overdue,
        }[verdict.result];
        return { p: 2.25, bgcolor: tone.bg, borderColor: tone.border, '& h2, & svg': { color: tone.fg } };
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <GavelOutlined sx={{ fontSize: 20 }} aria-hidden />
        <Typography variant="h4" component="h2">
          {translate(`claim.verdict.${verdict.result}`)}
        </Typography>
      </Box>
      <Box component="ul" sx={{ m: 0, mt: 1, p: 0, listStyle: 'none' }}>
        {verdict.reasons.map((reason) => (
          <Box component="li" key={`${reason.code}${reason.clause}`} sx={{ mb: 0.75 }}>
            <Typography variant="body2">
              {translate(`claim.rule.${reason.code}`, {
                ...spoken(reason.params ?? {}, language),
                _: reason.code,
              })}
            </Typography>
            <Clause clause={reason.clause} language={language} />
          </Box>
        ))}
      </Box>
      <Typography variant="caption" color="text.secondary">
        {translate('claim.verdict.human')}
      </Typography>
    </Card>
  );
};

/** Where the rule stands, and its own words. */
const Clause = ({ clause, language }: { clause: string; language: Language }) => {
  if (!isClauseKey(clause)) return null;
  const { name, text } = POLICY_CLAUSES[clause];
  return (
    <Typography variant="caption" color="text.secondary" component="p">
      {name[language]}: <q>{text[language].replace(/\.$/, '')}</q>
    </Typography>
  );
};

/** Facts of a reason, dates in the reader's words. */
function spoken(params: Record<string, string | number>, language: string): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
        ? formatDay(value, language, 'short')
        : value,
    ]),
  );
}
