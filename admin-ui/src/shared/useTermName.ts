import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { authorityCode } from '../../../server/domain/authority-terms';
import { call } from '../providers/http';
import type { AuthorityKind } from './types';
import { useLanguage } from './useLanguage';

/** The kinds of authorities that an administrator has added; they are asked for once. */
export function useAuthorityKinds(enabled = true): AuthorityKind[] {
  const { data } = useQuery({
    queryKey: ['authority-terms'],
    queryFn: async () => (await call<AuthorityKind[]>('/api/authority-terms?range=[0,99]')).json,
    staleTime: 5 * 60_000,
    enabled,
    retry: false,
  });
  return data ?? [];
}

/** How a term is called; the names of added kinds are asked for only where one of `kinds` is such. */
export function useTermName(kinds: readonly string[]): (kind: string) => string {
  const translate = useTranslate();
  const language = useLanguage();
  const added = useAuthorityKinds(kinds.some((kind) => authorityCode(kind) !== null));
  return (kind) =>
    added.find((one) => one.kind === kind)?.names[language] ??
    translate(`claim.obligation.${kind}`, { _: authorityCode(kind) ?? kind });
}
