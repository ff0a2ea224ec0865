import Box from '@mui/material/Box';
import { useRef, type ReactNode } from 'react';
import { useStore, useTranslate } from 'react-admin';

const LEAST = 25;
const MOST = 70;

/** Two panes with a divider that mouse and arrow keys move; the share is remembered in percent. */
export const Split = ({ left, right }: { left: ReactNode; right: ReactNode }) => {
  const translate = useTranslate();
  const [share, setShare] = useStore('workspace.split', 42);
  const frame = useRef<HTMLDivElement>(null);
  const set = (percent: number) => {
    setShare(Math.min(MOST, Math.max(LEAST, Math.round(percent))));
  };
  return (
    <Box ref={frame} sx={{ display: 'flex', alignItems: 'flex-start' }}>
      <Box sx={{ width: `${String(share)}%`, minWidth: 360, flex: 'none' }}>{left}</Box>
      <Box
        role="separator"
        tabIndex={0}
        aria-orientation="vertical"
        aria-valuenow={share}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        aria-label={translate('claim.view.divider')}
        onKeyDown={(event) => {
          if (event.code === 'ArrowLeft') set(share - 2);
          if (event.code === 'ArrowRight') set(share + 2);
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          const box = frame.current?.getBoundingClientRect();
          if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
          set(((event.clientX - box.left) / box.width) * 100);
        }}
        sx={{ width: 16, flex: 'none', alignSelf: 'stretch', cursor: 'col-resize', touchAction: 'none' }}
      />
      <Box sx={{ flex: 1, minWidth: 360 }}>{right}</Box>
    </Box>
  );
};
