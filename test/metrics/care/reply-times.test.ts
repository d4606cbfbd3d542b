import { describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import type { CareCase } from '../../../src/metrics/care/care-cases.js';
import { nextReplyTime } from '../../../src/metrics/care/next-reply-time.js';
import { replyTimes } from '../../../src/metrics/care/reply-times.js';

const corpus = { manifest: { options: {} } } as unknown as CorpusTables;
const none = { fr: 'rien', en: 'nothing' };
const asked = (
  stage: CareCase['stage'],
  answered: readonly number[],
  open: readonly number[],
): CareCase[] => [
  ...answered.map((hours) => ({ channel: 'email', stage, hours, answered: true })),
  ...open.map((hours) => ({ channel: 'email', stage, hours, answered: false })),
];
const measured = (cases: readonly CareCase[]) =>
  replyTimes(nextReplyTime.definition.frame, corpus, cases, {}, none);

describe('a delay by stage', () => {
  it('counts the unanswered as still waiting: ¾ after 1 hour, ½ between 2 and 3, whose middle is the median', () => {
    const metric = measured(asked('private', [1, 2, 3], [10]));
    expect([metric.n, metric.value]).toEqual([4, 2.5]);
    expect(metric.rows).toMatchObject([
      { stage: 'private', n: 4, answered: 3, unanswered: 1, median: 2.5, marketMean: 2, openHours: false },
    ]);
  });

  it('is that of private messages where there are some, else of public ones', () => {
    const metric = measured([...asked('public', [7, 8, 9], []), ...asked('private', [4, 5, 6], [])]);
    expect([metric.n, metric.value]).toEqual([3, 5]);
    expect(measured(asked('public', [7, 8, 9], [])).value).toBe(8);
  });

  it('has no median where three of four wait, and says why', () => {
    const metric = measured(asked('private', [1], [10, 11, 12]));
    expect(metric.value).toBeNull();
    expect(metric.notMeasured).toBeDefined();
    expect(metric.rows).toMatchObject([{ answered: 1, unanswered: 3, median: null, marketMean: 1 }]);
  });

  it('without a case says so', () => {
    expect(measured([]).notMeasured).toMatchObject(none);
  });
});
