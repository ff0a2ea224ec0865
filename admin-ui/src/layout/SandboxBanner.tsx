import ScienceOutlined from '@mui/icons-material/ScienceOutlined';
import Box from '@mui/material/Box';
import { useTranslate } from 'react-admin';
import { useMeta } from '../shared/useMeta';

/** On a desk, where its words fit one line; the menu sticks right under it. */
export const BANNER_HEIGHT = 36;

/** Whether this installation moves no real money, which every screen has to say. */
export function useIsTrial(): boolean {
  const meta = useMeta();
  return meta !== undefined && (meta.sandbox || meta.testMode);
}

/** Striped violet, above everything, cannot be closed: no real money moves here. */
export const SandboxBanner = () => {
  const meta = useMeta();
  const translate = useTranslate();
  if (!meta?.sandbox && !meta?.testMode) return null;
  const title = translate(meta.sandbox ? 'app.sandbox.gateway' : 'app.sandbox.testTerminal');
  const text = meta.sandbox
    ? translate(meta.demo ? 'app.sandbox.text' : 'app.sandbox.sandboxOnly')
    : translate('app.sandbox.testText');
  return (
    <Box
      component="section"
      aria-label={title}
      data-testid="sandbox-banner"
      sx={({ palette, zIndex }) => ({
        position: 'sticky',
        top: 0,
        zIndex: zIndex.modal + 1,
        minHeight: BANNER_HEIGHT,
        px: { xs: 2, md: 3 },
        py: 0.5,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        fontSize: '0.8125rem',
        color: palette.sandbox.fg,
        background: `repeating-linear-gradient(135deg, ${palette.sandbox.bg} 0 14px, ${palette.sandbox.stripe} 14px 28px)`,
      })}
    >
      <ScienceOutlined sx={{ fontSize: 18 }} aria-hidden />
      <span>
        <strong>{title}</strong> {text}
      </span>
    </Box>
  );
};
