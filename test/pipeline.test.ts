import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openCorpus, type Corpus } from '../src/corpus.js';
import { follow, followLines } from '../src/follow.js';
import { buildCorpus, type BuildOptions } from '../src/pipeline.js';
import { temporaryFolder } from './temporary-folder.js';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const HEADER = 'id,date,auteur,commentaire,likes\n';
const line = (id: number, text: string): string =>
  `c${id},2026-03-0${1 + (id % 9)}T10:00:00Z,client_${id},"${text}",${id}\n`;
const WHATSAPP = `12/03/2026 14:05 - Zoé Tessier: Bonjour, le yaourt était périmé, commande n° 4567891
12/03/2026 14:05 - Zoé Tessier: ok
12/03/2026 14:05 - Zoé Tessier: ok
13/03/2026 09:00 - Maison Brel: Bonjour, nous regardons.
`;

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
const file = (name: string, content: string): string => {
  const path = join(folder, 'in', name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const build = (options: BuildOptions = {}, out = 'corpus'): Promise<Corpus> =>
  buildCorpus(join(folder, 'in'), join(folder, out), {
    key: KEY,
    workers: 0,
    config: { brandAccounts: ['Maison Brel'], brand: 'Maison Brel' },
    ...options,
  });
const chatName = (files: Readonly<Record<string, unknown>>): string =>
  Object.keys(files).find((path) => /^whatsapp-[\da-f]{10}\.txt$/.test(path)) ?? 'no chat';
const bytesOf = (out: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, out), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(parquet|json)$/.test(name))
      .toSorted()
      .map((name) => [name, readFileSync(join(folder, out, name)).toString('base64')]),
  );

describe('a build that is stopped', () => {
  it.each([0, 2])('with %i threads throws the reason and leaves the folder as it was', async (workers) => {
    for (const name of ['a.csv', 'b.csv']) file(name, HEADER + line(1, `Un beurre, ${name}`));
    const first = await build();
    first.close();
    const before = bytesOf('corpus');
    file('c.csv', HEADER + Array.from({ length: 50 }, (_, at) => line(at, `Le beurre ${at}`)).join(''));
    file('d.csv', HEADER + line(9, 'Une crème'));
    for (const task of ['looking at', 'reading and understanding', 'merging']) {
      const stop = new AbortController();
      const stopped = build({
        workers,
        shardBytes: 1,
        signal: stop.signal,
        onProgress: (progress) => progress.task === task && stop.abort(`enough of ${task}`),
      });
      await expect(stopped).rejects.toBe(`enough of ${task}`);
      expect(bytesOf('corpus')).toEqual(before);
      expect(readdirSync(join(folder, 'corpus')).filter((name) => name.startsWith('.'))).toEqual([]);
    }
    await expect(build({ signal: AbortSignal.abort() }, 'other')).rejects.toThrow(/abort/i);
    expect(existsSync(join(folder, 'other'))).toBe(false);
    await expect(
      build({
        onProgress: () => {
          throw new Error('mine');
        },
      }),
    ).rejects.toThrow('mine');
  });
});

