export { authorityRoutes } from './authority-terms.routes';
export { AuthorityTermEntity } from './authority-term.entity';
export { authorityNames, loadAuthorityTerms } from './load-authority-terms';
