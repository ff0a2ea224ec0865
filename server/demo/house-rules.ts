import { almatyDate } from '../domain/almaty-time';
import { recordEvent } from '../features/audit';
import { SettingEntity } from '../features/settings';
import type { Event } from './play';
import { actor, type Stage } from './stage';
import { type Calendar, momentOf, type When } from './when';

/** For one day payouts waited for the goods: claims approved on it still do. */
const CHANGES: { at: When; value: boolean; reason: string }[] = [
  {
    at: { workdaysAgo: 2, at: '08:30' },
    value: true,
    reason: 'Сынақ: төлем тауар тексерілгеннен кейін ғана кетеді',
  },
  {
    at: { workdaysAgo: 1, at: '08:30' },
    value: false,
    reason: 'Сынақ аяқталды: үш жұмыс күні тым тығыз',
  },
];

/** Settings that the administrator changed in the demo's past. */
export function houseRules(stage: Stage, calendar: Calendar): Event[] {
  return CHANGES.map(({ at, value, reason }) => ({
    at: momentOf(at, calendar),
    play: async () => {
      const { uow } = stage.world.database;
      const { ids } = stage.world;
      const now = stage.clock.now();
      const key = 'goods.payoutWaits';
      const validFrom = almatyDate(now);
      await uow.write(async (tx) => {
        if (await tx.existsBy(SettingEntity, { key, validFrom })) return;
        const id = ids.next();
        const { id: adminId } = actor(stage, 'admin');
        await tx.insert(SettingEntity, {
          id,
          key,
          value,
          validFrom,
          reason,
          law: '',
          createdById: adminId,
          createdAt: now,
        });
        await recordEvent(tx, ids, {
          actorId: adminId,
          action: 'setting.changed',
          resource: 'settings',
          resourceId: key,
          data: { key, value, validFrom },
          at: now,
        });
      });
      return undefined;
    },
  }));
}
