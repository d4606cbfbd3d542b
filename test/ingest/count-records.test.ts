import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../src/pipeline.js';
import { countDoubt } from '../../src/ingest/count-records.js';
import { surveyFile } from '../../src/ingest/survey-file.js';
import { openBytes } from '../../src/ingest/bytes/open-file.js';
import { inFolder } from './in-folder.js';

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
  it('is null where nothing simple tells records', async () => {
    expect(await found('Bonjour à tous', 'a.txt')).toBeNull();
  });
});

it('tells in the corpus how many records are missing', async () => {
  expect(countDoubt(5, 5)).toBeUndefined();
  expect(countDoubt(null, 0)).toBeUndefined();
  expect(countDoubt(5, 3)).toBe(
    '5 records counted in the file, 3 of them read or rejected: 2 may be missing',
  );
  const content = {
    'avis.csv': 'date;texte\n2026-03-01;Très bon beurre\n',
    'chiffres.csv': 'a;b\n1;2\n3;4\n5;6\n',
  };
  await inFolder(content, async (folder) => {
    const paths = Object.keys(content).map((name) => join(folder, name));
    const corpus = await buildCorpus(paths, join(folder, 'corpus'), { key: 'k', workers: 0 });
    const counts = corpus.manifest.files.map(({ path, found: count, read }) => [path, count, read]);
    const doubts = (
      await corpus.query(`SELECT file, hint FROM doubts WHERE hint LIKE '%may be missing'`)
    ).objects();
    corpus.close();
    expect(counts).toEqual([
      ['avis.csv', 1, 1],
      ['chiffres.csv', 3, 0],
    ]);
    expect(doubts).toEqual([
      {
        file: 'chiffres.csv',
        hint: '3 records counted in the file, 0 of them read or rejected: 3 may be missing',
      },
    ]);
  });
});
