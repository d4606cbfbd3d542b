import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { detectFormat } from '../../../src/ingest/detect.js';
import { htmlToText } from '../../../src/ingest/markup/html.js';
import { parseAsEvents, readSurveyed } from '../../../src/ingest/reader.js';
import { surveyFile } from '../../../src/ingest/survey-file.js';
import { guessColumns } from '../../../src/ingest/table/guess-columns.js';
import { AT_MOST, growth, growthOf, MORE } from '../../growth.js';
import { type Seed, seeds } from '../../ingest/fuzz.js';

/** Tokens of the grammars: markup, JSON, tables, mail, chats. */
const TOKENS = [
  '<div>',
  '</p>',
  '<a b="',
  '<!--',
  '<![CDATA[',
  '&amp;',
  '&',
  '"',
  '""',
  "'",
  '\\',
  '[',
  '{"a":',
  ']',
  '},{',
  ',',
  ';',
  '\t',
  '\n',
  '\r\n\r\n',
  'a',
  ' ',
  ' x',
  '> ',
  '--b\n',
  'From a@b.c Mon Jan  1 10:00:00 2024\n',
  'X-A: b\n',
  ' folded\n',
  '=?utf-8?q?a?= ',
  '12/03/2026 10:00 - Zoé: oui\n',
  '12/03/2026 ',
  '1 of 2 DOCUMENTS\n\n',
  'é',
  '\u200e',
  '0',
] as const;
/** Bytes of repeated tokens. */
const BYTES = 50_000;
/** Times as long as text twice as long may take. */
const DOUBLED = 2.3;

/** A fixture with one token again and again in its middle, after the line that stands there. */
function grown({ bytes }: Seed, token: string, size: number): Buffer {
  const line = bytes.indexOf(10, bytes.length >> 1) + 1;
  const at = line > 0 ? line : bytes.length >> 1;
  return Buffer.concat([
    bytes.subarray(0, at),
    Buffer.from(token.repeat(Math.ceil(size / token.length))),
    bytes.subarray(at),
  ]);
}

async function readWhole(bytes: Buffer, name: string): Promise<void> {
  const walked = { path: name, file: await openBytes(bytes, name) };
  for await (const _ of readSurveyed(walked, await surveyFile(walked)));
}

async function read(text: string, name: string): Promise<number> {
  let seen = 0;
  const file = await openBytes(Buffer.from(text), name);
  for (const { source } of detectFormat(file).slice(0, 1))
    for await (const event of parseAsEvents(file, source))
      seen += event.type === 'batch' ? event.records.length : 0;
  if (file.table) guessColumns(file.table);
  return seen;
}

const MAIL =
  'From a@b.c Mon Jan  1 10:00:00 2024\nFrom: a@b.c\nTo: d@e.f\nSubject: x\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n';

describe('time in proportion to the text', () => {
  it.each<readonly [string, (n: number) => string]>([
    ['nested <div>', (n) => `${'<div>'.repeat(n)}x${'</div>'.repeat(n)}`],
    ['<div> never closed', (n) => '<div>'.repeat(n)],
    ['</p> never opened', (n) => `a${'</p>'.repeat(n)}b`],
    ['<br>', (n) => `a${'<br>'.repeat(n)}b`],
    ['<p><br>', (n) => '<p><br> '.repeat(n)],
    ['nested <svg>', (n) => '<svg>'.repeat(n)],
    ['&amp;', (n) => '&amp;'.repeat(n)],
    ['&', (n) => '&'.repeat(n)],
    ['<', (n) => '<'.repeat(n)],
    ['<!--', (n) => '<!--'.repeat(n)],
    ['<a ', (n) => `<a ${'b="c" '.repeat(n)}`],
  ])('of HTML: %s', async (_, text) => {
    expect(await growthOf(text, htmlToText)).toBeLessThanOrEqual(AT_MOST);
  });

  it.each<readonly [string, string, (n: number) => string]>([
    ['quotes of a table', 'a.csv', (n) => `date;avis\n2024-01-01;"${'"a'.repeat(n)}`],
    [
      'open quotes, line by line',
      'a.csv',
      (n) => `date;avis\n${'2024-01-01;"un avis assez long\n'.repeat(n)}`,
    ],
    ['delimiters', 'a.csv', (n) => `date;avis\n2024-01-01;${';'.repeat(n)}\n`],
    ['short lines', 'a.csv', (n) => `Date;Avis\n${'2024-01-01;un avis assez long\n'.repeat(n)}`],
    ['JSON brackets', 'a.json', (n) => `[${'['.repeat(n)}`],
    [
      'JSON items',
      'a.json',
      (n) => `[${'{"date":"2024-01-01","text":"un avis assez long","author":"z"},'.repeat(n)}{}]`,
    ],
    ['JSON escapes', 'a.json', (n) => `[{"text":"${'\\\\'.repeat(n)}"}]`],
    ['lines of a chat', 'a.txt', (n) => '12/09/2026 09:58 - Zoé: Bonjour à tous\n'.repeat(n)],
    [
      'one long message',
      'a.txt',
      (n) => `12/09/2026 09:58 - Zoé: Bonjour\n12/09/2026 09:59 - Léo: oui\n${'et encore\n'.repeat(n)}`,
    ],
    ['quoted lines of a mail', 'a.mbox', (n) => `${MAIL}\n${'> encore\n'.repeat(n)}`],
    [
      'headers of a mail',
      'a.eml',
      (n) => `${MAIL.replace(/^From .*\n/, '')}${'X-A: b\n'.repeat(n)}\nBonjour\n`,
    ],
    [
      'folded headers',
      'a.eml',
      (n) => `${MAIL.replace(/^From .*\n/, '')}X-A: b\n${' c\n'.repeat(n)}\nBonjour\n`,
    ],
    [
      'items of a feed',
      'a.xml',
      (n) =>
        `<rss version="2.0"><channel><title>t</title>${'<item><title>a</title></item>'.repeat(n)}</channel></rss>`,
    ],
    ['elements of a feed', 'a.xml', (n) => `<rss version="2.0"><channel><item>${'<a>'.repeat(n)}`],
  ])('of a file: %s', async (_, name, text) => {
    expect(await growthOf(text, (whole) => read(whole, name))).toBeLessThanOrEqual(AT_MOST);
  });
});

