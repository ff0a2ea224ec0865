export { makeRenderer, type RendererSettings } from './renderer';
export { agreesWithContent, ALLOWED_KINDS, sniff, SNIFF_BYTES, type FileKind } from './sniff';
