import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCorpus } from '../src/corpus.js';
import { buildCorpus } from '../src/pipeline.js';
import type { CorpusConfig } from '../src/model/config.js';
import { plantedTexts } from './topics/planted-texts.js';
import { inFolder } from './ingest/in-folder.js';
import { bytesOf } from './shards/bytes-of.js';

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const AVIS = (from: number): string =>
  `id;Date;Avis;Note\n${[1, 2, 3].map((at) => `${from + at};0${at}/03/2026 10:0${at};Un avis sur le beurre de ${from}, numéro ${at};${at}`).join('\n')}\n`;

describe('corpus.query', () => {
  it('reads the corpus alone: no files, no changes, one statement', async () => {
    await inFolder({ 'avis.csv': AVIS(0), 'secret.csv': 'a,b\n1,2\n' }, async (folder) => {
      const corpus = await buildCorpus(join(folder, 'avis.csv'), join(folder, 'c'), { key: KEY, workers: 0 });
      const before = bytesOf(join(folder, 'c'));
      expect(
        (await corpus.query('SELECT count(*) AS n FROM messages WHERE row > $row', { row: 0 })).get('n', 0),
      ).toBe(3);
      expect(await corpus.rows('SELECT row, dayOnly FROM messages WHERE row > $row', { row: 3 })).toEqual([
        { row: 4, dayOnly: false },
      ]);
      const secret = join(folder, 'secret.csv');
      for (const sql of [
        `SELECT * FROM read_csv('${secret}')`,
        `SELECT * FROM read_text('${secret}')`,
        `SELECT * FROM '${secret}'`,
        `SELECT * FROM glob('${folder}/*')`,
        `FROM '${secret}'`,
        `SELECT * FROM "${secret}"`,
        `SELECT * FROM read_blob('${secret}')`,
        `SELECT * FROM read_json('${secret}')`,
        `SELECT * FROM read_parquet('${secret}')`,
        `SELECT * FROM parquet_metadata('${secret}')`,
        `SELECT * FROM sniff_csv('${secret}')`,
        `SELECT * FROM query_table('${secret}')`,
        `SELECT * FROM query('SELECT * FROM read_text(''${secret}'')')`,
        `SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT * FROM read_text(''${secret}'')'))`,
        `SELECT (SELECT content FROM read_text('${secret}'))`,
        `SELECT * FROM messages WHERE EXISTS (FROM read_csv('${secret}'))`,
        `WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 9) SELECT * FROM r, read_text('${secret}')`,
        `SELECT * FROM read_text('${folder}/c/messages/../manifest.json')`,
        `SELECT * FROM read_text('${folder}/c/messages/../../secret.csv')`,
        "SELECT * FROM read_parquet('https://example.org/a.parquet')",
        'SELECT * FROM duckdb_secrets()',
      ])
        await expect(corpus.query(sql), sql).rejects.toThrow(
          /disabled by configuration|Permission|a corpus is only read/,
        );
      for (const sql of [
        `COPY messages TO '${folder}/out.csv'`,
        `COPY (SELECT 1) TO '${folder}/c/messages/part-0.parquet' (FORMAT parquet)`,
        `ATTACH '${folder}/x.db'`,
        'CREATE TABLE t AS SELECT 1',
        'DROP VIEW messages',
        'INSTALL httpfs',
        'LOAD httpfs',
        'SET enable_external_access = true',
        'SELECT 1; SELECT 2',
        `SELECT 1; COPY messages TO '${folder}/out.csv'`,
        // EXPLAIN ANALYZE does what it explains
        `EXPLAIN ANALYZE COPY (SELECT 1 AS a) TO '${folder}/c/messages/part-0.parquet' (FORMAT parquet, USE_TMP_FILE false)`,
        `EXPLAIN (ANALYZE, FORMAT json) COPY messages TO '${folder}/out.csv'`,
        'EXPLAIN ANALYZE CREATE TABLE t AS SELECT 1',
        'EXPLAIN ANALYZE DROP VIEW messages',
        "EXPLAIN ANALYZE INSERT INTO messageTopics VALUES ('a', ['b'], 'c')",
        'EXPLAIN ANALYZE DELETE FROM messageTopics',
        'EXPLAIN ANALYZE SET threads = 1',
        '/* SELECT */ EXPLAIN SELECT 1',
        'PRAGMA enable_profiling',
        `PRAGMA profiling_output = '${folder}/out.json'`,
        'CALL pragma_version()',
        'CALL enable_logging()',
        'CHECKPOINT',
        'VACUUM',
        'BEGIN',
        'USE memory',
        'CREATE MACRO m() AS TABLE SELECT 1',
        `PREPARE p AS COPY messages TO '${folder}/out.csv'`,
        'SET VARIABLE x = 1',
        'RESET threads',
        'UPDATE messageTopics SET topics = []',
        'ALTER VIEW messages RENAME TO m2',
        "COMMENT ON VIEW messages IS 'x'",
        'DETACH memory',
        'FORCE INSTALL httpfs',
        'UPDATE EXTENSIONS',
        '',
        ' ;;',
        '-- SELECT 1',
        `EXPORT DATABASE '${folder}/x'`,
        `SELECT * FROM enable_logging('QueryLog', storage='file', storage_path='${folder}/logs')`,
        `FROM "enable_profiling" /* ( */ (format='json', save_location='${folder}/out.csv')`,
        'SELECT * FROM Disable_Logging --\n()',
        `SELECT * FROM query('SELECT * FROM enable_' || 'logging()')`,
        `SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))`,
        "SELECT main.write_log('x')",
        // what tells of the machine
        '-- a\n PRAGMA database_list',
        'FROM pragma_database_list',
        'SELECT path FROM duckdb_databases()',
        "SELECT value FROM duckdb_settings() WHERE name = 'temp_directory'",
        `SELECT "current_setting"('allowed_paths')`,
        'FROM pg_catalog.pg_settings',
        'FROM (SUMMARIZE PG_Settings)',
        `FROM query_table('pg_' || 'settings')`,
        'FROM duckdb_external_file_cache()',
        'FROM duckdb_extensions()',
        `SELECT list_transform(['threads'], lambda x: Current_Setting(x))`,
        `SELECT 'PRAGMA' FROM duckdb_logs`,
      ])
        await expect(corpus.query(sql), sql).rejects.toThrow(
          /a corpus is only read|disabled by configuration/,
        );
      await expect(corpus.query("SELECT getenv('HOME')")).rejects.toThrow(/getenv does not exist/);
      await expect(corpus.query(`SELECT ${'('.repeat(20_000)}1${')'.repeat(20_000)}`)).rejects.toThrow();
      expect(
        (
          await corpus.query(
            `WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r WHERE n < 2000) SELECT max(n) AS n FROM r`,
          )
        ).get('n', 0),
      ).toBe(2000);
      // only what is called counts, not what texts, comments, columns and aliases say
      expect(
        (
          await corpus.query(
            `SELECT text AS current_setting, "text" || ' query (1)' AS pragma FROM messages AS duckdb_settings
             WHERE text NOT LIKE '%pragma_database_list%' /* enable_logging() */ AND $said <> text`,
            { said: 'CHECKPOINT ()' },
          )
        ).numRows(),
      ).toBe(3);
      expect((await corpus.query('-- of all\nSELECT count(*) AS n FROM messages;')).get('n', 0)).toBe(3);
      await expect(
        corpus.where({ stage: 'public' }).query(`SELECT * FROM read_text('${secret}')`),
      ).rejects.toThrow(/disabled by configuration|Permission/);
      expect(bytesOf(join(folder, 'c'))).toEqual(before);
      expect(existsSync(join(folder, 'out.csv')) || existsSync(join(folder, 'x.db'))).toBe(false);

      const all = await corpus.database();
      await all.run(`COPY (SELECT messageId FROM messages) TO '${folder}/out.csv'`);
      expect((await all.query(`SELECT count(*) AS n FROM read_csv('${folder}/out.csv')`)).get('n', 0)).toBe(
        3,
      );
      all.close();
      corpus.close();
    });
  });
});

