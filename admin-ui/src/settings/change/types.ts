import type { SettingType } from '../../../../server/domain/setting-types';

export type Value = boolean | number | string;

/** A setting as the change of it needs it. */
export interface ChangeableSetting {
  key: string;
  value: unknown;
  type: SettingType;
  /** No term is counted by it: it may change from today, and no open claim's dates are shown. */
  fromToday: boolean;
}

/** What the open claims would be like by another value. */
export interface SettingPreview {
  claims: number;
  earlier: number;
  later: number;
  late: number;
  notBegun: number;
  targets: number;
  rows: {
    claimId: string;
    number: string;
    kind: string;
    fromOn: string;
    toOn: string | null;
    late: boolean;
  }[];
}
