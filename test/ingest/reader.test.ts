import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { inspectFile, inspectionLines } from '../../src/ingest/inspect.js';
import { type ReadEvent, type ReadExportsOptions, formats, readExports } from '../../src/ingest/reader.js';
import { globPattern } from '../../src/ingest/walk.js';
import { makeZip } from './bytes/make-archive.js';
import { inFolder } from './in-folder.js';
import { temporaryFolder } from '../temporary-folder.js';

const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);
const AVIS =
  'date;auteur;commentaire;note\n03/04/2024 10:00;Léa;Le pot fuit encore une fois;2\n05/04/2024 11:00;Tom;Très bon beurre de baratte;5\n';

beforeAll(() => {
  mkdirSync(path('dossier/b'), { recursive: true });
  writeFileSync(path('dossier/z.csv'), AVIS);
  writeFileSync(path('dossier/b/a.csv'), AVIS.replace('Léa', 'Ana'));
  writeFileSync(path('dossier/.caché.csv'), AVIS);
  writeFileSync(path('dossier/vide.csv'), '');
  writeFileSync(
    path('dossier/image.bin'),
    Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 31)),
  );
  symlinkSync(path('dossier'), path('dossier/boucle'));
  writeFileSync(
    path('archive.zip'),
    makeZip({ 'x/avis.csv': AVIS, '__MACOSX/x': 'junk', 'inner.zip': makeZip({ 'dedans.csv': AVIS }) }),
  );
  writeFileSync(path('avis.csv.gz'), gzipSync(AVIS));
});

async function events(
  paths: string | readonly string[],
  options: ReadExportsOptions = {},
): Promise<ReadEvent[]> {
  const found: ReadEvent[] = [];
  for await (const event of readExports(paths, options)) found.push(event);
  return found;
}
const ends = (found: readonly ReadEvent[]): string[] =>
  found.flatMap((event) => (event.type === 'fileEnd' ? [`${event.path} ${event.format} ${event.read}`] : []));

describe('files, folders, globs, archives', () => {
  it('walks a folder in the order of names: hidden files left out, a link to a folder told, not followed', async () => {
    expect(ends(await events(path('dossier')))).toEqual([
      'b/a.csv table 2',
      'boucle null 1',
      'image.bin null 0',
      'vide.csv null 0',
      'z.csv table 2',
    ]);
  });
  it('reads a link to a file of the folder once, and refuses one that leads out of it, unless it is given itself', async () => {
    mkdirSync(path('reçu/dedans'), { recursive: true });
    writeFileSync(path('reçu/dedans/a.csv'), AVIS);
    writeFileSync(path('à moi.csv'), AVIS.replace('Léa', 'Secret'));
    symlinkSync(path('reçu/dedans/a.csv'), path('reçu/b.csv'));
    symlinkSync('../à moi.csv', path('reçu/c.csv'));
    const found = await events(path('reçu'));
    expect(ends(found)).toEqual(['b.csv table 2', 'c.csv null 1']);
    expect(JSON.stringify(found)).toContain(
      'a link to a file outside the folder: not followed, give the file itself',
    );
    expect(JSON.stringify(found)).not.toContain('Secret');
    expect(ends(await events([path('reçu/c.csv')]))).toEqual(['c.csv table 2']);
  });
  it('reads members of archives, archives inside, and gzip', async () => {
    expect(ends(await events([path('archive.zip'), path('avis.csv.gz')]))).toEqual([
      'archive.zip!inner.zip!dedans.csv table 2',
      'archive.zip!x/avis.csv table 2',
      'avis.csv table 2',
    ]);
  });
  it('reads a file once, and shows paths that differ', async () => {
    expect(
      ends(await events([path('dossier/z.csv'), path('dossier'), path('dossier/z.csv')])).filter((one) =>
        one.includes('z.csv'),
      ),
    ).toEqual(['z.csv table 2']);
    writeFileSync(path('z.csv'), AVIS);
    expect(ends(await events([path('z.csv'), path('dossier')]))).toContain('dossier/z.csv table 2');
  });
  it('expands globs', async () => {
    expect(ends(await events(join(folder, 'dossier', '**', '*.csv')))).toEqual([
      'b/a.csv table 2',
      'vide.csv null 0',
      'z.csv table 2',
    ]);
    expect(
      ['a/b.csv', 'b.csv', 'b.tsv', 'b.csv.gz'].map((name) => globPattern('**/*.{csv,tsv}').test(name)),
    ).toEqual([true, true, true, false]);
    expect(globPattern('m[!a-c]?.js').test('mdx.js')).toBe(true);
    await expect(events(path('rien*.csv'))).rejects.toThrow('no file or folder');
  });
  it('says what was not recognised', async () => {
    const notes = (await events(path('dossier'))).flatMap((event) =>
      event.type === 'fileEnd' && event.format === null ? event.notes : [],
    );
    expect(notes).toEqual([
      'not read: a link to a folder: not followed, give the folder itself',
      'not recognised: a binary file that is no export',
      'not recognised: empty file',
    ]);
  });
});

