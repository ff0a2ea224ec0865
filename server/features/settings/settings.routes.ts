import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { NotFound } from '../../domain/errors';
import { onceFor } from '../../http/commands';
import { SETTING_DEFINITIONS } from '../../domain/legal-settings';
import { sendPage } from '../../http/list-query';
import { pageOfRows } from '../../http/list-rows';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { changeSetting, SettingBody } from './change-setting';
import { loadSettings } from './load-settings';
import { SettingEntity } from './setting.entity';

const FIELDS = ['id', 'key', 'value', 'default', 'type', 'reason', 'law'] as const;

/** Legal settings with default, reason, law and history; an administrator gives them other values from a day on. */
export function settingRoutes(parts: { uow: UnitOfWork; clock: Clock; ids: Ids }): RouteSpec[] {
  const { uow, clock } = parts;
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
        fromToday: definition.fromToday,
        history: history
          .filter(({ key }) => key === definition.key)
          .map(({ value, validFrom, reason, law, createdById, createdAt }) => ({
            value,
            validFrom,
            reason,
            law,
            createdById,
            createdAt: new Date(createdAt).toISOString(),
          })),
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
    {
      method: 'post',
      path: '/api/settings/:id/values',
      access: 'settings.edit',
      summary: 'Gives a setting another value from a coming day on',
      body: SettingBody,
      status: 201,
      handler: async (req, res) => {
        const key = String(req.params.id);
        const body = SettingBody.parse(req.body);
        const command = {
          commandId: body.commandId,
          actorId: actorOf(req).id,
          action: `settings.change:${key}`,
          now: clock.now(),
        };
        const answer = await uow.write((tx) =>
          onceFor(tx, command, async () => {
            await changeSetting(tx, parts, key, body, originOf(req));
            return { status: 201, body: { key, value: body.value, validFrom: body.validFrom } };
          }),
        );
        res.status(answer.status).json(answer.body);
      },
    },
  ];
}
