import Card from '@mui/material/Card';
import type { ReactNode } from 'react';

/** Paper under a form of react-admin, with its buttons. Required is the rule here, so nothing bears a star. */
export const FormCard = ({ children }: { children: ReactNode }) => (
  <Card sx={{ '& label > span [aria-hidden="true"]': { display: 'none' } }}>{children}</Card>
);
