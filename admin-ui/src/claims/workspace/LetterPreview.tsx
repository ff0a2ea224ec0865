import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Language } from '../../../../server/domain/claim';
import { call } from '../../providers/http';
import { useWorkspace } from './WorkspaceContext';

/** Which letter, and what a person adds to it. */
export interface LetterRequest {
  kind: 'deficiency' | 'decision_refund' | 'decision_reject' | 'withdrawal' | 'closing' | 'reply';
  items?: string[];
  note?: string;
  text?: string;
  reasonCode?: string;
  amountMinor?: number;
  refunds?: { paymentId: string; amountMinor: number }[];
}

interface Preview {
  to: string | null;
  sends: Language[];
  withBlank: boolean;
  letters: { language: Language; subject: string; text: string }[];
}

/** The letter as it would leave, in each language; the one that leaves is marked and shown first. */
export const LetterPreview = ({ request }: { request: LetterRequest }) => {
  const { claim } = useWorkspace();
  const translate = useTranslate();
  const [chosen, setChosen] = useState<Language | null>(null);
  const { data, isError } = usePreview(claim.id, claim.version, request);
  if (isError) return <Typography variant="body2">{translate('desk.letter.failed')}</Typography>;
  if (!data) return <Skeleton variant="rounded" height={280} />;
  const language = chosen ?? data.sends[0] ?? 'kk';
  const letter = data.letters.find((one) => one.language === language);
  return (
    <Box component="section" aria-label={translate('desk.letter.title')}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1, mb: 1 }}>
        <Typography variant="subtitle2" component="h3" sx={{ flex: 1 }}>
          {translate('desk.letter.title')}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={language}
          aria-label={translate('app.language')}
          onChange={(_event, next: Language | null) => {
            if (next) setChosen(next);
          }}
        >
          {data.letters.map((one) => (
            <ToggleButton key={one.language} value={one.language} sx={{ textTransform: 'none', py: 0.25 }}>
              {translate(`claim.language.${one.language}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      <Box
        tabIndex={0}
        lang={language}
        sx={{
          border: 1,
          borderColor: data.sends.includes(language) ? 'primary.main' : 'divider',
          borderRadius: '10px',
          maxHeight: 420,
          overflowY: 'auto',
        }}
      >
        <Box sx={{ px: 2, py: 1.25, borderBottom: 1, borderColor: 'divider' }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            {letter?.subject}
          </Typography>
        </Box>
        <Typography
          variant="body2"
          sx={{ px: 2, py: 1.5, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '68ch' }}
        >
          {letter?.text}
        </Typography>
      </Box>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 0.75 }}>
        {[
          data.to ? translate('desk.letter.to', { email: data.to }) : translate('desk.letter.print'),
          `${data.sends.map((one) => translate(`claim.language.${one}`)).join(', ')}: ${translate('desk.letter.goes')}`,
          data.withBlank ? translate('desk.letter.blank') : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Box>
  );
};

const TYPING_MS = 400;

/** Asks for the letter again when typing pauses; the last one stays on screen meanwhile. */
function usePreview(id: string, version: number, request: LetterRequest) {
  const wanted = JSON.stringify(request);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => {
      setAsked(wanted);
    }, TYPING_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [wanted]);
  return useQuery({
    queryKey: ['letter-preview', id, version, asked],
    queryFn: async () =>
      (
        await call<Preview>(`/api/claims/${encodeURIComponent(id)}/letter-preview`, {
          method: 'POST',
          body: asked,
        })
      ).json,
    placeholderData: (before) => before,
    retry: false,
  });
}
