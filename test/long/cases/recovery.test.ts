import { describe, expect, it } from 'vitest';
import { simulateCorpus, simulatedRows } from '../../../src/simulate/index.js';
import { groupingScores, stitchRows } from '../../cases/case-messages.js';

/** Corpora to simulate: 3 in the usual run, `RECOVERY_RUNS` in a longer one. */
const RUNS = Number(process.env['RECOVERY_RUNS'] ?? 3);

describe('recovery of planted cases, 10 % of the spilled ones without a shared identifier', () => {
  it('pairwise precision ≥ 0.95, recall ≥ 0.85, B³ F1 ≥ 0.9, over the corpora', () => {
    const all: { precision: number; recall: number; bCubed: number }[] = [];
    let planted = 0,
      hits = 0,
      found = 0;
    for (let seed = 1; seed <= RUNS; seed++) {
      const { messages, truth } = simulateCorpus({ seed, missingIds: 0.1 });
      const pieces = stitchRows(simulatedRows(messages));
      const caseOf = new Map(
        pieces.flatMap(({ caseMessages }) =>
          caseMessages.messageId.map((id, at) => [id, caseMessages.caseId[at] ?? ''] as const),
        ),
      );
      const items = messages.filter(
        ({ planted: { caseId }, direction, stage }) =>
          caseId !== undefined && direction === 'inbound' && stage !== 'press',
      );
      all.push(
        groupingScores(
          items.map((message) => message.planted.caseId ?? ''),
          items.map(({ id }) => caseOf.get(id) ?? id),
        ),
      );
      const spilled = truth.cases.flatMap(({ spilledAt }) => (spilledAt === null ? [] : [spilledAt]));
      const spills = pieces.flatMap(({ cases }) => cases.spilledAt.filter((at) => at !== null));
      planted += spilled.length;
      found += spills.length;
      hits += spilled.filter((at) => spills.some((other) => Math.abs(other - at) < 60_000)).length;
    }
    const mean = (pick: (score: (typeof all)[number]) => number): number =>
      all.reduce((sum, score) => sum + pick(score), 0) / all.length;
    const lowest = (pick: (score: (typeof all)[number]) => number): number => Math.min(...all.map(pick));
    console.info(
      `${RUNS} corpora: precision ${mean((s) => s.precision).toFixed(3)} (lowest ${lowest((s) => s.precision).toFixed(3)}), recall ${mean((s) => s.recall).toFixed(3)} (lowest ${lowest((s) => s.recall).toFixed(3)}), B³ F1 ${mean((s) => s.bCubed).toFixed(3)} (lowest ${lowest((s) => s.bCubed).toFixed(3)}); spills planted ${planted}, found ${found}, planted and found ${hits}`,
    );
    expect(lowest(({ precision }) => precision)).toBeGreaterThanOrEqual(0.95);
    expect(mean(({ recall }) => recall)).toBeGreaterThanOrEqual(0.85);
    expect(lowest(({ bCubed }) => bCubed)).toBeGreaterThanOrEqual(0.9);
  }, 3_600_000);
});