describe('a corpus folder', () => {
  it('may have [ in its name, and be inside the exports: it never reads itself', async () => {
    await inFolder({ 'exports/avis.csv': AVIS(0) }, async (folder) => {
      const exports = join(folder, 'exports'),
        out = join(exports, 'corpus [1]*');
      const first = await buildCorpus(exports, out, { key: KEY, workers: 0 });
      expect(first.manifest.totals).toMatchObject({ read: 3, kept: 3 });
      first.close();
      const before = bytesOf(out);
      const again = await buildCorpus(exports, out, { key: KEY, workers: 0 });
      expect((await again.query('SELECT count(*) AS n FROM messages')).get('n', 0)).toBe(3);
      again.close();
      expect(bytesOf(out)).toEqual(before);
      writeFileSync(join(exports, 'suite.csv'), AVIS(10));
      const more = await buildCorpus(exports, out, { key: KEY, workers: 0 });
      expect(more.manifest.totals).toMatchObject({ read: 6, kept: 6 });
      more.close();
      await expect(buildCorpus(exports, exports, { key: KEY })).rejects.toThrow(
        /folder of exports and of the corpus/,
      );
      await expect(buildCorpus(out, join(folder, 'd'), { key: KEY })).rejects.toThrow(
        /is a corpus, no exports/,
      );
      await expect(buildCorpus(exports, join(folder, 'd?'), { key: KEY })).rejects.toThrow(
        /with "\?" in its path/,
      );
      const other = await buildCorpus(exports, join(folder, 'd'), { key: KEY, workers: 0 });
      expect(other.manifest.files.map(({ read, rejected }) => [read, rejected])).toEqual([
        [3, 0],
        [1, 1],
        [3, 0],
      ]);
      other.close();
    });
  });

  it('of another version says to build it again', async () => {
    await inFolder({ 'avis.csv': AVIS(0) }, async (folder) => {
      const out = join(folder, 'c');
      mkdirSync(out);
      writeFileSync(join(out, 'manifest.json'), '{ "deversoir": "0.0.1", "files": [], "options": {} }');
      await expect(openCorpus(out)).rejects.toThrow(
        /was written by another version of deversoir: .*build it again/,
      );
      await expect(buildCorpus(join(folder, 'avis.csv'), out, { key: KEY })).rejects.toThrow(
        /build it again/,
      );
      expect(readdirSync(out)).toEqual(['manifest.json']);
    });
  });

  it('names no subject by the words of a brand that the configuration names, aliases of brands among them', async () => {
    const seen = plantedTexts(400, 11).map(({ text }) => text);
    const moods = ['reçu', 'impeccable', 'rapide', 'nickel', 'confirmé', 'classé', 'rangé', 'compris'];
    const of = (name: string): string[] =>
      Array.from({ length: 64 }, (_, at) => `${name}, ${moods[at % 8]}, ${moods[at >> 3]}: le ${name}`);
    const rows = [...seen, ...of('pochon'), ...of('bidule')].map(
      (text, at) => `${at};${1 + (at % 28)}/03/2026;${text}`,
    );
    await inFolder({ 'avis.csv': `id;Date;Avis\n${rows.join('\n')}\n` }, async (folder) => {
      const namesWith = async (place: string, config: CorpusConfig): Promise<string> => {
        const how = { key: KEY, workers: 0, config };
        const corpus = await buildCorpus(join(folder, 'avis.csv'), join(folder, place), how);
        const names = (await corpus.topics()).map(({ name }) => name).join();
        corpus.close();
        return names;
      };
      const named = await namesWith('a', { brand: 'Ortelan', aliases: { Glisson: ['pochons'] } });
      expect(named).toMatch(/pochon/);
      expect(named).toMatch(/bidule/);
      const aliases = { Ortelan: ['pochons'] };
      expect(await namesWith('b', { brand: 'Ortelan', aliases, competitors: ['Bidule & Cie'] })).not.toMatch(
        /pochon|bidule/,
      );
    });
  });

  it('keeps in quotes who a shop of its exports is named after, where one goes to it', async () => {
    const avis = `id;Date;Avis;Note;Magasin\n1;01/03/2026 10:00;Un avis sur le beurre;1;Tabac Sandrine\n`;
    await inFolder({ 'avis.csv': avis }, async (folder) => {
      const corpus = await buildCorpus(folder, join(folder, '.c'), { key: KEY, workers: 0 });
      const left = (name: string): string => `Le livreur a laissé le colis chez ${name}`;
      expect(await corpus.maskTexts([left('Sandrine'), left('Martine')])).toEqual([
        left('Sandrine'),
        left('[nom]'),
      ]);
      corpus.close();
    });
  });

  it('takes two and four runs at once as if they came one after the other', async () => {
    const files = { '1.csv': AVIS(0), '2.csv': AVIS(10), '3.csv': AVIS(20), '4.csv': AVIS(30) };
    await inFolder(files, async (folder) => {
      const names = Object.keys(files).map((name) => join(folder, name));
      for (const runs of [2, 4]) {
        const fresh = join(folder, `fresh${runs}`),
          together = join(folder, `together${runs}`);
        (await buildCorpus(names.slice(0, runs), fresh, { key: KEY, workers: 0 })).close();
        const corpora = await Promise.all(
          names.slice(0, runs).map((name) => buildCorpus(name, together, { key: KEY, workers: 0 })),
        );
        for (const corpus of corpora) corpus.close();
        expect(bytesOf(together)).toEqual(bytesOf(fresh));
      }
    });
  });
});
