import type { Response } from 'express';
import { pipeline } from 'node:stream/promises';
import type { UnitOfWork } from '../../adapters/db/unit-of-work';
import { NotFound, Unavailable } from '../../domain/errors';
import { field, listPage, sendPage, type ListDefinition } from '../../http/list-query';
import { actorOf, originOf, type RouteSpec } from '../../http/route';
import type { Clock, DocumentRenderer, FileStore, Ids } from '../../ports';
import { recordEvent } from '../audit';
import { DocumentEntity } from './document.entity';
import { DocumentBody, PageNumber, ViewQuery } from './documents.schema';
import { presentDocument } from './present-document';
import { makeRetypeDocument, type DocumentsChanged } from './retype-document';
import { watermarkOf } from './watermark-text';

export interface DocumentRoutesDeps {
  uow: UnitOfWork;
  clock: Clock;
  ids: Ids;
  files: FileStore;
  renderer: DocumentRenderer;
  /** Lets the claim recount what it still lacks, in the same transaction. */
  documentsChanged: DocumentsChanged;
}

const LIST: ListDefinition<DocumentEntity> = {
  resource: 'documents',
  entity: DocumentEntity,
  fields: {
    claimId: field('claimId'),
    messageId: field('messageId'),
    type: field('type'),
    name: field('name'),
    contentType: field('contentType'),
    sizeBytes: field('sizeBytes', 'number'),
    sha256: field('sha256'),
    pages: field('pages', 'number'),
    problem: field('problem'),
    createdAt: field('createdAt', 'instant'),
  },
  defaultSort: ['createdAt', 'ASC'],
};

/** Files of claims: facts for everybody, page images and originals for those who work on claims. */
export function documentRoutes(deps: DocumentRoutesDeps): RouteSpec[] {
  const { uow, clock, ids, files, renderer } = deps;
  const retype = makeRetypeDocument(deps);

  async function find(id: unknown): Promise<DocumentEntity> {
    const row = await uow.read((tx) => tx.findOneBy(DocumentEntity, { id: String(id) }));
    if (!row) throw new NotFound('No such document');
    return row;
  }
  async function findStored(id: unknown): Promise<DocumentEntity> {
    const row = await find(id);
    if (row.erasedAt !== null) throw new NotFound('The file was erased', { problem: 'erased' });
    return row;
  }

  return [
    {
      method: 'get',
      path: '/api/documents',
      access: 'documents.read',
      summary: 'Documents of claims: type, size and hash, not their content',
      handler: async (req, res) => {
        const page = await uow.read((tx) => listPage(tx, LIST, req));
        sendPage(res, 'documents', page, page.rows.map(presentDocument));
      },
    },
    {
      method: 'get',
      path: '/api/documents/:id',
      access: 'documents.read',
      summary: 'One document',
      handler: async (req, res) => {
        res.json(presentDocument(await find(req.params.id)));
      },
    },
    {
      method: 'put',
      path: '/api/documents/:id',
      access: 'claims.work',
      summary: 'Correct the type of a document',
      body: DocumentBody,
      handler: async (req, res) => {
        const { version, type } = DocumentBody.parse(req.body);
        const row = await retype({ id: String(req.params.id), version, type, origin: originOf(req) });
        res.json(presentDocument(row));
      },
    },
    {
      method: 'get',
      path: '/api/documents/:id/original',
      access: 'documents.original',
      summary: 'The stored bytes as an attachment; each download is audited',
      query: ViewQuery,
      handler: async (req, res) => {
        const { purpose } = ViewQuery.parse(req.query);
        const row = await findStored(req.params.id);
        const bytes = await files.open(row);
        await uow.write((tx) =>
          recordEvent(tx, ids, {
            ...originOf(req),
            action: 'document.downloaded',
            resource: 'documents',
            resourceId: row.id,
            claimId: row.claimId,
            data: { type: row.type, purpose },
            at: clock.now(),
          }),
        );
        protect(res);
        res.attachment(row.name).type(row.contentType).setHeader('Content-Length', row.sizeBytes);
        await pipeline(bytes, res);
      },
    },
    {
      method: 'get',
      path: '/api/documents/:id/pages/:n',
      access: 'documents.view',
      summary:
        'One page as a picture with the viewer and the time on it; views of identity documents are audited',
      query: ViewQuery,
      handler: async (req, res) => {
        const { purpose } = ViewQuery.parse(req.query);
        const row = await findStored(req.params.id);
        const page = PageNumber.safeParse(req.params.n);
        if (!page.success || page.data > row.pages)
          throw new NotFound('No such page', { problem: row.problem });
        const image = await renderer.drawPage(
          await files.read(row),
          page.data,
          watermarkOf(actorOf(req).name, clock.now()),
        );
        if ('problem' in image)
          throw new Unavailable('The page cannot be drawn now', { problem: image.problem });
        if (row.type === 'id_copy') {
          await uow.write((tx) =>
            recordEvent(tx, ids, {
              ...originOf(req),
              action: 'document.viewed',
              resource: 'documents',
              resourceId: row.id,
              claimId: row.claimId,
              data: { type: row.type, page: page.data, purpose },
              at: clock.now(),
            }),
          );
        }
        protect(res);
        res.type(image.contentType).send(image.bytes);
      },
    },
  ];
}

/** Nothing of a claim stays in a cache, and nothing in a file runs even if a browser should open it. */
function protect(res: Response): void {
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
}
