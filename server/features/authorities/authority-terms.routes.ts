import type { Request } from 'express';
import type { Tx, UnitOfWork } from '../../adapters/db/unit-of-work';
import { almatyDate } from '../../domain/almaty-time';
import { authorityKind, authorityTermOn } from '../../domain/authority-terms';
import { NotFound } from '../../domain/errors';
import { onceFor } from '../../http/commands';
import { sendPage } from '../../http/list-query';
import { pageOfRows } from '../../http/list-rows';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import type { Clock, Ids } from '../../ports';
import { AuthorityTermEntity } from './authority-term.entity';
import { addKind, addVersion, NewKindBody, VersionBody } from './change-authority-term';
import { termOf } from './load-authority-terms';

const FIELDS = ['id', 'code', 'kind', 'days', 'unit', 'article', 'active'] as const;

/** The kinds of authorities that may ask about a claim, each with its term and history; an administrator owns them. */
export function authorityRoutes(parts: { uow: UnitOfWork; clock: Clock; ids: Ids }): RouteSpec[] {
  const { uow, clock } = parts;
  const all = () => uow.read((tx) => presentKinds(tx, almatyDate(clock.now())));
  const once = (
    req: Request,
    commandId: string,
    what: string,
    code: string,
    act: (tx: Tx) => Promise<void>,
  ) =>
    uow.write((tx) =>
      onceFor(
        tx,
        { commandId, actorId: actorOf(req).id, action: `authority-terms.${what}:${code}`, now: clock.now() },
        async () => {
          await act(tx);
          return { status: 201, body: { id: code } };
        },
      ),
    );
  return [
    {
      method: 'get',
      path: '/api/authority-terms',
      access: 'authority-terms.read',
      summary: 'Kinds of authorities that may ask about a claim, with the term of the answer and its history',
      handler: async (req, res) => {
        const page = pageOfRows(await all(), FIELDS, req);
        sendPage(res, 'authority-terms', page, page.rows);
      },
    },
    {
      method: 'get',
      path: '/api/authority-terms/:id',
      access: 'authority-terms.read',
      summary: 'One kind of authority',
      handler: async (req, res) => {
        const kind = (await all()).find(({ id }) => id === req.params.id);
        if (!kind) throw new NotFound('No such kind of authority');
        res.json(kind);
      },
    },
    {
      method: 'post',
      path: '/api/authority-terms',
      access: 'authority-terms.edit',
      summary: 'Adds a kind of authority with its term',
      body: NewKindBody,
      status: 201,
      handler: async (req, res) => {
        const body = NewKindBody.parse(req.body);
        const answer = await once(req, body.commandId, 'add', body.code, (tx) =>
          addKind(tx, parts, body, originOf(req)),
        );
        res.status(answer.status).json(answer.body);
      },
    },
    {
      method: 'post',
      path: '/api/authority-terms/:id/versions',
      access: 'authority-terms.edit',
      summary: 'Gives a kind of authority another term, name or end from a coming day on',
      body: VersionBody,
      status: 201,
      handler: async (req, res) => {
        const code = String(req.params.id);
        const body = VersionBody.parse(req.body);
        const answer = await once(req, body.commandId, 'change', code, (tx) =>
          addVersion(tx, parts, code, body, originOf(req)),
        );
        res.status(answer.status).json(answer.body);
      },
    },
  ];
}

/** Each kind as it is on a day; one that begins later shows what it will be. */
async function presentKinds(tx: Tx, today: string) {
  const rows = await tx.find(AuthorityTermEntity, { order: { code: 'ASC', validFrom: 'DESC' } });
  const terms = rows.map(termOf);
  return [...new Set(rows.map(({ code }) => code))].flatMap((code) => {
    const first = terms.filter((term) => term.code === code).at(-1);
    const term = authorityTermOn(terms, code, today) ?? first;
    if (!term) return [];
    const history = rows
      .filter((row) => row.code === code)
      .map((row) => ({
        ...termOf(row),
        reason: row.reason,
        createdById: row.createdById,
        createdAt: new Date(row.createdAt).toISOString(),
      }));
    return [{ id: code, kind: authorityKind(code), ...term, history }];
  });
}