describe('events', () => {
  it('starts, batches and ends with the counts', async () => {
    const found = await events(path('dossier/z.csv'), { batchSize: 1 });
    expect([
      found[0]?.type,
      ...new Set(found.slice(1, -1).map((event) => event.type)),
      found.at(-1)?.type,
    ]).toEqual(['fileStart', 'batch', 'fileEnd']);
    expect(found[0]).toMatchObject({ type: 'fileStart', format: 'table', size: Buffer.byteLength(AVIS) });
    const records = found.flatMap((event) => (event.type === 'batch' ? event.records : []));
    expect(records.map(({ row, authorName, rating }) => [row, authorName, rating])).toEqual([
      [2, 'Léa', 2],
      [3, 'Tom', 5],
    ]);
    expect(found.at(-1)).toMatchObject({ type: 'fileEnd', read: 2, rejected: 0 });
  });
  it('skips what is known', async () => {
    const [start] = await events(path('dossier/z.csv'));
    const sha256 = start?.type === 'fileStart' ? start.sha256 : '';
    expect(await events(path('dossier/z.csv'), { skip: (one) => one === sha256 })).toEqual([]);
  });
  it('has rows of the model: every field of a doubt and reject, values cut to 200 characters', async () => {
    writeFileSync(
      path('longue.csv'),
      `date;commentaire;note\n${'x'.repeat(300)};Un texte assez long pour en être un;3\nhier;Un autre texte assez long;4\n`,
    );
    const doubts = (
      await events(path('longue.csv'), { as: 'table', map: { date: 'date', text: 'commentaire' } })
    ).flatMap((event) => (event.type === 'batch' ? event.doubts : []));
    const bad = doubts.find(({ reason, row }) => reason === 'other' && row === 2);
    expect(bad).toMatchObject({ file: 'longue.csv', format: 'table', row: 2, column: 'date' });
    expect(bad?.value?.length).toBe(200);
  });
});

