import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../src/pipeline.js';
import { countDoubt } from '../../../src/ingest/count/count-records.js';
import { memorySource } from '../../../src/ingest/bytes/byte-source.js';
import { readSurveyed } from '../../../src/ingest/reader.js';
import { surveyFile } from '../../../src/ingest/survey-file.js';
import { openBytes, openSource } from '../../../src/ingest/bytes/open-file.js';
import { makeWorkbook } from '../bytes/make-archive.js';
import { seeds } from '../fuzz.js';
import { inFolder } from '../in-folder.js';

async function found(content: string, name: string): Promise<number | null> {
  const file = await openBytes(Buffer.from(content), name);
  return (await surveyFile({ path: name, file })).found;
}

describe('a count of its own', () => {
  it('counts filled records of a table: its header, blank lines and line ends in cells left out', async () => {
    expect(await found('date;texte\n\n2026-03-01;"Très\nbon"\n;\n2026-03-02;Un "mot";\r\n', 'a.csv')).toBe(2);
  });
  it('counts the lines that a quote without end has swallowed', async () => {
    expect(await found('date;texte\n2026-03-01;"Très bon\n2026-03-02;Bon\n2026-03-03;Non\n', 'a.csv')).toBe(
      3,
    );
  });
  it('counts lines and items of JSON, brackets in texts left out', async () => {
    const one = (id: number): string =>
      JSON.stringify({ id, date: '2026-03-01', text: 'Un ] mot, "bon" {', author: 'x' });
    expect(await found(`[${one(1)},\n${one(2)}, ${one(3)}]`, 'a.json')).toBe(3);
    expect(await found(`${one(1)}\n\n${one(2)}\n`, 'a.ndjson')).toBe(2);
  });
  it('counts the mails of a mailbox: a "From " inside a mail is none', async () => {
    const mail = (at: number): string =>
      `From a@example.org Tue Mar  5 10:12:0${at} 2024\nFrom: A <a@example.org>\nSubject: Pot ${at}\nDate: Tue, 5 Mar 2024 10:12:00 +0100\n\nFrom here on it leaks.\n\n`;
    expect(await found(mail(1) + mail(2) + mail(3), 'box.mbox')).toBe(3);
  });
  it('counts the items of nested JSON where the format has them', async () => {
    const message = (id: number): object => ({
      id,
      type: 'message',
      date_unixtime: '1767225600',
      from_id: 'user1',
      text: 'Bonjour, "messages": [1, 2]',
      reactions: [{ count: 2 }],
    });
    const chat = (list: number[]): object => ({
      name: 'A',
      type: 'private_group',
      id: 1,
      messages: list.map(message),
    });
    expect(await found(JSON.stringify(chat([1, 2, 3])), 'result.json')).toBe(3);
    expect(
      await found(
        JSON.stringify({
          contacts: { list: [{ first_name: 'B' }] },
          chats: { list: [chat([1, 2]), chat([3])] },
        }),
        'result.json',
      ),
    ).toBe(3);
    const tweet = (id: number): object => ({
      id: `${id}`,
      author_id: '9',
      text: 'Bien',
      created_at: '2026-01-01T00:00:00Z',
    });
    const page = (...ids: number[]): string =>
      JSON.stringify({ data: ids.map(tweet), meta: { result_count: ids.length } });
    expect(await found(`${page(1, 2)}\n${page(3)}\n{"meta":{"result_count":0}}\n`, 'tweets.jsonl')).toBe(3);
    expect(
      await found(
        `${JSON.stringify(tweet(1))}\n{"id": "2", "text": "cut\n${JSON.stringify(tweet(3))}\n`,
        'tweets.jsonl',
      ),
    ).toBe(3);
  });
  it('counts the comments of Reddit, not what stands for others', async () => {
    const thing = (kind: string, data: object): object => ({ kind, data });
    const comment = (id: string, replies: unknown = ''): object =>
      thing('t1', { id, body: 'a "kind": "t1" in it', link_id: 't3_a', subreddit: 's', replies });
    const listing = (...children: object[]): object => thing('Listing', { children });
    const text = JSON.stringify(
      listing(
        comment('a', listing(comment('b'), thing('more', { count: 7, children: ['c'] }))),
        comment('d'),
      ),
    );
    expect(await found(text, 'reddit.json')).toBe(3);
  });
  it('counts the messages of a chat by the dates that begin lines, and what stands above', async () => {
    const chat =
      'Discussion exportée\n12/03/2026 à 14:05 - Ines: Bonjour\nsuite du 12/03/2026\n12/03/2026 à 14:06 - Paul: 12:30 - ok\n13/03/2026 à 9:00 - Ines: Oui\n';
    expect(await found(chat, 'Discussion WhatsApp avec Ines.txt')).toBe(4);
    expect(await found(`\ufeff${chat.replaceAll('\n', '\r\n')}`, 'Discussion WhatsApp avec Ines.txt')).toBe(
      4,
    );
    const wide = await openBytes(
      Buffer.from(`\ufeff${chat}`, 'utf16le'),
      'Discussion WhatsApp avec Ines.txt',
    );
    expect((await surveyFile({ path: 'a.txt', file: wide })).found).toBe(4);
  });
  it('counts the filled rows of the sheets of a workbook', async () => {
    const bytes = makeWorkbook([
      [
        ['Date', 'Commentaire'],
        ['2026-03-01', 'Très bon beurre'],
        ['', ' '],
        ['2026-03-02', 'Pot fendu'],
      ],
      [
        ['Date', 'Commentaire'],
        [46_084, { formula: 'A1', value: 'Livré en retard' }],
        [null, null],
      ],
    ]);
    const file = await openBytes(bytes, 'avis.xlsx');
    expect((await surveyFile({ path: 'avis.xlsx', file })).found).toBe(3);
  });
  it('is null where nothing simple tells records', async () => {
    expect(await found('Bonjour à tous', 'a.txt')).toBeNull();
  });
});

