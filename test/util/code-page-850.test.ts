import { describe, expect, it } from 'vitest';
import { decode850, is850 } from '../../src/util/code-page-850.js';
import { openBytes } from '../../src/ingest/bytes/open-file.js';

const TEXT =
  'Date;Avis;Prix\n2026-03-01;Très déçue à la caisse, même le gérant ; où est l’accueil ? Été gâché;45\n'.replace(
    '’',
    "'",
  );
/** Bytes of the accents of the text in each encoding, as their tables have them. */
const BYTES = {
  ibm850: { è: 0x8a, é: 0x82, ç: 0x87, à: 0x85, ê: 0x88, ù: 0x97, â: 0x83, É: 0x90 },
  macintosh: { è: 0x8f, é: 0x8e, ç: 0x8d, à: 0x88, ê: 0x90, ù: 0x9d, â: 0x89, É: 0x83 },
  'windows-1252': { è: 0xe8, é: 0xe9, ç: 0xe7, à: 0xe0, ê: 0xea, ù: 0xf9, â: 0xe2, É: 0xc9 },
} as const;
const bytesOf = (text: string, table: Readonly<Record<string, number>>): Uint8Array =>
  Uint8Array.from([...text].map((char) => table[char] ?? char.charCodeAt(0)));

describe('code page 850', () => {
  it.each(Object.entries(BYTES))('is told from others by é: %s', async (encoding, table) => {
    const file = await openBytes(bytesOf(TEXT, table), 'a.csv');
    let read = '';
    for await (const chunk of file.text()) read += chunk;
    expect([file.encoding, read]).toEqual([encoding, TEXT]);
    expect(is850(bytesOf(TEXT, table))).toBe(encoding === 'ibm850');
  });

  it('is not read into signs of Windows that stand by words', () => {
    const windows = (text: string): Uint8Array => bytesOf(text, { '‚': 0x82, '‘': 0x91, '…': 0x85, é: 0xe9 });
    expect(is850(windows('er sagte ‚ja‘ und ‚nein‘ …'))).toBe(false);
    expect(is850(windows('un été, ‚oui‘ dit-il'))).toBe(false);
    expect(is850(new Uint8Array(0))).toBe(false);
  });

  it('has each of its 256 characters once, ASCII as it is', () => {
    const all = decode850(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    expect(new Set(all).size).toBe(256);
    expect(all.slice(0, 128)).toBe(String.fromCharCode(...Array.from({ length: 128 }, (_, at) => at)));
    expect([...'Çéàÿ£«»¢¥ãÊßµ°\u00a0'].map((char) => all.indexOf(char))).toEqual([
      0x80, 0x82, 0x85, 0x98, 0x9c, 0xae, 0xaf, 0xbd, 0xbe, 0xc6, 0xd2, 0xe1, 0xe6, 0xf8, 0xff,
    ]);
  });
});