/** Bodies of a mail, encoded and not, and parts in parts. */
const ENCODED = (encoding: string): string =>
  `${MAIL.replace(/^From .*\n/, '')}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ${encoding}\n\n`;
const PARTS = (type: string): string =>
  `${MAIL.replace(/^From .*\n/, '')}Content-Type: multipart/${type}; boundary=b\n\n`;

describe('time in proportion to the body of a mail', () => {
  it.each<readonly [string, (n: number) => string]>([
    ['base64', (n) => ENCODED('base64') + 'Qm9uam91ciwgbGUgcG90IGVzdCBjYXNzw6kg\n'.repeat(n)],
    ['base64 in one line', (n) => ENCODED('base64') + 'Qm9uam91'.repeat(n)],
    [
      'quoted-printable',
      (n) => ENCODED('quoted-printable') + 'La cr=C3=A8me est =\ntourn=C3=A9e\n'.repeat(n),
    ],
    ['soft breaks', (n) => ENCODED('quoted-printable') + '=\n'.repeat(n)],
    ['bad escapes', (n) => ENCODED('quoted-printable') + '=ZZ==C3'.repeat(n)],
    ['words in a wrong charset', (n) => ENCODED('8bit') + 'crÃ¨me\n'.repeat(n)],
    ['headers in the text', (n) => `${ENCODED('8bit')}Bonjour\n${'De : Zoé\nEnvoyé : lundi\n\n'.repeat(n)}`],
    ['parts', (n) => `${PARTS('mixed')}${'--b\nContent-Type: text/html\n\n<p>un</p>\n'.repeat(n)}--b--\n`],
    [
      'attachments',
      (n) => `${PARTS('mixed')}${'--b\nContent-Type: image/png; name=a.png\n\nun\n'.repeat(n)}--b--\n`,
    ],
    [
      'a digest',
      (n) => `${PARTS('digest')}${`--b\n\n${MAIL.replace(/^From .*\n/, '')}\nBonjour\n`.repeat(n)}--b--\n`,
    ],
    ['what is no boundary', (n) => `${PARTS('mixed')}--b\n\n${'--bx\n'.repeat(n)}--b--\n`],
    [
      'mails in mails',
      (n) =>
        `${`${MAIL.replace(/^From .*\n/, '')}Content-Type: message/rfc822\n\n`.repeat(Math.ceil(n / 10))}${MAIL}\nfin`,
    ],
  ])('%s', async (_, text) => {
    expect(await growthOf(text, (whole) => read(whole, 'a.eml'))).toBeLessThanOrEqual(AT_MOST);
  });
});

// Some 2,000 seconds of a processor in all: run a family at a time, as -t "'[a-c]".
describe.each(seeds().filter(({ bytes }) => bytes.readUInt16BE(0) !== 0x504b))('$name', (seed) => {
  it('takes time in proportion to any repeated token', async () => {
    const slow: string[] = [];
    for (const token of TOKENS) {
      const some = grown(seed, token, BYTES),
        many = grown(seed, token, MORE * BYTES);
      const ratio = await growth(
        () => readWhole(some, seed.name),
        () => readWhole(many, seed.name),
      );
      if (ratio <= AT_MOST) continue;
      // what begins once a file is larger than its head is a step, not growth: so the bar itself, from there on
      const twice = grown(seed, token, 2 * MORE * BYTES);
      const doubled = await growth(
        () => readWhole(many, seed.name),
        () => readWhole(twice, seed.name),
        DOUBLED,
      );
      if (doubled > DOUBLED)
        slow.push(`${JSON.stringify(token)}, doubled: ${doubled.toFixed(1)} times the time`);
    }
    expect(slow).toEqual([]);
  });
});
