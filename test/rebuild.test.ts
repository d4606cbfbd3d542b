import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BuildOptions, buildCorpus } from '../src/pipeline.js';
import type { Manifest } from '../src/model/index.js';
import { inFolder } from './ingest/in-folder.js';
import { bytesOf } from './shards/bytes-of.js';

const build = async (
  paths: readonly string[],
  out: string,
  options: BuildOptions = {},
): Promise<Manifest> => {
  const corpus = await buildCorpus(paths, out, { key: KEY, workers: 0, ...options });
  corpus.close();
  return corpus.manifest;
};

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const AVIS = (from: number): string =>
  `id;Date;Avis;Note\n${[1, 2, 3]
    .map((at) => `${at};0${from + at}/03/2026 10:0${at};Un avis de ${from} sur le beurre, numéro ${at};${at}`)
    .join('\n')}\n`;
const note = (at: number): string =>
  `{"id":"n${at}","date":"2026-03-0${at}T08:00:00Z","author":"a${at}","text":"Encore un mot sur le beurre, ligne ${at}"}`;
const CHAT = `12/09/2026 09:58 - Zoé: Bonjour, mon colis est arrivé ouvert
12/09/2026 09:58 - Zoé: ok
12/09/2026 09:58 - Zoé: ok
12/09/2026 10:02 - Laiterie: Nous regardons cela tout de suite
13/09/2026 10:02 - Zoé: Merci, toujours rien ce matin
`;
const FILES = {
  'a/avis.csv': AVIS(0),
  'b/avis.csv': AVIS(3),
  'b/copie.csv': AVIS(0),
  'chat.txt': CHAT,
  'rapport.csv': `Bilan;;\nDate;Avis;Note\n2026-03-01;Le lait a tourné en un jour;1\nTotal;;1\n`,
};

