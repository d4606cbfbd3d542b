import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';

/** Bytes of a text: ASCII, and the given bytes for other characters. */
const bytes = (text: string, others: Readonly<Record<string, number>>): Uint8Array =>
  Uint8Array.from([...text].map((char) => others[char] ?? char.charCodeAt(0)));

const TEXT = 'Date;Avis;Prix\n2026-03-01;Très déçue à la caisse;45 €\n';

describe('encodings of one byte', () => {
  it.each<readonly [string, string, Readonly<Record<string, number>>]>([
    ['windows-1252', TEXT, { è: 0xe8, é: 0xe9, ç: 0xe7, à: 0xe0, '€': 0x80 }],
    ['iso-8859-15', TEXT, { è: 0xe8, é: 0xe9, ç: 0xe7, à: 0xe0, '€': 0xa4 }],
    ['macintosh', TEXT, { è: 0x8f, é: 0x8e, ç: 0x8d, à: 0x88, '€': 0xdb }],
    [
      'windows-1252',
      'Date;Avis\n2026-03-01;“Oui”… dit-elle, un été\n',
      { '“': 0x93, '”': 0x94, '…': 0x85, é: 0xe9 },
    ],
  ])('%s', async (encoding, text, others) => {
    const file = await openBytes(bytes(text, others), 'a.csv');
    let read = '';
    for await (const chunk of file.text()) read += chunk;
    expect([file.encoding, read]).toEqual([encoding, text]);
  });
});
