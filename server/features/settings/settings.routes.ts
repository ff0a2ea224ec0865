import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { NotFound } from '../../domain/errors';
import { SETTING_DEFINITIONS } from '../../domain/legal-settings';
import { sendPage } from '../../http/list-query';
import { pageOfRows } from '../../http/list-rows';
import type { RouteSpec } from '../../http/route';
import type { Clock } from '../../ports';
import { loadSettings } from './load-settings';
import { SettingEntity } from './setting.entity';

const FIELDS = ['id', 'key', 'value', 'default', 'type', 'reason', 'law'] as const;

/** Legal settings with default, reason, law and history; read only. */
export function settingRoutes({ uow, clock }: { uow: UnitOfWork; clock: Clock }): RouteSpec[] {
  const all = () =>
    uow.read(async (tx) => {
      const values = await loadSettings(tx, almatyDate(clock.now()));
      const history = await tx.find(SettingEntity, { order: { validFrom: 'DESC' } });
      return SETTING_DEFINITIONS.map((definition) => ({
        id: definition.key,
        key: definition.key,
        value: values[definition.key],
        default: definition.default,
        type: definition.type,
        reason: definition.reason,
        law: definition.law,
        history: history
          .filter(({ key }) => key === definition.key)
          .map(({ value, validFrom, reason, law }) => ({ value, validFrom, reason, law })),
      }));
    });
  return [
    {
      method: 'get',
      path: '/api/settings',
      access: 'settings.read',
      summary: 'Legal settings in force, with default, reason and law',
      handler: async (req, res) => {
        const page = pageOfRows(await all(), FIELDS, req);
        sendPage(res, 'settings', page, page.rows);
      },
    },
    {
      method: 'get',
      path: '/api/settings/:id',
      access: 'settings.read',
      summary: 'One setting',
      handler: async (req, res) => {
        const setting = (await all()).find(({ key }) => key === req.params.id);
        if (!setting) throw new NotFound('No such setting');
        res.json(setting);
      },
    },
  ];
}
