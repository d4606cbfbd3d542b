import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeEach, expect, it } from 'vitest';
import { sentimentFolder } from '../../enrich/transformer/tiny-onnx.js';
import { runCli } from '../../../src/cli/run.js';
import { run } from '../run-here.js';
import { temporaryFolder } from '../../temporary-folder.js';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

it('draws messages, reads the labels back and corrects shares by them', async () => {
  const lines = Array.from({ length: 60 }, (_, at) =>
    at % 2 === 0
      ? `${at},2026-03-01T10:${String(at).padStart(2, '0')}:00Z,p${at},=Très déçue du fromage numéro ${at} : rassis et sec \u001b]0;titre\u0007\u202e`
      : `${at},2026-03-01T10:${String(at).padStart(2, '0')}:00Z,p${at},Excellent fromage numéro ${at} je recommande`,
  );
  writeFileSync(join(folder, 'a.csv'), `id,date,auteur,commentaire\n${lines.join('\n')}\n`);
  const corpus = join(folder, 'corpus'),
    csv = join(folder, 'labels.csv'),
    html = join(folder, 'labels.html');
  expect((await run('ingest', join(folder, 'a.csv'), '--out', corpus)).code).toBe(0);
  const drawn = await run('label', '--corpus', corpus, '--out', csv, '--html', html, '--n', '40');
  expect(drawn.out).toContain('40 of 60 messages');
  expect(readFileSync(html, 'utf8')).toContain('Content-Security-Policy');
  const rows: Record<string, string>[] = parse(readFileSync(csv, 'utf8'), { columns: true });
  expect(rows).toHaveLength(40);
  for (const file of [csv, html]) expect(readFileSync(file, 'utf8')).not.toMatch(/[\u001b\u0007\u202e]/u);
  // No spreadsheet may take a text for a formula.
  expect(rows.every(({ text }) => !/^[=+@-]/.test(text ?? ''))).toBe(true);
  // A page of ours is drawn again; another is the user's.
  const again = await run('label', '--corpus', corpus, '--html', html, '--n', '40', '--lang', 'fr');
  expect([again.code, again.out]).toEqual([
    0,
    expect.stringMatching(/^40\smessages sur 60\u00a0: .* à ± \d+,\d points$/m),
  ]);
  writeFileSync(html, '<!DOCTYPE html>mine');
  const refused = await run('label', '--corpus', corpus, '--html', html, '--n', '40');
  expect([refused.code, refused.err]).toEqual([2, expect.stringMatching(/was not written by label.*--html/)]);
  expect(readFileSync(html, 'utf8')).toBe('<!DOCTYPE html>mine');
  const labelled = rows.map(
    (row) => `${row['messageId']};sentiment;${/déçue/.test(row['text'] ?? '') ? 'Negative' : 'positive'}`,
  );
  writeFileSync(csv, `messageId;head;label\n${labelled.join('\n')}\n`);
  const back = await run('label', '--corpus', corpus, '--read', csv, '--json');
  const { labels, rows: shares } = JSON.parse(back.out) as {
    labels: number;
    rows: { label: string; share: number; method: string }[];
  };
  expect(labels).toBe(40);
  const told = await run('label', '--corpus', corpus, '--read', csv, '--lang', 'fr');
  expect(told.out).toMatch(
    /^40 étiquettes\nton, négatif\u00a0: \d+,\d\u00a0% \(\d+,\d\u00a0% à \d+,\d\u00a0%\), brute \d+,\d\u00a0%\u202f; messages étiquetés, vos étiquettes, 40 textes$/m,
  );
  const negative = shares.find(({ label }) => label === 'negative');
  expect(negative?.method).toBe('prediction-powered');
  expect(negative?.share).toBeGreaterThan(0.3);
  expect(negative?.share).toBeLessThan(0.7);
});

it('says what it is doing', async () => {
  writeFileSync(
    join(folder, 'a.csv'),
    'date,auteur,commentaire\n2026-03-01,a,Bon fromage\n2026-03-02,b,Trop sec\n',
  );
  const corpus = join(folder, 'corpus');
  expect((await run('ingest', join(folder, 'a.csv'), '--out', corpus)).code).toBe(0);
  const told: unknown[] = [];
  const code = await runCli(['label', '--corpus', corpus, '--out', join(folder, 'l.csv'), '--n', '2'], {
    out: () => {},
    err: () => {},
    progress: ({ item, done, total }) => told.push([item, done, total]),
    env: {},
  });
  expect([code, told]).toEqual([
    0,
    [
      ['(opening the corpus)', 0, 2],
      ['(drawing messages)', 1, 2],
    ],
  ]);
});

