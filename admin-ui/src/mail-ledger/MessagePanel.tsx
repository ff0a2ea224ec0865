import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useCanAccess, useTranslate } from 'react-admin';
import { call } from '../providers/http';
import { formatSize } from '../shared/format';
import { Panel } from '../shared/Panel';
import { useLanguage } from '../shared/useLanguage';
import type { MessageText } from './types';

/** What the message says. It lies sealed, and each opening is written down, so it is opened by a button. */
export const MessagePanel = ({ id }: { id: string }) => {
  const translate = useTranslate();
  const { canAccess } = useCanAccess({ resource: 'messages', action: 'read' });
  const [opened, setOpened] = useState<MessageText | null>(null);
  const [state, setState] = useState<'closed' | 'busy' | 'failed'>('closed');
  const open = async () => {
    setState('busy');
    try {
      setOpened((await call<MessageText>(`/api/mail-ledger/${encodeURIComponent(id)}/text`)).json);
    } catch {
      setState('failed');
    }
  };
  return (
    <Panel title={translate('mail.text')}>
      {opened ? (
        <Opened message={opened} />
      ) : (
        <>
          <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5, maxWidth: 520 }}>
            {translate(canAccess ? 'mail.sealed' : 'mail.mayNotRead')}
          </Typography>
          {state === 'failed' ? (
            <Alert severity="error" sx={{ mb: 1.5 }}>
              {translate('app.problem.server')}
            </Alert>
          ) : null}
          {canAccess ? (
            <Button
              variant="contained"
              startIcon={<VisibilityOutlined />}
              loading={state === 'busy'}
              loadingPosition="start"
              onClick={() => void open()}
            >
              {translate('mail.open')}
            </Button>
          ) : null}
        </>
      )}
    </Panel>
  );
};

const Opened = ({ message }: { message: MessageText }) => {
  const translate = useTranslate();
  const language = useLanguage();
  if (message.problem !== null) {
    return (
      <Alert severity="warning">
        {translate(`mail.reason.${message.problem.replace(/-/g, '_')}`, { _: message.problem })}
      </Alert>
    );
  }
  const { from, text, attachments = [] } = message;
  return (
    <>
      {from ? (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1 }}>
          {from.name ? `${from.name} <${from.address}>` : from.address}
        </Typography>
      ) : null}
      <Typography
        variant="body1"
        component="div"
        sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '68ch' }}
      >
        {text?.trim() ? text : translate('mail.noText')}
      </Typography>
      <Typography variant="subtitle2" component="h3" sx={{ mt: 2.5, mb: 0.5 }}>
        {translate('mail.attachments', { smart_count: attachments.length })}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {attachments.map(({ name, contentType, sizeBytes }, index) => (
          <Box component="li" key={index} sx={{ display: 'flex', gap: 1, alignItems: 'center', py: 0.5 }}>
            <AttachFileOutlined sx={{ fontSize: 18, color: 'action.active' }} aria-hidden />
            <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              {name ?? translate('mail.noName')}
            </Typography>
            <Typography variant="caption" color="text.secondary" noWrap>
              {contentType} · {formatSize(sizeBytes, language)}
            </Typography>
          </Box>
        ))}
      </Box>
    </>
  );
};
