import { sendPage } from '../../http/list-query';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import { uploadedFilesOf } from '../documents';
import { addDocuments } from './add-documents';
import { makeApproveBatch } from './approve-batch';
import type { ClaimParts } from './claim-parts';
import { BatchBody, CreateBody, DocumentsBody, NextBody, UpdateBody } from './claims.schema';
import { claimVerbs } from './claims.verbs';
import { makeCreateClaim } from './create-claim';
import { readDashboard } from './dashboard';
import { formFieldsOf, jsonOrFiles, jsonPartOf } from './json-or-files';
import { listClaims } from './list-claims';
import { takeNextClaim } from './next-claim';
import { presentClaimOf } from './present-claim';
import { runVerb, writeOnce } from './run-verb';
import { updateClaim } from './update-claim';

/** Routes of claims: list, one, enter, correct, the verbs, and the dashboard over them. */
export function claimRoutes(parts: ClaimParts): RouteSpec[] {
  return [
    ...readRoutes(parts),
    ...writeRoutes(parts),
    ...queueRoutes(parts),
    documentsRoute(parts),
    ...verbRoutes(parts),
  ];
}

function readRoutes(parts: ClaimParts): RouteSpec[] {
  const { uow } = parts;
  return [
    {
      method: 'get',
      path: '/api/claims',
      access: 'claims.read',
      summary: 'Claims, soonest deadline first; q finds number, order number, mail address and name',
      handler: async (req, res) => {
        const { page, rows } = await uow.read((tx) => listClaims(tx, req, actorOf(req)));
        sendPage(res, 'claims', page, rows);
      },
    },
    {
      method: 'get',
      path: '/api/claims/:id',
      access: 'claims.read',
      summary: 'One claim with clocks, checklist, verdict, payments that may be meant and look-alikes',
      handler: async (req, res) => {
        res.json(await uow.read((tx) => presentClaimOf(tx, parts, String(req.params.id), actorOf(req))));
      },
    },
    {
      method: 'get',
      path: '/api/dashboard',
      access: 'claims.read',
      summary: 'Counts, due days ahead, the most urgent claims',
      handler: async (req, res) => {
        res.json(await uow.read((tx) => readDashboard(tx, parts, actorOf(req))));
      },
    },
  ];
}

function writeRoutes(parts: ClaimParts): RouteSpec[] {
  const { uow, documentDesk, files } = parts;
  const createClaim = makeCreateClaim(parts);
  return [
    {
      method: 'post',
      path: '/api/claims',
      access: 'claims.create',
      summary: 'Enters a claim at the desk, as JSON or as multipart with its files',
      body: CreateBody,
      multipart: true,
      status: 201,
      before: jsonOrFiles(files, { method: 'post', path: '/api/claims' }),
      handler: async (req, res) => {
        const by = { actor: actorOf(req), origin: originOf(req) };
        const answer = await documentDesk.withUploads(uploadedFilesOf(req), async (prepared) => {
          const input = CreateBody.parse(jsonPartOf(req, 'claim'));
          return writeOnce(uow, (tx) => createClaim(tx, input, prepared, by));
        });
        res.status(answer.status).json(answer.body);
      },
    },
    {
      method: 'put',
      path: '/api/claims/:id',
      access: 'claims.edit',
      summary: 'Corrects the facts of a claim; a standing proposal or approval is taken back',
      body: UpdateBody,
      handler: async (req, res) => {
        const change = UpdateBody.parse(req.body);
        const call = { id: String(req.params.id), change, actor: actorOf(req), origin: originOf(req) };
        res.json(await uow.write((tx) => updateClaim(tx, parts, call)));
      },
    },
  ];
}

function queueRoutes(parts: ClaimParts): RouteSpec[] {
  const approveBatch = makeApproveBatch(parts);
  return [
    {
      method: 'post',
      path: '/api/claims/next',
      access: 'claims.work',
      summary: 'Takes the most urgent claim that nobody holds; 204 when there is none',
      body: NextBody,
      handler: async (req, res) => {
        const { commandId } = NextBody.parse(req.body);
        const call = { commandId, actor: actorOf(req), origin: originOf(req) };
        const { status, body } = await writeOnce(parts.uow, (tx) => takeNextClaim(tx, parts, call));
        if (status === 204) res.status(204).end();
        else res.status(status).json(body);
      },
    },
    {
      method: 'post',
      path: '/api/claims/approve-batch',
      access: 'claims.approve',
      summary: 'Approves several proposals; each stands alone',
      body: BatchBody,
      handler: async (req, res) => {
        res.json(await approveBatch(req, BatchBody.parse(req.body)));
      },
    },
  ];
}

function documentsRoute(parts: ClaimParts): RouteSpec {
  return {
    method: 'post',
    path: '/api/claims/:id/documents',
    access: 'claims.work',
    summary: 'Adds files; one refused file refuses all',
    body: DocumentsBody,
    multipart: true,
    before: jsonOrFiles(parts.files, { method: 'post', path: '/api/claims/:id/documents' }),
    handler: async (req, res) => {
      await parts.documentDesk.withUploads(uploadedFilesOf(req), async (prepared) => {
        const body = DocumentsBody.parse(formFieldsOf(req));
        await runVerb(parts, req, res, 'documents', body, (act) =>
          addDocuments(parts, act, prepared, originOf(req)),
        );
      });
    },
  };
}

/** The verbs that are one body and one act. */
function verbRoutes(parts: ClaimParts): RouteSpec[] {
  return claimVerbs(parts).map(({ verb, access, summary, body, run }) => ({
    method: 'post',
    path: `/api/claims/:id/${verb}`,
    access,
    summary,
    body,
    handler: (req, res) => run(req, res),
  }));
}
