import { createContext, useContext } from 'react';
import type { DeskDataProvider } from '../../providers/dataProvider';
import type { Seen } from '../../providers/verbs';
import type { Claim } from '../../shared/types';

/** Dialogs of the workspace; one is open at a time. */
export type DialogName =
  | 'write'
  | 'ask'
  | 'edit'
  | 'people'
  | 'received'
  | 'authority'
  | 'payment'
  | 'withdraw'
  | 'duplicate'
  | 'reopen'
  | 'reject'
  | 'return'
  | 'hold'
  | 'chargeback';

/** A refused act in words. */
export interface Failure {
  /** Name of the act. */
  of: string;
  /** A key of the catalogue, or words as they are. */
  text: string;
  /** Names of the fields that the server pointed at. */
  fields: string[];
  /** What it said of each. */
  errors: Record<string, string>;
}

export interface Workspace {
  claim: Claim;
  verbs: DeskDataProvider;
  /** The role may change claims at all. */
  mayWork: boolean;
  mayApprove: boolean;
  me: string;
  /** Name of the act that is being sent; its button is busy, the others are off. */
  busy: string | null;
  /** Somebody else was first: the panel says so and keeps what was typed. */
  conflict: boolean;
  /** Why the last act was refused, until the next one; a dialog shows it beside what was typed. */
  failure: Failure | null;
  /**
   * Sends one act with the version on screen, shows the answer, tells about failure.
   * @returns whether it was done
   */
  act: (name: string, send: (seen: Seen) => Promise<unknown>, done?: string) => Promise<boolean>;
  reload: () => void;
  dialog: DialogName | null;
  open: (dialog: DialogName | null) => void;
  /** Payments that the decision draws on. */
  chosenPayments: string[];
  choosePayments: (ids: string[]) => void;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

/** @throws Error outside the claim workspace */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace needs the claim workspace around it');
  return workspace;
}
