import { claims } from './claims';
import { common } from './common';
import { desk } from './desk';
import { raKk } from './ra';
import { records } from './records';

/** All Kazakh texts of the desk. */
export const kk = { ...raKk, ...common, ...claims, ...desk, ...records };
