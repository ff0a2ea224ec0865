import { useTermName } from './useTermName';

/** The name of a term in a row. */
export const TermName = ({ kind }: { kind: string }) => <>{useTermName([kind])(kind)}</>;
