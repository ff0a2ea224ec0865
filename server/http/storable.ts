import { InvalidInput } from '../domain/errors';
import { Unreadable } from './http-errors';

const MAX_DEPTH = 40;
/** Keys that would reach into the prototype of an object built from them. */
const HARMFUL_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Refuses text that the two databases would treat differently: PostgreSQL takes no U+0000, and a lone
 * surrogate has no UTF-8. Walks with a stack of its own, so depth costs nothing.
 *
 * @throws Unreadable for such text; InvalidInput for nesting over 40 levels or a prototype key
 * @see security checklist D6, V1, V5
 */
export function assertStorable(value: unknown): void {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value: current, depth } = next;
    if (typeof current === 'string') assertStorableText(current);
    if (typeof current !== 'object' || current === null) continue;
    if (depth >= MAX_DEPTH) throw new InvalidInput(`Nested deeper than ${MAX_DEPTH} levels`);
    for (const [key, child] of Object.entries(current)) {
      if (HARMFUL_KEYS.has(key))
        throw new InvalidInput(`Unknown field ${key}`, { errors: { body: 'unknown field' } });
      assertStorableText(key);
      open.push({ value: child, depth: depth + 1 });
    }
  }
}

/** @throws Unreadable when the text holds U+0000 or half of a surrogate pair */
export function assertStorableText(text: string): void {
  if (text.includes('\0')) throw new Unreadable('The text holds a NUL character');
  if (LONE_SURROGATE.test(text)) throw new Unreadable('The text holds half of a surrogate pair');
}

const LONE_SURROGATE = /\p{Surrogate}/u;
