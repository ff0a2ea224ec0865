export { DocumentEntity } from './document.entity';
export { documentRoutes, type DocumentRoutesDeps } from './documents.routes';
export { forgetDocument } from './forget-document';
export { keepDocuments, type DocumentOrigin } from './keep-documents';
export { presentDocument, type DocumentView } from './present-document';
export type { DocumentsChanged } from './retype-document';
export {
  makeDocumentDesk,
  type AttachedFile,
  type DocumentDesk,
  type IncomingFile,
  type PreparedDocument,
} from './take-documents';
export { uploadedFilesOf, uploadFiles } from './upload-files';
export { makeSweepFiles, type KnownKeys } from './sweep-files';
