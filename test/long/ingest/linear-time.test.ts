import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { detectFormat } from '../../../src/ingest/detect.js';
import { htmlToText } from '../../../src/ingest/markup/html.js';
import { parseAsEvents, readSurveyed } from '../../../src/ingest/reader.js';
import { surveyFile } from '../../../src/ingest/survey-file.js';
import { guessColumns } from '../../../src/ingest/table/guess-columns.js';
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
/** Bytes of repeated tokens; what reads them in less has nothing that looks back at everything. */
const BYTES = 100_000,
  QUICK_MS = 80;
/**
 * Small and large texts differ by so much: a reader in proportion takes 16 times as long, with the garbage of a large text somewhat
 * more, one that looks back at everything 256 times.
 */
const SMALL = 1_000,
  TIMES = 16,
  TIMES_AT_MOST = 80;
/** The same of fixtures: 8 times in proportion, 64 times with looking back. */
const MORE = 8,
  MORE_AT_MOST = 16;

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

/** Processor time of the fastest of some runs, in milliseconds; never under 1, so that nothing small decides. */
async function cost(times: number, run: () => Promise<unknown> | unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return Math.max(1, best);
}

/** The least of three looks at a ratio: a machine that others use disturbs one, not what grows by itself. */
async function leastRatio(atMost: number, look: () => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3 && least > atMost; time++) least = Math.min(least, await look());
  return least;
}

async function growth(run: (n: number) => Promise<unknown> | unknown): Promise<number> {
  await run(SMALL);
  return leastRatio(
    TIMES_AT_MOST,
    async () => (await cost(3, () => run(SMALL * TIMES))) / (await cost(3, () => run(SMALL))),
  );
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
    expect(await growth((n) => htmlToText(text(n)))).toBeLessThan(TIMES_AT_MOST);
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
    expect(await growth((n) => read(text(n), name))).toBeLessThan(TIMES_AT_MOST);
  });
});

describe.each(seeds().filter(({ bytes }) => bytes.readUInt16BE(0) !== 0x504b))('$name', (seed) => {
  it('takes time in proportion to any repeated token', async () => {
    const slow: string[] = [];
    for (const token of TOKENS) {
      const some = grown(seed, token, BYTES);
      if ((await cost(3, () => readWhole(some, seed.name))) < QUICK_MS) continue;
      const many = grown(seed, token, MORE * BYTES);
      const ratio = await leastRatio(
        MORE_AT_MOST,
        async () =>
          (await cost(1, () => readWhole(many, seed.name))) /
          (await cost(3, () => readWhole(some, seed.name))),
      );
      if (ratio > MORE_AT_MOST)
        slow.push(`${JSON.stringify(token)}, ${MORE} times as many: ${ratio.toFixed(1)} times the time`);
    }
    expect(slow).toEqual([]);
  });
});
