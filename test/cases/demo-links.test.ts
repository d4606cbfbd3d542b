import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/util/config-file.js';
import type { Corpus } from '../../src/corpus.js';
import { buildCorpus } from '../../src/pipeline.js';
import { groupingScores } from './case-messages.js';

const dataset = (path: string): string => fileURLToPath(new URL(`../../datasets/${path}`, import.meta.url));

describe.each(['agri-food-demo', 'retail-demo'])(
  'cases of %s against the planted truth (30 % of the spills without a shared id, 10 % of people with a namesake)',
  (demo) => {
    const folder = mkdtempSync(join(tmpdir(), 'deversoir-links-'));
    let corpus: Corpus;
    beforeAll(async () => {
      const config = parseConfig(readFileSync(dataset(`${demo}/deversoir.json`), 'utf8'), 'deversoir.json');
      corpus = await buildCorpus(dataset(`${demo}/exports`), join(folder, 'corpus'), {
        key: 'test',
        config,
        workers: 0,
      });
    });
    afterAll(() => {
      corpus.close();
      rmSync(folder, { recursive: true });
    });

    it('loses no row', () => {
      for (const { read, kept, duplicates, rejected } of [...corpus.manifest.files, corpus.manifest.totals])
        expect(read).toBe(kept + duplicates + rejected);
      expect(corpus.manifest.totals.kept).toBeGreaterThan(3000);
    });

    it('joins messages into cases: precision ≥ 0.75, recall ≥ 0.85, B³ ≥ 0.9', async () => {
      const table = await corpus.query(
        `
      SELECT t.caseId AS truth, coalesce(c.caseId, m.messageId) AS found
      FROM read_csv($truth, all_varchar = true) t JOIN messages m ON m.file = t.file AND m.direction = 'inbound'
        AND abs(epoch_ms(m.sentAt) - epoch_ms(CAST(t.sentAt AS TIMESTAMP))) <= 60000 AND (t.exportId IS NULL OR m.platform = 'email' OR m.messageId LIKE '%' || t.exportId)
      LEFT JOIN caseMessages c ON c.messageId = m.messageId
      WHERE t.caseId IS NOT NULL AND t.direction = 'inbound' AND m.stage <> 'press'`,
        { truth: dataset(`${demo}/truth/messages.csv`) },
      );
      const truth = Array.from(table.array('truth') as ArrayLike<string>),
        found = Array.from(table.array('found') as ArrayLike<string>);
      expect(truth.length).toBeGreaterThan(1000);
      const { precision, recall, bCubed } = groupingScores(truth, found);
      console.info(
        `${demo}: n = ${truth.length} messages, pairwise precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, B³ F1 ${bCubed.toFixed(3)}`,
      );
      // Pairs punish the long chats of people who come back about another problem, taken for one case.
      expect(precision).toBeGreaterThanOrEqual(0.75);
      expect(recall).toBeGreaterThanOrEqual(0.85);
      expect(bCubed).toBeGreaterThanOrEqual(0.9);
    });

    it('finds most planted spills that can be found and few others', async () => {
      const { cases } = JSON.parse(readFileSync(dataset(`${demo}/truth/truth.json`), 'utf8')) as {
        cases: { spilledAt: number | null; sharedId: string | null }[];
      };
      const planted = cases.flatMap(({ spilledAt }) => (spilledAt === null ? [] : [spilledAt]));
      const linkable = cases.flatMap(({ spilledAt, sharedId }) =>
        spilledAt === null || sharedId === 'none' ? [] : [spilledAt],
      );
      const found = Array.from(
        (
          await corpus.query(
            'SELECT epoch_ms(spilledAt)::DOUBLE AS at FROM cases WHERE spilledAt IS NOT NULL',
          )
        ).array('at') as ArrayLike<number>,
      );
      const near =
        (a: number) =>
        (b: number): boolean =>
          Math.abs(a - b) < 60_000;
      const hits = found.filter((at) => planted.some(near(at))).length,
        reached = linkable.filter((at) => found.some(near(at))).length;
      console.info(
        `${demo}: ${planted.length} planted spills, ${linkable.length} of them with a common key, ${reached} of those found; ${found.length} found, ${hits} of them planted`,
      );
      expect(hits / found.length).toBeGreaterThanOrEqual(0.9);
      expect(reached / linkable.length).toBeGreaterThanOrEqual(0.75);
    });
  },
);
