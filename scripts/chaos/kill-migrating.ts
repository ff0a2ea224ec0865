import { setTimeout as sleep } from 'node:timers/promises';
import { type DatabaseMaker } from './engines';
import { openPlace } from './place';

const PAUSES_MS = [150, 300, 500, 700, 900, 1_200];

/** C18: killed at any moment of its first start on an empty database, the product starts the next time. */
export async function killMigrating(maker: DatabaseMaker): Promise<string[]> {
  const place = await openPlace(maker, { instances: maker.engine === 'postgres' ? 2 : 1, empty: true });
  try {
    for (const pause of PAUSES_MS) {
      const starting = place.products.map((product) => product.start().catch(() => false));
      await sleep(pause);
      for (const product of place.products) await product.kill();
      await Promise.all(starting);
    }
    const started = await Promise.all(place.products.map((product) => product.start()));
    return started.every(Boolean)
      ? []
      : place.products.map(({ output }) => `C18: no start after a kill while migrating: ${output}`);
  } finally {
    await place.close();
  }
}
