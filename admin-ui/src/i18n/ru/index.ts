import { authorities } from './authorities';
import { claims } from './claims';
import { clocks } from './clocks';
import { common } from './common';
import { desk } from './desk';
import { raRu } from './ra';
import { money } from './money';
import { orders } from './orders';
import { payouts } from './payouts';
import { people } from './people';
import { records } from './records';
import { rules } from './rules';
import { trail } from './trail';

/** All Russian texts of the desk. */
export const ru = {
  ...raRu,
  ...common,
  ...authorities,
  ...claims,
  ...clocks,
  ...desk,
  ...records,
  ...orders,
  ...money,
  ...payouts,
  ...people,
  ...trail,
  ...rules,
};
