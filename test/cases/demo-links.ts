import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/util/config-file.js';
import type { Corpus } from '../../src/corpus.js';
import { namesOfFiles } from '../../src/shards/file-names.js';
import { createIdentity } from '../../src/normalise/message-id.js';
import { createPseudonymiser } from '../../src/normalise/pseudonym.js';
import { pseudonymKey } from '../../src/normalise/pseudonym-key.js';
import { buildCorpus, type BuildOptions } from '../../src/pipeline.js';
import { groupingScores } from './case-messages.js';
import { temporaryFolder } from '../temporary-folder.js';

const dataset = (path: string): string => fileURLToPath(new URL(`../../datasets/${path}`, import.meta.url));

const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** Rows of a table without quotes. */
function csv(text: string): Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = text.trim().split('\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at] ?? '', cell])));
}

/** Tests the cases of a demo, built anew, against its planted truth. */
export function testDemoLinks(demo: string): void {
  describe(`cases of ${demo} against the planted truth (30 % of the spills without a shared id, 10 % of people with a namesake)`, () => {
    const folder = temporaryFolder();
    let corpus: Corpus;
    const options: BuildOptions = {
      key: KEY,
      config: parseConfig(readFileSync(dataset(`${demo}/deversoir.json`), 'utf8'), 'deversoir.json'),
      workers: 0,
    };
    beforeAll(async () => {
      corpus = await buildCorpus(dataset(`${demo}/exports`), join(folder, 'corpus'), options);
    });
    afterAll(() => corpus.close());

    it('loses no row', () => {
      for (const { read, kept, duplicates, rejected } of [...corpus.manifest.files, corpus.manifest.totals])
        expect(read).toBe(kept + duplicates + rejected);
      expect(corpus.manifest.totals.kept).toBeGreaterThan(3000);
    });

    it('joins messages into cases: precision ≥ 0.95, recall ≥ 0.85, B³ ≥ 0.9', async () => {
      const names = new Map(
        (await namesOfFiles(dataset(`${demo}/exports`), options)).map(({ path, name }) => [path, name]),
      );
      const { ofPlatformId } = createIdentity(createPseudonymiser(pseudonymKey(KEY)));
      const read = (
        await corpus.query(`
          SELECT m.file, m.messageId, m.platform, epoch_ms(m.sentAt)::DOUBLE AS at, coalesce(c.caseId, m.messageId) AS found
          FROM messages m LEFT JOIN caseMessages c ON c.messageId = m.messageId
          WHERE m.direction = 'inbound' AND m.stage <> 'press' AND m.sentAt IS NOT NULL ORDER BY m.messageId`)
      ).objects() as { file: string; messageId: string; platform: string; at: number; found: string }[];
      const inFile = new Map<string, typeof read>();
      for (const one of read) inFile.set(one.file, [...(inFile.get(one.file) ?? []), one]);
      const planted = csv(readFileSync(dataset(`${demo}/truth/messages.csv`), 'utf8')).filter(
        ({ caseId, direction }) => caseId !== '' && direction === 'inbound',
      );
      const pairs = planted.flatMap(({ file = '', exportId = '', sentAt = '', caseId = '' }) =>
        (inFile.get(names.get(file) ?? file) ?? [])
          .filter(
            ({ at, platform, messageId }) =>
              Math.abs(at - Date.parse(sentAt)) <= 60_000 &&
              (exportId === '' || platform === 'email' || messageId === ofPlatformId(platform, exportId)),
          )
          .map(({ found }) => [caseId, found] as const),
      );
      const truth = pairs.map(([planned]) => planned),
        found = pairs.map(([, joined]) => joined);
      expect(truth.length).toBeGreaterThan(1000);
      const { precision, recall, bCubed } = groupingScores(truth, found);
      console.info(
        `${demo}: n = ${truth.length} messages, pairwise precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, B³ F1 ${bCubed.toFixed(3)}`,
      );
      expect(precision).toBeGreaterThanOrEqual(0.95);
      expect(recall).toBeGreaterThanOrEqual(0.85);
      expect(bCubed).toBeGreaterThanOrEqual(0.9);
    });

    it('brackets the open complaints: within 15 % those that wait, at least as many without a trace of resolution', async () => {
      const { cases } = JSON.parse(readFileSync(dataset(`${demo}/truth/truth.json`), 'utf8')) as {
        cases: Readonly<Record<'resolvedAt' | 'reopenedAt' | 'spilledAt', number | null>>[];
      };
      // a case that was reopened stays so in these worlds
      const open = cases.filter(
        ({ resolvedAt, reopenedAt, spilledAt }) =>
          spilledAt === null && (resolvedAt === null || reopenedAt !== null),
      ).length;
      const { waiting, untraced } = (
        await corpus.query(`SELECT count(waitingSince)::DOUBLE AS waiting, count(*)::DOUBLE AS untraced FROM cases
          WHERE firstStage = 'private' AND complaint AND resolvedAt IS NULL AND spilledAt IS NULL`)
      ).object(0) as { waiting: number; untraced: number };
      console.info(
        `${demo}: ${open} open, ${waiting} said to wait, ${untraced} without a trace of resolution`,
      );
      expect(Math.abs(waiting / open - 1)).toBeLessThanOrEqual(0.15);
      expect(untraced).toBeGreaterThanOrEqual(open);
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
  });
}