describe('buildCorpus', () => {
  it('keeps every row: read = kept + duplicates + rejected, with twins pointing to the kept one', async () => {
    const others = Array.from({ length: 20 }, (_, index) =>
      line(100 + index, `Un avis parmi d’autres, le numéro ${index}`),
    ).join('');
    file(
      'a.csv',
      HEADER +
        line(1, 'Très bon fromage, je recommande') +
        line(2, 'Livraison en retard, honteux') +
        others +
        line(1, 'Très bon fromage, je recommande'),
    );
    file(
      'b.csv',
      HEADER + line(2, 'Livraison en retard, honteux') + line(3, 'Prix trop élevé pour la qualité'),
    );
    file('Discussion WhatsApp avec Zoé.txt', WHATSAPP);
    const corpus = await build();
    const by = Object.fromEntries(
      corpus.manifest.files.map(({ path, read, kept, duplicates, rejected }) => [
        path,
        [read, kept, duplicates, rejected],
      ]),
    );
    expect(by).toEqual({ 'a.csv': [23, 22, 1, 0], 'b.csv': [2, 1, 1, 0], [chatName(by)]: [4, 4, 0, 0] });
    expect(JSON.stringify(corpus.manifest)).not.toContain('Zoé');
    const twins = (
      await corpus.query(
        'SELECT d.duplicateOf, m.messageId FROM duplicates d LEFT JOIN messages m ON m.messageId = d.duplicateOf ORDER BY 1',
      )
    ).objects();
    expect(twins).toHaveLength(2);
    expect(twins.every((twin) => (twin as { messageId: string | null }).messageId !== null)).toBe(true);
    corpus.close();
  });

  it('masks and pseudonymises: no name, number or order in any file of the corpus', async () => {
    file('Discussion.txt', WHATSAPP);
    const corpus = await build();
    const stored = JSON.stringify((await corpus.query('SELECT * FROM messages')).objects());
    expect(stored).not.toMatch(/Zoé|Tessier|4567891/);
    expect(stored).toContain('[commande]');
    corpus.close();
  });

  it('does nothing on a second reading of the same files', async () => {
    file('a.csv', HEADER + line(1, 'Très bon fromage, je recommande'));
    (await build()).close();
    const before = bytesOf('corpus');
    const again = await build();
    expect(again.manifest.totals).toMatchObject({ read: 1, kept: 1 });
    expect(bytesOf('corpus')).toEqual(before);
    again.close();
  });

  it('gives the same bytes from scratch twice', async () => {
    file(
      '1.csv',
      HEADER + line(1, 'Très bon fromage, je recommande') + line(2, 'Livraison en retard, honteux'),
    );
    file('2.txt', WHATSAPP);
    file('3.csv', HEADER + line(2, 'Livraison en retard, honteux') + line(4, 'Le magasin était sale'));
    (await build({}, 'once')).close();
    (await build({}, 'twice')).close();
    expect(bytesOf('twice')).toEqual(bytesOf('once'));
  });

  it('keeps two files of one name apart, and both in the counts', async () => {
    file('x/comments.csv', HEADER + line(1, 'Très bon fromage, je recommande'));
    file('y/comments.csv', HEADER + line(2, 'Livraison en retard, honteux'));
    const corpus = await buildCorpus([join(folder, 'in/x'), join(folder, 'in/y')], join(folder, 'corpus'), {
      key: KEY,
      workers: 0,
    });
    expect(new Set(corpus.manifest.files.map(({ path }) => path)).size).toBe(2);
    expect(corpus.manifest.totals).toMatchObject({ read: 2, kept: 2 });
    corpus.close();
  });

  it('tells files that nobody recognises and reads the others; reads them later when told how', async () => {
    file('odd.csv', 'a;b\n1;2\n3;4\n');
    file('a.csv', HEADER + line(1, 'Très bon fromage, je recommande'));
    const corpus = await build();
    const odd = corpus.manifest.files.find(({ format }) => format === null);
    expect(odd).toMatchObject({ path: expect.stringMatching(/^file-[\da-f]{10}\.csv$/), read: 0 });
    expect(odd?.notes.join()).toMatch(/not recognised/);
    corpus.close();
    const later = await build({ map: { text: 'b' } });
    expect(
      later.manifest.files.find(({ path }) => path === odd?.path.replace('file', 'table')),
    ).toMatchObject({ read: 2, kept: 2 });
    expect(later.manifest.files).toHaveLength(2);
    later.close();
  });

  it('refuses another key, a missing path and a folder that is no corpus; leaves no half state', async () => {
    file('a.csv', HEADER + line(1, 'Très bon fromage, je recommande'));
    (await build()).close();
    await expect(build({ key: 'une autre phrase que celle-là' })).rejects.toThrow(
      /was made with another key/,
    );
    await expect(
      buildCorpus(join(folder, 'nowhere'), join(folder, 'c2'), { key: KEY }),
    ).rejects.toMatchObject({ code: 'input-not-found' });
    expect(existsSync(join(folder, 'c2')) || existsSync(join(folder, 'c2.building'))).toBe(false);
    await expect(openCorpus(join(folder, 'in'))).rejects.toThrow(/no corpus/);
  });

  it('needs a key, but for made-up exports, and warns that the demo key is public', async () => {
    file('a.csv', HEADER + line(1, 'Très bon fromage, je recommande'));
    const warnings: string[] = [];
    for (const key of [undefined, '', ' '])
      await expect(
        buildCorpus(join(folder, 'in'), join(folder, 'c3'), {
          workers: 0,
          ...(key !== undefined && { key }),
        }),
      ).rejects.toThrow(/no key for the pseudonyms.*DEVERSOIR_KEY.*demo: true/);
    expect(existsSync(join(folder, 'c3'))).toBe(false);
    (
      await buildCorpus(join(folder, 'in'), join(folder, 'c3'), {
        workers: 0,
        demo: true,
        onWarning: (warning) => warnings.push(warning),
      })
    ).close();
    expect(warnings.join()).toMatch(/public demo key/);
  });

  it('makes an empty corpus of an empty folder, with every table', async () => {
    mkdirSync(join(folder, 'in'));
    const corpus = await build();
    for (const view of [
      'messages',
      'duplicates',
      'rejects',
      'doubts',
      'cases',
      'caseMessages',
      'transitions',
      'links',
    ]) {
      expect((await corpus.query(`SELECT count(*) AS n FROM ${view}`)).get('n', 0)).toBe(0);
    }
    corpus.close();
  });
});

describe('follow', () => {
  it('leads from the row of the file to the bars, and hides private texts unless asked', async () => {
    file('Discussion.txt', WHATSAPP);
    const corpus = await build();
    const id = (await corpus.query(`SELECT messageId FROM messages WHERE text LIKE '%yaourt%'`)).get(
      'messageId',
      0,
    ) as string;
    const path = await follow(corpus, id);
    expect(path.messages[0]).toMatchObject({
      file: expect.stringMatching(/^whatsapp-[\da-f]{10}\.txt$/) as string,
      row: 1,
      format: 'whatsapp',
      stage: 'private',
      text: null,
    });
    expect(path.case?.caseId).toBe(`case:${id}`);
    expect(path.countedIn.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(['messageVolume', 'funnelCounts', 'spillRate']),
    );
    expect(followLines(path).join('\n')).toMatch(/read +whatsapp-[\da-f]{10}\.txt, row 1, as whatsapp/);
    const shown = (await follow(corpus, id, { showPrivate: true })).messages[0];
    expect(shown?.text).toContain('[commande]');
    expect(shown?.cues['complaint']?.length).toBeGreaterThan(0);
    expect(shown?.cues['complaint']?.every((cue) => / [+−]\d\.\d\d$/.test(cue))).toBe(true);
    expect(path.messages[0]?.cues).toEqual({});
    expect((await follow(corpus, `case:${id}`)).messages.length).toBeGreaterThan(1);
    const tail = id.slice(id.lastIndexOf(':') + 1).replace('~', '');
    expect((await follow(corpus, tail.slice(0, 10))).case?.caseId).toBe(`case:${id}`);
    await expect(follow(corpus, 'x:none')).rejects.toThrow(/no message or case "x:none"/);
    await expect(follow(corpus, 'whatsapp')).rejects.toThrow(
      /"whatsapp" begins several ids: give more of one of/,
    );
    corpus.close();
  });
});
