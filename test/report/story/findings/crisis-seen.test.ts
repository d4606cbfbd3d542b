import { expect, it } from 'vitest';
import { seenAround } from '../../../../src/report/story/findings/crisis-seen.js';
import { written } from '../../written.js';

it('asks two days before and one after of one public window, and nothing where no window is known', async () => {
  const of = async (rows: readonly { stage: string; kind: string; from: Date; to: Date }[]) =>
    seenAround(new Date('2026-03-05T09:00:00Z'), new Date('2026-03-06T12:00:00Z'), {
      metrics: new Map([['observationWindows', await written('observationWindows', 'share', { rows })]]),
    });
  const window = (from: string, to: string, stage = 'public', kind = 'window') => ({
    stage,
    kind,
    from: new Date(from),
    to: new Date(to),
  });
  expect(await of([window('2026-03-03', '2026-03-08')])).toEqual({ before: true, after: true });
  expect(await of([window('2026-03-04', '2026-03-07')])).toEqual({ before: false, after: false });
  // two windows that touch neither, days of the private and stray dates don't count
  expect(
    await of([
      window('2026-01-01', '2026-03-01'),
      window('2026-03-05', '2026-03-07'),
      window('2026-01-01', '2026-07-01', 'private'),
      window('2026-01-01', '2026-07-01', 'public', 'stray'),
    ]),
  ).toEqual({ before: false, after: false });
  // other exports watch those days, not those the movement stands in
  expect(
    seenAround(
      new Date('2026-03-05'),
      new Date('2026-03-06'),
      { metrics: new Map() },
      { seenBefore: false, seenAfter: true },
    ),
  ).toEqual({ before: false, after: true });
  expect(await of([])).toEqual({ before: true, after: true });
});
