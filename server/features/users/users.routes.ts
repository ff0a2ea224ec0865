import { IsNull } from 'typeorm';
import type { Tx } from '../../adapters/db/unit-of-work';
import { NotFound } from '../../domain/errors';
import { foldForSearch } from '../../domain/fold';
import { may } from '../../domain/permissions';
import { field, type ListDefinition, listPage, sendPage } from '../../http/list-query';
import { actorOf, addressOf, originOf, type RouteSpec } from '../../http/route';
import { recordEvent } from '../audit';
import { type AccountParts, forgotPassword, setPassword } from './account-links';
import { createApiToken, revokeApiToken } from './api-tokens';
import { openSessionsOf } from './list-sessions';
import { changeUser, endSessions, inviteAgain, inviteUser } from './manage-users';
import { ownAccountRoutes } from './own-account.routes';
import { presentUser } from './present-user';
import { makeSignIn } from './sign-in';
import { ApiTokenEntity, UserEntity } from './user.entity';
import {
  ApiTokenBody,
  ChangeUserBody,
  ForgotBody,
  InviteBody,
  SetPasswordBody,
  SignInBody,
} from './users.schema';

const USERS: ListDefinition<UserEntity> = {
  resource: 'users',
  entity: UserEntity,
  fields: {
    email: field('email'),
    name: field('name'),
    role: field('role'),
    language: field('language'),
    active: field('active', 'boolean'),
    createdAt: field('createdAt', 'instant'),
  },
  defaultSort: ['name', 'ASC'],
};

/** The list with a `q` that finds any part of a name or an address; staff are few, so they are looked through here. */
async function searchableUsers(tx: Tx): Promise<ListDefinition<UserEntity>> {
  const everybody = await tx.find(UserEntity, { select: { id: true, name: true, email: true } });
  return {
    ...USERS,
    search: (query, text) => {
      const wanted = foldForSearch(text);
      const found = everybody.filter(({ name, email }) => foldForSearch(`${name} ${email}`).includes(wanted));
      if (found.length === 0) query.andWhere('1 = 0');
      else query.andWhere('row.id IN (:...foundIds)', { foundIds: found.map(({ id }) => id) });
    },
  };
}

/** Session, accounts, forgotten passwords and API tokens. */
export function userRoutes(parts: AccountParts): RouteSpec[] {
  return [
    ...sessionRoutes(parts),
    ...passwordRoutes(parts),
    ...ownAccountRoutes(parts),
    ...accountRoutes(parts),
    ...tokenRoutes(parts),
  ];
}

function sessionRoutes(parts: AccountParts): RouteSpec[] {
  const { uow, clock, ids } = parts;
  const signIn = makeSignIn(parts);
  return [
    {
      method: 'post',
      path: '/api/session',
      access: 'public',
      summary: 'Sign in',
      body: SignInBody,
      handler: async (req, res) => {
        const user = await signIn(req, SignInBody.parse(req.body));
        res.json({ user: presentUser(user), csrfToken: req.session.csrfToken });
      },
    },
    {
      method: 'get',
      path: '/api/session',
      access: 'session',
      summary: 'Who am I',
      handler: async (req, res) => {
        const user = await uow.read((tx) => tx.findOneByOrFail(UserEntity, { id: actorOf(req).id }));
        res.json({ user: presentUser(user), csrfToken: req.session.csrfToken });
      },
    },
    {
      method: 'delete',
      path: '/api/session',
      access: 'session',
      summary: 'Sign out',
      status: 204,
      handler: async (req, res) => {
        await uow.write((tx) =>
          recordEvent(tx, ids, {
            ...originOf(req),
            action: 'user.signed_out',
            resource: 'users',
            resourceId: actorOf(req).id,
            at: clock.now(),
          }),
        );
        await new Promise<void>((resolve) => req.session.destroy(() => resolve()));
        res.status(204).end();
      },
    },
  ];
}

function passwordRoutes(parts: AccountParts): RouteSpec[] {
  return [
    {
      method: 'post',
      path: '/api/password/forgot',
      access: 'public',
      summary: 'Ask for a link to set a new password',
      status: 202,
      body: ForgotBody,
      handler: async (req, res) => {
        await forgotPassword(parts, ForgotBody.parse(req.body).email, addressOf(req));
        res.status(202).json({});
      },
    },
    {
      method: 'post',
      path: '/api/password/set',
      access: 'public',
      summary: 'Set the password with a one-time link',
      status: 204,
      body: SetPasswordBody,
      handler: async (req, res) => {
        const { token, password } = SetPasswordBody.parse(req.body);
        await setPassword(parts, token, password);
        res.status(204).end();
      },
    },
  ];
}

