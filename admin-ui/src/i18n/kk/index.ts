import { claims } from './claims';
import { common } from './common';
import { raKk } from './ra';
import { records } from './records';

/** All Kazakh texts of the desk. */
export const kk = { ...raKk, ...common, ...claims, ...records };
