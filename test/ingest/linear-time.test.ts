import { describe, expect, it } from 'vitest';
import { openBytes } from '../../src/ingest/bytes/open-file.js';
import { detectFormat } from '../../src/ingest/detect.js';
import { htmlToText } from '../../src/ingest/markup/html.js';
import { parseAsEvents } from '../../src/ingest/reader.js';
import { guessColumns } from '../../src/ingest/table/guess-columns.js';

const SMALL = 1_000;
const TIMES = 16;
/** A reader in proportion takes 16 times as long, one that looks back at everything 256 times. */
const AT_MOST = 80;

/** Processor time of the fastest of three runs, in milliseconds; never under 1, so that nothing small decides. */
async function cost(run: () => Promise<unknown> | unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 3; turn++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return Math.max(1, best);
}

async function growth(run: (n: number) => Promise<unknown> | unknown): Promise<number> {
  await run(SMALL);
  return (await cost(() => run(SMALL * TIMES))) / (await cost(() => run(SMALL)));
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
    expect(await growth((n) => htmlToText(text(n)))).toBeLessThan(AT_MOST);
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
  ])(
    'of a file: %s',
    async (_, name, text) => {
      expect(await growth((n) => read(text(n), name))).toBeLessThan(AT_MOST);
    },
    600_000,
  );
});