describe('what a user settles', () => {
  const first = async (options: ReadExportsOptions): Promise<string | undefined> => {
    const batch = (await events(path('dossier/z.csv'), options)).find((event) => event.type === 'batch');
    const time = batch?.type === 'batch' ? batch.records[0]?.sentAt : undefined;
    return time?.epochMs === undefined || time.epochMs === null
      ? undefined
      : `${new Date(time.epochMs).toISOString()} ${time.zone}`;
  };
  it('zone and order of dates', async () => {
    expect(await first({})).toBe('2024-04-03T10:00:00.000Z none');
    expect(await first({ zone: 'Europe/Paris' })).toBe('2024-04-03T08:00:00.000Z assumed');
    expect(await first({ dateOrder: 'mdy', zone: 'Asia/Tokyo' })).toBe('2024-03-04T01:00:00.000Z assumed');
  });
  it('the mapping, and a column that is not there', async () => {
    writeFileSync(path('codes.csv'), 'a;b;c\nx1;ok;1\nx2;non;2\n');
    expect(ends(await events(path('codes.csv')))).toEqual(['codes.csv null 0']);
    expect(ends(await events(path('codes.csv'), { map: { text: 'B' } }))).toEqual(['codes.csv table 2']);
    const rejects = (await events(path('codes.csv'), { as: 'table', map: { text: 'zz' } })).flatMap(
      (event) => (event.type === 'batch' ? event.rejects : []),
    );
    expect(rejects).toMatchObject([
      { reason: 'missing-column', column: 'zz', hint: 'no such column; the columns are a, b, c' },
    ]);
  });
  it('says of columns without a name where they stand', async () => {
    writeFileSync(
      path('sans.csv'),
      '1;Le pot fuit encore, pour la troisième fois\n2;Très bon beurre de baratte, comme toujours\n',
    );
    const found = await events(path('sans.csv'), { map: { text: 'Avis' }, headerRow: 0 });
    const hints = found.flatMap((event) =>
      event.type === 'batch' ? event.doubts.map(({ hint }) => hint) : [],
    );
    expect(hints).toContain(
      'no such column; the columns are column 1, column 2; the mapping of text is left out',
    );
    writeFileSync(path('nombres.csv'), ';\n1;2\n3;4\n');
    expect((await events(path('nombres.csv'), { headerRow: 0 })).at(-1)).toMatchObject({
      notes: [expect.stringContaining('(column 1, column 2): say which with map')],
    });
  });
  it('constants', async () => {
    const batch = (
      await events(path('dossier/z.csv'), { map: { stage: '=private', platform: '=email' } })
    ).find((event) => event.type === 'batch');
    expect(batch?.type === 'batch' && batch.records[0]).toMatchObject({
      stage: 'private',
      platform: 'email',
      kind: 'message',
    });
  });
  it('errors that name the choices', async () => {
    await expect(events(path('dossier/z.csv'), { as: 'brandwach' })).rejects.toThrow(
      'unknown format "brandwach"',
    );
    await expect(events(path('dossier/z.csv'), { map: { texte: 'commentaire' } })).rejects.toThrow(
      'map knows no field "texte": the fields are id, threadId',
    );
    await expect(events(path('dossier/z.csv'), { map: { stage: '=privé' } })).rejects.toThrow(
      '"=privé" for stage: one of =private, =public, =press',
    );
    await expect(events(path('dossier/z.csv'), { zone: 'Paris' })).rejects.toThrow('unknown zone "Paris"');
  });
});