it('lets a second reader label the sample, and says that labels whose errors nobody knows correct nothing', async () => {
  const lines = Array.from(
    { length: 60 },
    (_, at) =>
      `${at},2026-03-01T10:${String(at).padStart(2, '0')}:00Z,p${at},${at % 3 === 0 ? 'bon fromage' : `mauvais fromage`} ${at}`,
  );
  writeFileSync(join(folder, 'a.csv'), `id,date,auteur,commentaire\n${lines.join('\n')}\n`);
  const corpus = join(folder, 'corpus'),
    csv = join(folder, 'second.csv');
  await run('ingest', join(folder, 'a.csv'), '--out', corpus);
  const model = sentimentFolder();
  const drawn = await run('label', '--corpus', corpus, '--out', csv, '--second-reader', model, '--n', '45');
  expect(drawn.out).toContain('labelled by');
  const rows: Record<string, string>[] = parse(readFileSync(csv, 'utf8'), { columns: true });
  expect(rows).toHaveLength(45);
  for (const { label, text, reader } of rows) {
    expect(label).toBe(text?.startsWith('bon') ? 'positive' : 'negative');
    expect(reader).toBe(basename(model));
  }
  const back = await run('label', '--corpus', corpus, '--read', csv);
  expect(back.out).toContain(`no share is corrected by ${basename(model)}: how it errs`);
  expect(back.out).toMatch(/sentiment negative: .*confusion-table/);
  expect(back.out).not.toContain('prediction-powered');
  expect((await run('label', '--corpus', corpus, '--html', csv, '--second-reader', model)).err).toContain(
    '--second-reader alone',
  );
  expect((await run('label')).err).toContain('no --corpus');
});

it('has a second reader read private messages and reviews at rates of their own, the same bytes again', async () => {
  const said = (at: number, good: boolean): string => (good ? `bon fromage ${at}` : `mauvais fromage ${at}`);
  const day = (at: number): string => `2026-03-${String(1 + (at % 28)).padStart(2, '0')}T10:00:00Z`;
  const messages = Array.from({ length: 40 }, (_, at) => `${at},${day(at)},p${at},${said(at, at % 4 === 0)}`);
  const reviews = Array.from(
    { length: 160 },
    (_, at) => `r${at},${day(at)},${said(at + 40, at % 4 > 0)},${1 + (at % 5)}`,
  );
  writeFileSync(join(folder, 'a.csv'), `id,date,auteur,commentaire\n${messages.join('\n')}\n`);
  writeFileSync(
    join(folder, 'b.csv'),
    `Review Id,Review Created (UTC),Review Content,Review Stars\n${reviews.join('\n')}\n`,
  );
  const corpus = join(folder, 'corpus'),
    csv = join(folder, 'second.csv');
  await run('ingest', join(folder, 'a.csv'), join(folder, 'b.csv'), '--out', corpus);
  const model = sentimentFolder();
  const second = (): ReturnType<typeof run> =>
    run('label', '--corpus', corpus, '--out', csv, '--second-reader', model, '--n', '90');
  expect((await second()).out).toMatch(/review \d+ of 160, private (3\d|40) of 40/);
  const drawn: Record<string, string>[] = parse(readFileSync(csv, 'utf8'), { columns: true });
  expect(drawn).toHaveLength(90);
  const inPrivate = drawn.filter(({ stage }) => stage === 'private').length;
  expect(inPrivate).toBeGreaterThanOrEqual(30);
  const before = readFileSync(csv, 'utf8');
  expect((await second()).code).toBe(0);
  expect(readFileSync(csv, 'utf8')).toBe(before);
});

it('writes over a sample, never over labels or another file', async () => {
  const lines = Array.from(
    { length: 40 },
    (_, at) => `${at},2026-03-01T10:00:00Z,p${at},Très bon fromage ${at}`,
  );
  writeFileSync(join(folder, 'a.csv'), `id,date,auteur,commentaire\n${lines.join('\n')}\n`);
  const corpus = join(folder, 'corpus'),
    csv = join(folder, 'l.csv');
  await run('ingest', join(folder, 'a.csv'), '--out', corpus);
  const draw = () => run('label', '--corpus', corpus, '--out', csv, '--n', '30', '--head', 'sentiment');
  for (let time = 0; time < 2; time++) expect((await draw()).code).toBe(0);
  const labelled = 'messageId,head,label\r\nm1,sentiment,positive\r\n';
  for (const [content, why] of [
    [labelled, 'holds labels'],
    ['notes of mine\n', 'is no sample to label'],
  ] as const) {
    writeFileSync(csv, content);
    expect(await draw()).toMatchObject({ code: 2, err: expect.stringContaining(why) as string });
    expect(readFileSync(csv, 'utf8')).toBe(content);
  }
});
