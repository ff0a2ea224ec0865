import Avatar from '@mui/material/Avatar';
import { useQuery } from '@tanstack/react-query';
import { call } from '../providers/http';

export interface Colleague {
  id: string;
  name: string;
  role: string;
}

/** Staff by name, for assigning and for telling who did what; empty while not known. */
export function useColleagues(): Colleague[] {
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => (await call<Colleague[]>('/api/colleagues')).json,
    staleTime: 300_000,
    retry: false,
  });
  return data ?? [];
}

/** A colleague as two letters; the whole name is its accessible name and tooltip. */
export const Person = ({ name, size = 28 }: { name: string; size?: number }) => (
  <Avatar
    role="img"
    aria-label={name}
    title={name}
    sx={{
      width: size,
      height: size,
      fontSize: size < 32 ? 12 : 14,
      fontWeight: 600,
      bgcolor: 'primary.soft',
      color: 'primary.softText',
    }}
  >
    {initials(name)}
  </Avatar>
);

function initials(name: string): string {
  return name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase();
}
