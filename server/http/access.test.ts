import { compose, type World } from '../composition';
import { openTestDatabase } from '../testing/test-database';
import { randomIds } from '../adapters/ids/random-ids';
import { openKeyring } from '../adapters/storage';
import { readConfig } from '../config';
import { walkRoutes } from '../testing/walk-routes';
import { ACCESS_TABLE } from './access.table';
import { nameOf } from './mount-routes';

const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Routes are only read here, never called, so parts that would touch the world are never asked. */
async function openProduct() {
  const database = await openTestDatabase();
  const keyring = openKeyring(`t1:${Buffer.alloc(32, 7).toString('base64')}`);
  const config = readConfig({ DEMO: '1' });
  const fixed = {
    config,
    database,
    keyring,
    ids: randomIds,
    log: SILENT,
    clock: { now: () => 0 },
    uiFolder: null,
  };
  const product = compose({ instance: 'test', version: '0', testMode: false, ...fixed } as unknown as World);
  return { product, close: () => database.close() };
}

it('every route lets in exactly those whom the table names', async () => {
  const { product, close } = await openProduct();
  expect(await walkRoutes(product.routes)).toEqual(ACCESS_TABLE);
  await close();
});

it('express answers at no address outside the list', async () => {
  const { product, close } = await openProduct();
  const { stack } = product.app.router as unknown as {
    stack: { route?: { path: string; methods: object } }[];
  };
  const mounted = stack.flatMap(({ route }) => {
    // The answer 405 stands for all other methods of a known path and leads nowhere.
    const [method, ...others] = Object.keys(route?.methods ?? {});
    return route && method !== undefined && others.length === 0
      ? [`${method.toUpperCase()} ${route.path}`]
      : [];
  });
  expect(mounted.sort()).toEqual(product.routes.map(nameOf).sort());
  await close();
});
