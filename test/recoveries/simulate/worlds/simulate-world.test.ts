import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../../src/ingest/bytes/open-file.js';
import { chooseSource } from '../../../../src/ingest/survey-file.js';
import type { MessageRecord } from '../../../../src/model/index.js';
import { simulateWorld } from '../../../../src/simulate/worlds/simulate-world.js';
import { writeWorld } from '../../../../src/simulate/worlds/world-files.js';

describe('a random world', () => {
  it('leaves the planted share of spilled cases without a key', () => {
    const shares = ([0.1, 0.6] as const).map((withoutKey) => {
      const spilled = [1, 2, 3].flatMap((seed) =>
        simulateWorld(seed, { cases: 160, spill: 0.25, withoutKey }).truth.cases.filter(
          ({ spilledAt }) => spilledAt !== null,
        ),
      );
      return spilled.filter(({ sharedId }) => sharedId === 'none').length / spilled.length;
    });
    expect(shares[0]).toBeCloseTo(0.1, 1);
    expect(shares[1]).toBeCloseTo(0.6, 0);
  });
});

describe.each([21, 22, 23])('the exports of world %i', (seed) => {
  it('are read back: every file recognised, every row a record, in order', async () => {
    const world = simulateWorld(seed, { cases: 160 }),
      problems: string[] = [];
    for (const { path, bytes, rows } of writeWorld(world)) {
      const file = await openBytes(bytes, path);
      const chosen = chooseSource(file, { zone: 'Europe/Paris' });
      if (!('source' in chosen)) {
        problems.push(`${path}: ${chosen.note}`);
        continue;
      }
      const records: MessageRecord[] = [];
      for await (const parsed of chosen.source.parse(file, { zone: 'Europe/Paris' }))
        for (const one of Array.isArray(parsed) ? parsed : [parsed]) {
          // Lines of the exporting tool above the header are told as no message; nothing else is refused.
          if ('reject' in one && !(one.reject.hint === 'stands above the header' && records.length === 0))
            problems.push(`${path}: ${one.reject.reason} ${one.reject.hint}`);
          if ('record' in one && one.record.kind !== 'system') records.push(one.record);
        }
      const expected = rows.filter(({ message }) => message.kind !== 'system');
      if (records.length !== expected.length)
        problems.push(`${path}: ${records.length} records of ${expected.length}`);
    }
    expect(problems).toEqual([]);
  });
});
