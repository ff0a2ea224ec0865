export { makeRenderer, type RendererSettings } from './renderer';
