import { z } from 'zod';
import type { RouteSpec } from '../../http/route';
import type { ClockParts } from './clock-parts';
import { previewSetting } from './preview-setting';

const PreviewBody = z.strictObject({ value: z.union([z.boolean(), z.number(), z.string().max(100)]) });

/** What another value of a legal setting would mean. */
export function settingPreviewRoutes(parts: ClockParts): RouteSpec[] {
  return [
    {
      method: 'post',
      path: '/api/settings/:id/preview',
      access: 'settings.read',
      summary: 'What open claims would be like by another value of a setting; nothing changes',
      body: PreviewBody,
      handler: async (req, res) => {
        const { value } = PreviewBody.parse(req.body);
        res.json(await previewSetting(parts, String(req.params.id), value));
      },
    },
  ];
}
