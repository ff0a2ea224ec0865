import { HttpError } from 'react-admin';
import { passwordFault } from './passwordFault';

const refused = (status: number, body: object = {}) => passwordFault(new HttpError('text', status, body));

it.each([
  [refused(422, { passwordProblem: 'common', errors: { password: 'x' } }), 'password', 'account.bad.common'],
  [refused(422, { errors: { current: 'records.fault.wrong' } }), 'current', 'account.bad.current'],
  [refused(422, { errors: { token: 'no longer valid' } }), 'token', 'app.setPassword.expired'],
  [refused(429), null, 'app.login.throttled'],
  [refused(401), null, 'account.signedOut'],
  [refused(503), null, 'app.login.unreachable'],
  [passwordFault(new TypeError('Failed to fetch')), null, 'app.login.unreachable'],
])('%j', (fault, field, text) => {
  expect(fault).toEqual({ field, text });
});
