import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { HttpError, useNotify, useRefresh, useTranslate } from 'react-admin';
import { addDays } from '../../../server/domain/calendar-date';
import { ConfirmDialog } from '../claims/workspace/dialogs/ConfirmDialog';
import { call, type Problem } from '../providers/http';
import { dayInAlmaty } from '../shared/format';
import type { AuthorityKind } from '../shared/types';
import { useLanguage } from '../shared/useLanguage';
import { authorityFault } from './authorityFault';
import { AuthorityTermForm } from './AuthorityTermForm';
import { type AuthorityDraft, draftOf, isWhole, toBody } from './authorityDraft';

/** A new kind of authority, or another term of one from a coming day on. */
export const AuthorityTermDialog = ({
  kind,
  onClose,
}: {
  kind: AuthorityKind | null;
  onClose: () => void;
}) => {
  const translate = useTranslate();
  const language = useLanguage();
  const notify = useNotify();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const today = dayInAlmaty(new Date());
  const [draft, setDraft] = useState<AuthorityDraft>(() =>
    draftOf(kind, kind === null ? today : addDays(today, 1)),
  );
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const path = kind === null ? '' : `/${encodeURIComponent(kind.code)}/versions`;
      const body = JSON.stringify({ commandId: crypto.randomUUID(), ...toBody(draft, kind === null) });
      await call(`/api/authority-terms${path}`, { method: 'POST', body });
      notify('authority.saved', { type: 'success' });
      await queries.invalidateQueries({ queryKey: ['authority-terms'] });
      refresh();
      onClose();
    } catch (error) {
      const problem = error instanceof HttpError ? (error.body as Problem | undefined) : undefined;
      setFailure(authorityFault(translate, problem?.errors) ?? (error as Error).message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <ConfirmDialog
      open
      wide
      title={
        kind === null
          ? translate('authority.addTitle')
          : translate('authority.changeTitle', { name: kind.names[language] })
      }
      text={translate(kind === null ? 'authority.addText' : 'authority.changeText')}
      confirm={translate('authority.save')}
      busy={busy}
      disabled={!isWhole(draft)}
      failure={failure === null ? null : translate(failure, { _: failure })}
      onClose={onClose}
      onConfirm={save}
    >
      <AuthorityTermForm draft={draft} isNew={kind === null} onChange={setDraft} />
    </ConfirmDialog>
  );
};
