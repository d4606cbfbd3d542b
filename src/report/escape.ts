import { createHash } from 'node:crypto';
import { printable } from '../util/printable.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Text made safe for HTML content and quoted attributes. Control characters and those that turn the direction of writing
 * around, which can hide or forge what is read, are taken out.
 *
 * @example
 * escapeHtml('<b onclick="x">\u202Eab')
 * // → '&lt;b onclick=&quot;x&quot;&gt;ab'
 */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** A style or a script as a content policy names it. */
export const contentHash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
