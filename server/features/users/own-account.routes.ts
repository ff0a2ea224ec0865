import type { Request } from 'express';
import { originOf, type RouteSpec } from '../../http/route';
import type { AccountParts } from './account-links';
import { openSessionsOf } from './list-sessions';
import {
  changeOwnLanguage,
  changeOwnPassword,
  endOtherSessions,
  endOwnSession,
  type Own,
} from './own-account';
import { presentUser } from './present-user';
import { ChangeOwnBody, ChangePasswordBody } from './users.schema';

const ownOf = (req: Request): Own => ({ ...originOf(req), sessionId: req.sessionID });

/** One's own account: password, language, and the browsers in which one is signed in. */
export function ownAccountRoutes(parts: AccountParts): RouteSpec[] {
  const { uow, clock } = parts;
  return [
    {
      method: 'put',
      path: '/api/account',
      access: 'session',
      summary: 'Choose the language of letters to oneself',
      body: ChangeOwnBody,
      handler: async (req, res) => {
        const { language } = ChangeOwnBody.parse(req.body);
        res.json(presentUser(await changeOwnLanguage(parts, ownOf(req), language)));
      },
    },
    {
      method: 'post',
      path: '/api/account/password',
      access: 'session',
      summary: 'Change the own password; all other sessions end',
      status: 204,
      body: ChangePasswordBody,
      handler: async (req, res) => {
        await changeOwnPassword(parts, ownOf(req), ChangePasswordBody.parse(req.body));
        res.status(204).end();
      },
    },
    {
      method: 'get',
      path: '/api/account/sessions',
      access: 'session',
      summary: 'Browsers in which one is signed in',
      handler: async (req, res) => {
        const { actorId, sessionId } = ownOf(req);
        res.json(await uow.read((tx) => openSessionsOf(tx, actorId, clock.now(), sessionId)));
      },
    },
    {
      method: 'delete',
      path: '/api/account/sessions',
      access: 'session',
      summary: 'Sign out everywhere but here',
      status: 204,
      handler: async (req, res) => {
        await endOtherSessions(parts, ownOf(req));
        res.status(204).end();
      },
    },
    {
      method: 'delete',
      path: '/api/account/sessions/:id',
      access: 'session',
      summary: 'End one of the own sessions',
      status: 204,
      handler: async (req, res) => {
        await endOwnSession(parts, ownOf(req), String(req.params.id));
        res.status(204).end();
      },
    },
  ];
}
