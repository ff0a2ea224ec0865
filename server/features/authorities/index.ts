export { authorityRoutes } from './authority-terms.routes';
export { authorityNames, loadAuthorityTerms } from './load-authority-terms';
