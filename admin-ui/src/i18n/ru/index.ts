import { claims } from './claims';
import { common } from './common';
import { desk } from './desk';
import { raRu } from './ra';
import { records } from './records';

/** All Russian texts of the desk. */
export const ru = { ...raRu, ...common, ...claims, ...desk, ...records };
