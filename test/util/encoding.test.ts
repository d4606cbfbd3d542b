import { describe, expect, it } from 'vitest';
import { openBytes } from '../../src/ingest/bytes/open-file.js';
import { decodeWindows1252, encodingOf } from '../../src/util/encoding.js';

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

it('knows UTF-16 by its BOM or by its NUL bytes, and UTF-8 cut in a character', () => {
  const wide = Buffer.from('Date;Avis', 'utf16le');
  expect(encodingOf(wide)).toEqual({ encoding: 'utf-16le', bom: 0 });
  expect(encodingOf(Buffer.concat([Uint8Array.of(0xff, 0xfe), wide]))).toEqual({
    encoding: 'utf-16le',
    bom: 2,
  });
  expect(encodingOf(Buffer.from('avis très déçu').subarray(0, 8))).toEqual({ encoding: 'utf-8', bom: 0 });
  expect(decodeWindows1252(Uint8Array.of(0x80, 0x20, 0xe9))).toBe('€ é');
});