describe('a corpus built again', () => {
  it('equals a fresh one, byte for byte, whatever the order of runs and arguments', async () => {
    await inFolder(FILES, async (folder) => {
      const at = (...names: readonly string[]): string[] => names.map((name) => join(folder, name));
      const fresh = join(folder, 'out/fresh'),
        steps = join(folder, 'out/steps'),
        turned = join(folder, 'out/turned');
      const manifest = await build(at('a', 'b', 'chat.txt', 'rapport.csv'), fresh);
      await build(at('rapport.csv', 'chat.txt', 'b', 'a'), turned);
      await build(at('chat.txt'), steps);
      await build(at('b'), steps);
      await build(at('rapport.csv', 'a'), steps);
      await build(at('a'), steps);
      expect(bytesOf(turned)).toEqual(bytesOf(fresh));
      expect(bytesOf(steps)).toEqual(bytesOf(fresh));
      expect(manifest.totals).toEqual({ read: 14, kept: 12, duplicates: 0, rejected: 2 });
    });
  });

  it('reads again what other options touch, and says so', async () => {
    await inFolder(FILES, async (folder) => {
      const paths = [join(folder, 'a'), join(folder, 'chat.txt')];
      const later = join(folder, 'out/later'),
        fresh = join(folder, 'out/fresh');
      const options: BuildOptions = {
        zone: 'Europe/Paris',
        dateOrder: 'dmy',
        map: { product: 'Avis' },
        config: { brand: 'Laiterie' },
      };
      await build(paths, later);
      const said: string[] = [];
      await build(paths, later, { ...options, onWarning: (line) => said.push(line) });
      await build(paths, fresh, options);
      expect(bytesOf(later)).toEqual(bytesOf(fresh));
      expect(said).toEqual([
        'avis.csv: read again, with other options',
        expect.stringMatching(/^whatsapp-[\da-f]{10}\.txt: read again, with other options$/) as string,
      ]);
    });
  });

  it('equals a fresh one with the last options, whatever options read it in between', async () => {
    await inFolder(FILES, async (folder) => {
      const paths = ['a', 'b', 'chat.txt', 'rapport.csv'].map((name) => join(folder, name));
      const steps = join(folder, 'out/steps'),
        fresh = join(folder, 'out/fresh');
      const last: BuildOptions = { zone: 'Europe/Paris', dateOrder: 'mdy', config: { brand: 'Laiterie' } };
      const runs: readonly (readonly [readonly string[], BuildOptions])[] = [
        [paths.slice(2), { zone: 'America/Montreal' }],
        [
          paths.toReversed(),
          {
            headerRow: 0,
            map: { text: 'Avis' },
            dateOrder: 'dmy',
            keepUrls: true,
            config: { brand: 'Autre', competitors: ['Laiterie'] },
          },
        ],
        [paths.slice(0, 1), last],
        [paths.toReversed(), last],
      ];
      for (const [some, options] of runs) await build(some, steps, options).catch(() => undefined);
      await build(paths, fresh, last);
      expect(bytesOf(steps)).toEqual(bytesOf(fresh));
      const said: string[] = [];
      await build(paths, steps, { ...last, onWarning: (line) => said.push(line) });
      expect(said).toEqual([]);
      expect(bytesOf(steps)).toEqual(bytesOf(fresh));
    });
  });

  it('equals a fresh one with options that change no row: notes, taxonomies, a zone said elsewhere', async () => {
    await inFolder(FILES, async (folder) => {
      const paths = ['a', 'chat.txt'].map((name) => join(folder, name));
      const out = join(folder, 'out/again');
      const plain = { zone: 'Europe/Paris' };
      await build(paths, out, plain);
      for (const [at, options] of (
        [
          { ...plain, config: { taxonomies: ['retail'], notes: ['Lu en mars.'] } },
          { config: { zone: 'Europe/Paris' } },
        ] satisfies BuildOptions[]
      ).entries()) {
        const fresh = join(folder, `out/fresh-${at}`);
        await build(paths, fresh, options);
        await build(paths, out, options);
        expect(bytesOf(out), JSON.stringify(options)).toEqual(bytesOf(fresh));
      }
    });
  });

  it('takes mended files in place of those cut short, of their rejects, and of those without times and texts', async () => {
    const json = '[{"date":"2026-03-01","text":"Le lait a tourné en un jour","author":"Zoé"},';
    const whole = {
      'avis.csv': AVIS(0),
      'court.json': `${json}{"date":"2026-03-02","text":"Et le beurre aussi","author":"Zoé"}]`,
      'heures.csv':
        'id;Date;Avis;Note\n1;02/04/2026;Un avis enfin lisible;3\n2;13/04/2026;Le beurre est bon;4\n',
      'notes.jsonl': `${note(1)}\n${note(2)}\n${note(3)}\n`,
    };
    const broken = {
      'avis.csv': AVIS(0).replace(/^2;.*$/m, ';;;?'),
      'court.json': `${json}{`,
      'heures.csv': 'id;Date;Avis;Note\n1;hier;;3\n2;?;Le beurre est bon;4\n',
      'notes.jsonl': `${note(1)}\n${note(2).slice(0, 30)}\n${note(3)}\n`,
    };
    await inFolder(broken, async (folder) => {
      const out = join(folder, 'out/mended'),
        fresh = join(folder, 'out/fresh');
      const paths = Object.keys(whole).map((name) => join(folder, name));
      const before = await build(paths, out);
      expect(before.files.map(({ kept, rejected }) => `${kept} ${rejected}`).toSorted()).toEqual([
        '1 1',
        '2 0',
        '2 1',
        '2 1',
      ]);
      for (const [name, content] of Object.entries(whole)) writeFileSync(join(folder, name), content);
      const after = await build(paths.toReversed(), out);
      await build(paths, fresh);
      expect(after.totals).toEqual({ read: 10, kept: 10, duplicates: 0, rejected: 0 });
      expect(after.files.map(({ path }) => path)).toEqual(before.files.map(({ path }) => path));
      expect(bytesOf(out)).toEqual(bytesOf(fresh));
    });
  });

  it('keeps both of two undated exports of one name that number their rows alike', async () => {
    const undated = (text: string): string =>
      `id;Avis;Note\n${[1, 2, 3].map((id) => `${id};${text} le numéro ${id} du rayon frais;3`).join('\n')}\n`;
    await inFolder({ 'avis.csv': undated('Rien à redire sur') }, async (folder) => {
      const path = join(folder, 'avis.csv'),
        out = join(folder, 'out');
      await build([path], out);
      writeFileSync(path, undated('Très déçue par'));
      expect((await build([path], out)).totals.kept).toBe(6);
    });
  });

  it('keeps a second export of one name beside the first when it holds other messages', async () => {
    await inFolder({ 'avis.csv': AVIS(0) }, async (folder) => {
      const path = join(folder, 'avis.csv'),
        out = join(folder, 'out');
      await build([path], out);
      writeFileSync(path, AVIS(3));
      const manifest = await build([path], out);
      expect(manifest.files.map((file) => file.path.replace(/#.*/, '#'))).toEqual(['avis.csv', 'avis.csv#']);
      expect(manifest.totals.kept).toBe(6);
    });
  });
});

describe('the identity of a message', () => {
  it('is not the number of a customer, nor the count of another survey', async () => {
    const customers = `id;Date;Commentaire\n${Array.from(
      { length: 100 },
      (_, at) =>
        `${at % 95};2026-03-${String((at % 27) + 1).padStart(2, '0')} 1${at % 10}:30;Commentaire numéro ${at} sur le rayon frais`,
    ).join('\n')}\n`;
    await inFolder(
      { 'clients.csv': customers, 'mars.csv': AVIS(0), 'avril.csv': AVIS(3) },
      async (folder) => {
        const paths = ['clients.csv', 'mars.csv', 'avril.csv'].map((name) => join(folder, name));
        const corpus = await buildCorpus(paths, join(folder, 'out'), { key: KEY, workers: 0 });
        const doubts = await corpus.query(
          "SELECT file, hint FROM doubts WHERE reason = 'conflicting-id' ORDER BY file",
        );
        corpus.close();
        expect(corpus.manifest.totals).toEqual({ read: 106, kept: 106, duplicates: 0, rejected: 0 });
        expect(doubts.array('file')).toEqual(['mars.csv', expect.stringMatching(/^table-/)]);
      },
    );
  });
});
