import { DEFAULT_LEGAL_ENTITY } from '../../domain/legal-entity';
import type { RouteSpec } from '../../http/route';

/** What every screen must know before anybody signs in. */
export interface MetaFacts {
  /** Money moves in the emulator only. */
  sandbox: boolean;
  /** The gateway is real, its terminal in test mode. */
  testMode: boolean;
  demo: boolean;
  version: string;
}

/** Labels of the installation and the legal entity behind it. */
export function metaRoutes(facts: () => MetaFacts): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/meta',
      access: 'public',
      summary: 'Labels of this installation',
      handler: (_req, res) => {
        res.json({ ...facts(), legalEntity: DEFAULT_LEGAL_ENTITY });
      },
    },
  ];
}
