import { withKnownWords } from './fieldErrors';

it.each([
  ['is taken', 'records.fault.taken'],
  ['already in use', 'records.fault.taken'],
  ['is no telephone number', 'records.fault.phone'],
  ['Invalid email address', 'records.fault.email'],
  ['Too small: expected string to have >=1 characters', 'records.fault.required'],
  ['Too big: expected string to have <=300 characters', 'records.fault.tooLong'],
  ['Invalid input: expected number, received string', 'records.fault.number'],
  ['lies in the future', 'records.fault.future'],
  ['lies before the purchase', 'records.fault.beforePurchase'],
  ['something new', 'something new'],
])('%s', (text, words) => {
  expect(withKnownWords({ status: 422, errors: { field: text } })).toEqual({
    status: 422,
    errors: { field: words },
  });
});

it('leaves alone what holds no field errors', () => {
  for (const body of [undefined, 'text', { status: 500 }]) expect(withKnownWords(body)).toBe(body);
});
