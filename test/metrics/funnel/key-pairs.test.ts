import { describe, expect, it } from 'vitest';
import { keyExcess } from '../../../src/metrics/funnel/key-pairs.js';
import { spillsOf } from '../../../src/metrics/funnel/spill-cases.js';
import type { EnrichedMessage } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';
import { HOUR, hourCase } from './funnel-rows.js';

const DAY = 24 * HOUR;

describe('keyExcess', () => {
  /** Forty cases on day 60, each of its own name; public complaints of a name so many days after it. */
  const named = (name: string): string[] => [`name:${name}`, `parts:${name}`];
  const of = async (
    posts: readonly (readonly [name: string, days: number])[],
    keysOf: (name: string) => string[] = named,
  ) => {
    const cases = Array.from({ length: 40 }, (_, k) => ({
      ...hourCase({ opened: 60 * 24, until: 130 * 24 }),
      caseId: `case:${k}`,
    }));
    const message = (messageId: string, more: Partial<EnrichedMessage>): Partial<EnrichedMessage> => ({
      messageId,
      ...more,
    });
    const corpus = await fakeCorpus({
      cases,
      messages: [
        ...cases.map(({ caseId }, k) =>
          message(`opens:${k}`, { stage: 'private', sentAt: 60 * DAY, contactKeys: named(caseId) }),
        ),
        ...posts.map(([name, days], k) =>
          message(`post:${k}`, {
            sentAt: (60 + days) * DAY,
            authorKey: `post:${k}`,
            intents: ['complaint'],
            contactKeys: keysOf(name),
          }),
        ),
      ],
      caseMessages: cases.map(({ caseId }, k) => ({ caseId, messageId: `opens:${k}` })),
    });
    return await keyExcess(corpus, await spillsOf(corpus), 0.95);
  };
  const strangers = [-59, -20, 20, 59].map((days) => [`stranger:${days}`, days] as const);
  const after = Array.from({ length: 6 }, (_, k) => [`case:${k}`, 5 + k] as const),
    before = Array.from({ length: 6 }, (_, k) => [`case:${k + 20}`, -5 - k] as const);

  it('counts who comes back under the same name, less those who came before', async () => {
    // 8 posts after and 2 before: a ratio of 4; every post shows a name, 9 in 10 of which agree
    expect((await of([...strangers, ...after]))?.value).toBeCloseTo(6 / (40 * 0.9), 10);
    expect((await of([...strangers, ...after, ...before]))?.value).toBe(0);
  });

  it('takes who comes back on two networks for one', async () => {
    expect((await of([...strangers, ...strangers, ...after, ...after]))?.value).toBeCloseTo(
      6 / (40 * 0.9),
      10,
    );
  });

  it('leaves names cut to a letter out of what could be met', async () => {
    const cut = (name: string): string[] => (name.startsWith('stranger') ? [`name:${name}`] : named(name));
    // 6 of 10 posts show a whole name
    expect((await of([...strangers, ...after], cut))?.value).toBeCloseTo(6 / (40 * 0.9 * 0.6), 10);
  });

  it('asks nothing of an order written down', async () => {
    const withOrder = (name: string): string[] =>
      name.startsWith('case') ? [`order:${name}`] : [...named(name), `order:${name}`];
    expect((await of([...strangers, ...after], withOrder))?.value).toBe(0);
  });

  it('leaves out what lies more than sixty days apart', async () => {
    expect((await of([...strangers, ...after.map(([name]) => [name, 65] as const)]))?.value).toBe(0);
  });

  it('is unknown where no post shows a key of theirs, or none comes before', async () => {
    expect(await of(after)).toBeUndefined();
    expect(await of([])).toBeUndefined();
  });
});
