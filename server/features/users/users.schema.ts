import { z } from 'zod';
import { LANGUAGES } from '../../domain/claim';
import { ROLES } from '../../domain/permissions';
import { oneLine } from '../../http/one-line';

const email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>,;"']+@[^\s@<>,;"']+\.[^\s@<>,;"']+$/, 'is no mail address');
const password = z.string().max(1000);
const name = oneLine(200);

export const SignInBody = z.strictObject({
  email: z.string().max(254),
  password,
  code: z.string().max(10).optional(),
});
export const ForgotBody = z.strictObject({ email: z.string().max(254) });
export const SetPasswordBody = z.strictObject({ token: z.string().max(100), password });
export const ChangePasswordBody = z.strictObject({ current: password, password });
export const ChangeOwnBody = z.strictObject({ language: z.enum(LANGUAGES) });
export const InviteBody = z.strictObject({
  email,
  name,
  role: z.enum(ROLES),
  language: z.enum(LANGUAGES).default('kk'),
});
/** Read-only fields may come back as react-admin sends the whole record. */
export const ChangeUserBody = z
  .strictObject({
    version: z.int32().positive(),
    name: name.optional(),
    role: z.enum(ROLES).optional(),
    language: z.enum(LANGUAGES).optional(),
    active: z.boolean().optional(),
    id: z.unknown().optional(),
    email: z.unknown().optional(),
    createdAt: z.unknown().optional(),
    invited: z.unknown().optional(),
    sessions: z.unknown().optional(),
  })
  .transform(({ version, name, role, language, active }) => ({ version, name, role, language, active }));
export const ApiTokenBody = z.strictObject({ name: z.string().trim().min(1).max(100) });