function accountRoutes(parts: AccountParts): RouteSpec[] {
  const { uow, clock } = parts;
  return [
    {
      method: 'get',
      path: '/api/users',
      access: 'users.read',
      summary: 'Staff accounts',
      handler: async (req, res) => {
        const page = await uow.read(async (tx) => listPage(tx, await searchableUsers(tx), req));
        sendPage(res, 'users', page, page.rows.map(presentUser));
      },
    },
    {
      method: 'get',
      path: '/api/users/:id',
      access: 'users.read',
      summary: 'One account; administrators also see where the person is signed in',
      handler: async (req, res) => {
        const id = String(req.params.id);
        const user = await uow.read((tx) => tx.findOneBy(UserEntity, { id }));
        if (!user) throw new NotFound('No such user');
        // Where colleagues work from is for those who may end it.
        const sessions = may(actorOf(req).role, 'users.edit')
          ? await uow.read((tx) => openSessionsOf(tx, id, clock.now(), req.sessionID))
          : undefined;
        res.json({ ...presentUser(user), sessions });
      },
    },
    {
      method: 'post',
      path: '/api/users',
      access: 'users.edit',
      summary: 'Invite a colleague',
      status: 201,
      body: InviteBody,
      handler: async (req, res) => {
        const user = await inviteUser(parts, InviteBody.parse(req.body), originOf(req));
        res.status(201).json(presentUser(user));
      },
    },
    {
      method: 'put',
      path: '/api/users/:id',
      access: 'users.edit',
      summary: 'Change name, role, language or whether the account works',
      body: ChangeUserBody,
      handler: async (req, res) => {
        const change = ChangeUserBody.parse(req.body);
        res.json(presentUser(await changeUser(parts, String(req.params.id), change, originOf(req))));
      },
    },
    {
      method: 'post',
      path: '/api/users/:id/invite',
      access: 'users.edit',
      summary: 'Send the link again',
      status: 202,
      handler: async (req, res) => {
        await inviteAgain(parts, String(req.params.id), originOf(req));
        res.status(202).json({});
      },
    },
    {
      method: 'post',
      path: '/api/users/:id/end-sessions',
      access: 'users.edit',
      summary: 'Sign a person out of every browser',
      status: 204,
      handler: async (req, res) => {
        await endSessions(parts, String(req.params.id), originOf(req));
        res.status(204).end();
      },
    },
    {
      method: 'get',
      path: '/api/colleagues',
      access: 'session',
      summary: 'Names of the staff, for assigning and for timelines',
      handler: async (_req, res) => {
        const users = await uow.read((tx) => tx.find(UserEntity, { order: { name: 'ASC' } }));
        res.json(users.map(({ id, name, role, active }) => ({ id, name, role, active })));
      },
    },
  ];
}

function tokenRoutes(parts: AccountParts): RouteSpec[] {
  return [
    {
      method: 'get',
      path: '/api/api-tokens',
      access: 'users.edit',
      summary: 'API tokens that work (never their text)',
      handler: async (_req, res) => {
        const rows = await parts.uow.read((tx) =>
          tx.find(ApiTokenEntity, { where: { revokedAt: IsNull() }, order: { createdAt: 'DESC' } }),
        );
        sendPage(
          res,
          'api-tokens',
          { rows, total: rows.length, first: 0 },
          rows.map(({ id, name, createdAt }) => ({ id, name, createdAt: new Date(createdAt).toISOString() })),
        );
      },
    },
    {
      method: 'post',
      path: '/api/api-tokens',
      access: 'users.edit',
      summary: 'Make an API token; shown once',
      status: 201,
      body: ApiTokenBody,
      handler: async (req, res) => {
        const { name } = ApiTokenBody.parse(req.body);
        res.status(201).json(await createApiToken(parts, name, actorOf(req).id));
      },
    },
    {
      method: 'delete',
      path: '/api/api-tokens/:id',
      access: 'users.edit',
      summary: 'Revoke an API token',
      status: 204,
      handler: async (req, res) => {
        await revokeApiToken(parts, String(req.params.id), actorOf(req).id);
        res.status(204).end();
      },
    },
  ];
}
