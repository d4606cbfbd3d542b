import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/engine/database.js';
import { FileRegister } from '../../src/engine/file-register.js';
import { buildCorpus, type BuildOptions } from '../../src/pipeline.js';
import { planShards } from '../../src/shards/plan-shards.js';
import { inFolder } from '../ingest/in-folder.js';
import { bytesOf } from './bytes-of.js';

const WORDS = ['le beurre', 'la livraison', 'le drive', 'ce fromage', 'la caisse', 'le pain'];
/** Dates that decide their order in the last row only, cells with line ends, a blank row, dates and numbers that can't be read. */
const TABLE = [
  'id;Date;Avis;Note',
  ...Array.from({ length: 60 }, (_, at) =>
    at === 20
      ? ''
      : `${at % 50};${at === 31 ? 'hier' : `0${1 + (at % 9)}/0${1 + (at % 5)}/2026 10:00`};"Un avis sur ${WORDS[at % 6]},\nnuméro ${at} : ""bof""";${at === 40 ? 'x' : 1 + (at % 5)}`,
  ),
  '99;25/03/2026 11:00;Dernier avis sur le lait de la ferme;2',
  '',
].join('\n');
const LINES = Array.from({ length: 60 }, (_, at) =>
  at === 33
    ? '{"text": broken'
    : JSON.stringify({
        id: `n${at}`,
        date: `2026-03-0${1 + (at % 9)}T08:00:00Z`,
        author: `a${at}`,
        text: `Encore un mot sur ${WORDS[at % 6]}, ligne ${at}`,
      }),
).join('\n');
const CHAT = `12/09/2026 09:58 - Zoé: Bonjour, mon colis est arrivé ouvert
12/09/2026 09:58 - Zoé: ok
12/09/2026 10:02 - Laiterie: Nous regardons cela tout de suite
`;
const FILES = {
  'avis.csv': TABLE,
  'suite.csv': TABLE.replaceAll('beurre', 'sel'),
  'lignes.jsonl': LINES,
  'chat.txt': CHAT,
};

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const build = async (folder: string, out: string, options: BuildOptions): Promise<Record<string, string>> => {
  const corpus = await buildCorpus([folder], join(folder, out), { key: KEY, workers: 0, ...options });
  corpus.close();
  return bytesOf(join(folder, out));
};

describe('shards', () => {
  it('give the same bytes whatever their size and order of reading, at once or with files added later', async () => {
    await inFolder(FILES, async (folder) => {
      const whole = await build(folder, '.whole', {});
      const plan = await planShards([folder], new FileRegister(), {
        read: {},
        readWith: '',
        nameOf: (file) => file.path,
        shardBytes: 500,
      });
      expect(plan.shards.length).toBeGreaterThan(20);
      expect(await build(folder, '.cut', { shardBytes: 900 })).toEqual(whole);
      const steps = join(folder, '.steps');
      for (const names of [
        ['lignes.jsonl', 'suite.csv'],
        ['avis.csv', 'chat.txt'],
      ])
        (
          await buildCorpus(
            names.map((name) => join(folder, name)),
            steps,
            { key: KEY, workers: 0, shardBytes: 700 },
          )
        ).close();
      expect(bytesOf(steps)).toEqual(whole);
    });
  });

  it('give the same bytes where they hold several row groups, which end elsewhere than shards', async () => {
    await inFolder(FILES, async (folder) => {
      const rowGroupRows = 25;
      const whole = await build(folder, '.whole', { rowGroupRows });
      expect(await build(folder, '.cut', { rowGroupRows, shardBytes: 900 })).toEqual(whole);
      // a small corpus is merged and joined otherwise: its cases are the same
      const small = await build(folder, '.small', {});
      const ofCases = (bytes: Record<string, string>): unknown =>
        Object.entries(bytes).filter(([path]) => /(?:cases|case-messages|transitions|links)\W/.test(path));
      expect(ofCases(small)).toHaveLength(4);
      expect(ofCases(small)).toEqual(ofCases(whole));
      const database = await openDatabase();
      const groups = await database.columns(
        `SELECT DISTINCT row_group_id AS id, row_group_num_rows AS n FROM parquet_metadata('${join(folder, '.whole', 'messages', 'part-0.parquet')}') ORDER BY id`,
      );
      database.close();
      expect(groups['n']?.length).toBeGreaterThan(5);
      expect(groups['n']?.slice(0, -1).every((n) => n === rowGroupRows)).toBe(true);
    });
  });

  it('is read whole where a quote never closes', async () => {
    await inFolder({ 'avis.csv': TABLE }, async (folder) => {
      const path = join(folder, 'avis.csv');
      writeFileSync(path, `${TABLE}7;26/03/2026;"jamais fermé\n8;27/03/2026;Le suivant est lu;3\n`);
      const plan = await planShards([path], new FileRegister(), {
        read: {},
        readWith: '',
        nameOf: (file) => file.path,
        shardBytes: 500,
      });
      expect(plan.shards).toHaveLength(1);
      expect(await build(folder, '.cut', { shardBytes: 500 })).toEqual(await build(folder, '.whole', {}));
    });
  });
});