describe('inspect', () => {
  it('says the format, why, the mapping, the first records and what is doubtful', async () => {
    const inspection = await inspectFile(path('dossier/z.csv'));
    expect(inspection).toMatchObject({
      format: 'table',
      found: 2,
      read: 2,
      rejected: 0,
      mapping: { text: 'commentaire', rating: 'note', authorName: 'auteur', date: 'date' },
    });
    expect(inspection.doubts.map(({ reason }) => reason).toSorted()).toEqual([
      'date-order',
      'guessed-mapping',
      'guessed-stage',
      'zone',
    ]);
    expect(inspectionLines(inspection).join('\n')).toMatch(
      /^z\.csv: table\n {2}known by: a table whose column "commentaire" is text\n {2}2 counted in the file, by their marks alone\n[\s\S]*text ← commentaire[\s\S]*row 2 · web message · 03\/04\/2024 10:00 · Léa/,
    );
  });
  it('explains what is not recognised', async () => {
    expect(await inspectFile(path('dossier/vide.csv'))).toMatchObject({
      format: null,
      why: 'no format recognises it',
      notes: ['not recognised: empty file'],
    });
  });
  it('tells an export of nothing from a file of an unknown shape', async () => {
    const notes = await inFolder(
      {
        'semaine.csv': 'Date;Auteur;Texte\n',
        'liste.json': '[]',
        'reponse.json': '{"data":[],"included":[]}',
        'autre.json': '{"data":[],"page":1}',
        'ouverte.csv': `date;avis\n01/03/2026;"Le "yaourt" est ${'aigre '.repeat(50_000)}`,
      },
      (made) =>
        Promise.all(
          ['semaine.csv', 'liste.json', 'reponse.json', 'autre.json', 'ouverte.csv'].map(
            async (name) => (await inspectFile(join(made, name))).notes[0],
          ),
        ),
    );
    expect(notes).toEqual([
      'not recognised: a header (Date, Auteur, Texte) and no row under it: there is nothing to read',
      'not recognised: JSON without a record: there is nothing to read',
      'not recognised: JSON without a record: there is nothing to read',
      'not recognised: JSON of an unknown shape; if it holds messages, save them as a table, or as one flat object a line',
      'not recognised: the first row under the header (date, avis) does not end within 0.3 MB: look there for a quote that never closes',
    ]);
  });

  it('tells cells that are no names of columns by position', async () => {
    const row = 'Zoé;23/04/2026;zoe@exemple.fr;Je suis Zoé et le yaourt acheté mardi était périmé\n';
    const note = await inFolder(
      { 'a.csv': `${row}${row}` },
      async (made) => (await inspectFile(join(made, 'a.csv'), { headerRow: 2 })).notes[0],
    );
    expect(note).toContain('(Zoé, column 2, column 3, column 4)');
  });
});

describe('JSON whose first record is longer than what is looked at first (256 KiB)', () => {
  const long = 'Le pot fuit. '.repeat(40_000);
  const rows = (raw: object): object[] => [
    { date: '2026-03-01T10:00:00Z', author: 'Léa', text: 'Le pot fuit encore', ...raw },
    { date: '2026-03-02T10:00:00Z', author: 'Tom', text: 'Très bon beurre de baratte', raw: 'court' },
  ];
  const tweets = {
    data: [
      { id: '1630000000000000001', author_id: '42', text: 'Le pot fuit encore', entities: { notes: long } },
      { id: '1630000000000000002', author_id: '43', text: 'Très bon beurre de baratte' },
    ].map((tweet) => ({ ...tweet, created_at: '2026-03-01T10:00:00.000Z' })),
    includes: { users: [{ id: '42', username: 'lea' }] },
  };
  it.each<readonly [string, string, string]>([
    ['liste.json', JSON.stringify(rows({ raw: long })), 'table'],
    ['dedans.json', JSON.stringify({ meta: { n: 2 }, data: rows({ raw: long }) }), 'table'],
    ['profond.json', JSON.stringify(rows({ raw: { a: [{ b: long }] } }), null, 2), 'table'],
    [
      'lignes.ndjson',
      rows({ raw: long })
        .map((row) => JSON.stringify(row))
        .join('\n'),
      'table',
    ],
    ['tweets.json', JSON.stringify(tweets), 'twitter-api-v2'],
  ])('is read whole: %s', async (name, content, format) => {
    writeFileSync(path(name), content);
    const found = await events(path(name));
    const texts = found.flatMap((event) =>
      event.type === 'batch' ? event.records.map(({ text }) => text) : [],
    );
    expect(texts).toEqual(['Le pot fuit encore', 'Très bon beurre de baratte']);
    expect(found.find((event) => event.type === 'fileStart')).toMatchObject({ found: 2 });
    expect(found.at(-1)).toMatchObject({ format, read: 2, rejected: 0 });
  });
});

describe('formats', () => {
  it('have distinct names in kebab-case, and say what they are', () => {
    const names = formats().map(({ format }) => format);
    expect(new Set(names).size).toBe(names.length);
    for (const { format, label, example } of formats()) {
      expect(format).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(label.length * example.length).toBeGreaterThan(0);
    }
  });
});
