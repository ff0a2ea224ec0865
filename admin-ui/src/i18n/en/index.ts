import english from 'ra-language-english';
import { claims } from './claims';
import { common } from './common';
import { desk } from './desk';
import { records } from './records';

/** All English texts of the desk. */
export const en = { ...english, ...common, ...claims, ...desk, ...records };
