import { expect, it } from 'vitest';
import { containerOf } from '../../../src/ingest/bytes/container.js';

it.each<readonly [string, Uint8Array]>([
  ['empty', new Uint8Array()],
  ['zip', Buffer.from('PK\u0003\u0004')],
  ['gzip', Uint8Array.of(0x1f, 0x8b, 8)],
  ['rtf', Buffer.from('{\\rtf1')],
  ['pdf', Buffer.from('%PDF-1.7')],
  ['binary', Uint8Array.from({ length: 100 }, (_, at) => at % 8)],
  ['text', Buffer.from('a,b\u0000\nun texte, ordinaire\n')],
  ['text', Buffer.from('Date;Avis', 'utf16le')],
])('tells %s by its first bytes', (kind, head) => {
  expect(containerOf(head)).toBe(kind);
});
