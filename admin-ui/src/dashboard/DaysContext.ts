import { createContext } from 'react';
import type { Dashboard } from '../shared/types';

/** The days of the chart, which is fetched on its own and takes no properties. */
export const DaysContext = createContext<Dashboard['dueByDay']>([]);
