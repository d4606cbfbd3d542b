import { describe, expect, it } from 'vitest';
import { htmlToText } from '../../src/ingest/markup/html.js';
import { openBytes } from '../../src/ingest/bytes/open-file.js';
import { readSurveyed } from '../../src/ingest/reader.js';
import { surveyFile } from '../../src/ingest/survey-file.js';

/** Bytes of one token again and again: what looks back at everything, or calls itself, does not end on them. */
const BYTES = 400_000;
const repeat = (token: string): string => token.repeat(BYTES / token.length);

/** Format, records and rejects of a file that is read whole. */
async function read(name: string, content: string): Promise<string> {
  const walked = { path: name, file: await openBytes(Buffer.from(content), name) };
  let records = 0,
    rejects = 0,
    format: string | null = null;
  for await (const event of readSurveyed(walked, await surveyFile(walked))) {
    if (event.type === 'batch') {
      records += event.records.length;
      rejects += event.rejects.length;
    } else if (event.type === 'fileEnd') format = event.format;
  }
  return `${format}: ${records} records, ${rejects} rejects`;
}

const REVIEW =
  '{"reviewerID":"A1","asin":"B1","reviewText":"Un avis assez long","overall":5.0,"unixReviewTime":1393545600}';
const MAIL = 'From: a@b.c\nTo: d@e.f\nSubject: x\nDate: Mon, 1 Jan 2024 10:00:00 +0000\n';
const RSS = '<rss version="2.0"><channel><title>t</title>';

describe('400 KB of one token', () => {
  it.each<readonly [string, string, string]>([
    ['nested', `${repeat('<div>')}x${repeat('</div>')}`, 'x'],
    ['never closed', `x${repeat('<div>')}`, 'x'],
    ['never opened', `a${repeat('</p>')}b`, 'a\n\nb'],
    ['attributes', `<a ${repeat('b="c" ')}>x</a>`, 'x'],
    ['entities', repeat('&amp;'), '&'.repeat(BYTES / 5)],
    ['signs', repeat('&'), '&'.repeat(BYTES)],
    ['comments', `x${repeat('<!--')}`, 'x'],
  ])('HTML: %s', (_, html, text) => {
    expect(htmlToText(html) === text).toBe(true);
  });

  it.each<readonly [string, string, string]>([
    ['a.json', repeat('['), 'null: 0 records, 0 rejects'],
    ['b.json', repeat('{"a":'), 'null: 0 records, 0 rejects'],
    ['c.json', `[{"text":"${repeat('\\\\')}"}]`, 'null: 0 records, 0 rejects'],
    ['reviews.json', `${REVIEW}\n${repeat('[')}\n${REVIEW}\n`, 'amazon-reviews: 2 records, 1 rejects'],
    ['more.json', `${REVIEW}\n${repeat('{"a":')}\n${REVIEW}\n`, 'amazon-reviews: 2 records, 1 rejects'],
    ['list.json', `[${REVIEW},${repeat('[')}`, 'amazon-reviews: 1 records, 1 rejects'],
    ['commas.json', `[${REVIEW}${repeat(',')}]`, 'null: 0 records, 0 rejects'],
    [
      'quotes.csv',
      `date;avis\n2024-01-01;Un avis assez long\n2024-01-01;"${repeat('"a')}`,
      'table: 2 records, 0 rejects',
    ],
    [
      'cells.csv',
      `date;avis\n2024-01-01;Un avis assez long\n2024-01-01;${repeat(';')}\n`,
      'table: 1 records, 1 rejects',
    ],
    ['lines.csv', `date;avis\n2024-01-01;Un avis assez long\n${repeat('\n')}`, 'table: 1 records, 0 rejects'],
    ['chat.txt', repeat('12/09/2026 09:58 - Zoé: Bonjour à tous \n'), 'whatsapp: 10000 records, 0 rejects'],
    [
      'spaces.txt',
      `12/09/2026 09:58 - Zoé: Bonjour\n12/09/2026 09:59 - Léo: a${repeat('\t')}b\n12/09/2026 10:00 - Léo: TITRE :${repeat('\n')}`,
      'whatsapp: 3 records, 0 rejects',
    ],
    ['headers.eml', `${MAIL}${repeat('X-A: b\n')}\nBonjour\n`, 'eml: 1 records, 0 rejects'],
    ['folded.eml', `${MAIL}X-A: b\n${repeat(' c\n')}\nBonjour\n`, 'eml: 1 records, 0 rejects'],
    [
      'items.xml',
      `${RSS}${repeat('<item><title>a</title></item>')}</channel></rss>`,
      'feed: 13793 records, 0 rejects',
    ],
    ['elements.xml', `${RSS}<item>${repeat('<a>')}`, 'feed: 0 records, 1 rejects'],
  ])('%s is read to its end', async (name, content, outcome) => {
    await expect(read(name, content)).resolves.toBe(outcome);
  });
});