/** Fixtures whose replies of a shop stand inside the review they answer, or messages inside their chat: more records than marks. */
const REPLIES = new Set([
  'app-store',
  'google-business',
  'dataforseo',
  'trustpilot-json',
  'bazaarvoice',
  'livechat',
  'zendesk-chat',
]);

it('counts the fixtures of all formats that give records', async () => {
  const wrong: string[] = [];
  for (const { name, bytes } of seeds()) {
    const opened = await openSource(name, memorySource(bytes), async () => undefined);
    if (opened.kind !== 'file') continue;
    const walked = { path: name, file: opened.file };
    const surveyed = await surveyFile(walked);
    let items = 0;
    for await (const event of readSurveyed(walked, surveyed))
      if (event.type === 'fileEnd') items += event.items;
    // one article of Factiva has nothing in it, not even its number
    // of one post of Instagram the comments alone were asked for: it is missing
    const expected =
      items +
      (name.startsWith('factiva-html/articles-fr') ? -1 : name === 'facebook-graph/media.json' ? 1 : 0);
    if (items > 0 && !REPLIES.has(surveyed.format ?? '') && surveyed.found !== expected)
      wrong.push(`${name}: ${surveyed.found} found, ${items} read or rejected`);
    if (REPLIES.has(surveyed.format ?? '') && !(surveyed.found !== null && surveyed.found > 0))
      wrong.push(`${name}: ${surveyed.found} found`);
  }
  expect(wrong).toEqual([]);
});

it('tells in the corpus how many records are missing', async () => {
  expect(countDoubt(5, 5)).toBeUndefined();
  expect(countDoubt(null, 0)).toBeUndefined();
  expect(countDoubt(5, 3)).toBe(
    '5 records counted in the file, 3 of them read or rejected: 2 may be missing',
  );
  const content = {
    'avis.csv': 'date;texte;url\n2026-03-01;Très bon beurre;https://avis.example/1\n',
    'chiffres.csv': 'a;b\n1;2\n3;4\n5;6\n',
  };
  await inFolder(content, async (folder) => {
    const paths = Object.keys(content).map((name) => join(folder, name));
    const corpus = await buildCorpus(paths, join(folder, 'corpus'), {
      key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      workers: 0,
    });
    const counts = corpus.manifest.files.map(({ path, found: count, read }) => [path, count, read]);
    const doubts = (
      await corpus.query(`SELECT file, hint FROM doubts WHERE hint LIKE '%may be missing'`)
    ).objects();
    corpus.close();
    expect(counts).toEqual([
      ['avis.csv', 1, 1],
      [expect.stringMatching(/^file-[\da-f]{10}\.csv$/), 3, 0],
    ]);
    expect(doubts).toEqual([
      {
        file: expect.stringMatching(/^file-[\da-f]{10}\.csv$/) as string,
        hint: '3 records counted in the file, 0 of them read or rejected: 3 may be missing',
      },
    ]);
  });
});
