import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import { answeredWithin } from '../../../src/metrics/care/answered-within.js';
import { nextReplyTime } from '../../../src/metrics/care/next-reply-time.js';
import { resolutionTime } from '../../../src/metrics/care/resolution-time.js';
import { wilsonInterval } from '../../../src/stats/shares/interval.js';
import { fakeCorpus } from '../fake-corpus.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A Monday, 10:00 in Paris. */
const MONDAY = Date.UTC(2026, 0, 12, 9);

type Said = readonly [hours: number, who: 'customer' | 'brand' | 'machine' | 'note', asks?: boolean];
interface Told {
  readonly said: readonly Said[];
  readonly resolved?: number;
  readonly reopened?: number;
  readonly answered?: null;
}
const DIRECTIONS = { customer: 'inbound', brand: 'outbound', machine: 'outbound', note: 'internal' } as const;

async function corpusOf(cases: readonly Told[]): Promise<CorpusTables> {
  const all = cases.flatMap(({ said }, k) =>
    said.map(([hours, who, asks], at) => ({ k, messageId: `c${k}m${at}`, hours, who, asks })),
  );
  return fakeCorpus({
    messages: [
      ...all.map(({ k, messageId, hours, who, asks }) => ({
        messageId,
        stage: 'private' as const,
        channel: 'email',
        authorKey: `${who}${k}`,
        direction: DIRECTIONS[who],
        speech: who === 'machine' ? ('automatic' as const) : ('own' as const),
        intents: asks === true ? ['question'] : [],
        sentAt: MONDAY + hours * HOUR,
      })),
      // The channel is watched for thirty days.
      ...Array.from({ length: 31 }, (_, day) => ({
        messageId: `d${day}`,
        stage: 'private' as const,
        channel: 'email',
        authorKey: `d${day}`,
        sentAt: MONDAY + day * DAY,
      })),
    ],
    cases: cases.map(({ said, resolved, reopened, answered = MONDAY + HOUR }, k) => ({
      caseId: `c${k}`,
      firstStage: 'private' as const,
      firstChannel: 'email',
      complaint: true,
      openedAt: MONDAY + (said[0]?.[0] ?? 0) * HOUR,
      answeredAt: answered,
      resolvedAt: resolved === undefined ? null : MONDAY + resolved * HOUR,
      reopenedAt: reopened === undefined ? null : MONDAY + reopened * HOUR,
      observedUntil: MONDAY + 30 * DAY,
    })),
    caseMessages: all.map(({ k, messageId }) => ({ caseId: `c${k}`, messageId })),
  });
}

let corpus: CorpusTables;
beforeAll(async () => {
  corpus = await corpusOf([
    // first turn 0 → 1 is no next reply; then asks at 5, again at 6, answered at 9: 4 h; thanks at 10 asks nothing
    {
      said: [
        [0, 'customer', true],
        [1, 'brand'],
        [5, 'customer'],
        [6, 'customer', true],
        [9, 'brand'],
        [10, 'customer'],
      ],
      resolved: 10,
    },
    // asks at 4; a machine at 5 and a note at 6 answer nobody; answered at 12: 8 h. Reopened at 20, resolved again at 50
    {
      said: [
        [0, 'customer', true],
        [1, 'brand'],
        [4, 'customer', true],
        [5, 'machine'],
        [6, 'note'],
        [12, 'brand'],
      ],
      resolved: 50,
      reopened: 20,
    },
    // asks at 30, never answered: censored after 30 days less 30 hours
    {
      said: [
        [0, 'customer', true],
        [1, 'brand'],
        [30, 'customer', true],
      ],
    },
    // never asks again; resolved at 20; of a Monday 10:00, twenty hours on the clock are 8 of 9 to 18
    {
      said: [
        [0, 'customer', true],
        [1, 'brand'],
      ],
      resolved: 20,
    },
    // asks at 2, answered at 4: 2 h. Resolved once, then taken back for good
    {
      said: [
        [0, 'customer', true],
        [1, 'brand'],
        [2, 'customer', true],
        [4, 'brand'],
      ],
      reopened: 40,
    },
  ]);
});

describe('nextReplyTime', () => {
  it('goes from the first word since the last reply to the next human one', async () => {
    const metric = await nextReplyTime(corpus);
    // 2, 4 and 8 h, one never: the curve is 3/4, 2/4, 1/4; flat at the half from 4 to 8: 6, as R has it
    expect([metric.value, metric.n]).toEqual([6, 4]);
    expect(metric.rows()).toMatchObject([
      { stage: 'private', n: 4, answered: 3, unanswered: 1, median: 6, marketMean: 14 / 3 },
    ]);
    expect(metric.denominator.fr).toMatch(/tours de parole.*en privé/);
  });

  it('counts open hours alone where they are given', async () => {
    const businessHours = { days: [1, 2, 3, 4, 5], from: 9, to: 18 };
    const metric = await nextReplyTime(corpus, { businessHours, zone: 'Europe/Paris' });
    // Monday 15:00 to 19:00: 3 of 4 h; 14:00 to 22:00: 4 of 8 h; 12:00 to 14:00: 2 of 2 h
    expect(metric.rows()[0]).toMatchObject({ answered: 3, median: 3.5, marketMean: 3 });
  });

  it('takes the hours of the configuration, says so, and another target of replies', async () => {
    const config = { businessHours: { days: [1, 2, 3, 4, 5], from: 9, to: 18 }, replyTargetHours: 3 };
    const told = { ...corpus, manifest: { ...corpus.manifest, options: { config } } };
    const metric = await nextReplyTime(told, { zone: 'Europe/Paris' });
    expect(metric.rows()[0]).toMatchObject({ median: 3.5, openHours: true });
    expect((await nextReplyTime(corpus)).rows()[0]).toMatchObject({ median: 6, openHours: false });
    expect(metric.denominator.fr).toMatch(/, ouverts en privé, en heures d’ouverture$/);
    expect(metric.method.fr).toMatch(/Heures d’ouverture seules : lundi à vendredi, de 9 h à 18 h\.$/);
    const within = await answeredWithin(told, { zone: 'Europe/Paris' });
    expect(within.value).toBe(
      (await answeredWithin(told, { zone: 'Europe/Paris', replyTargetHours: 3 })).value,
    );
    expect(within.value).not.toBe(
      (await answeredWithin(told, { zone: 'Europe/Paris', replyTargetHours: 0.5 })).value,
    );
  });

  it('says why where nobody asked again', async () => {
    const once = await corpusOf([
      {
        said: [
          [0, 'customer', true],
          [1, 'brand'],
        ],
      },
    ]);
    const metric = await nextReplyTime(once);
    expect([metric.value, metric.n, metric.notMeasured?.fr]).toEqual([
      null,
      0,
      'aucun client n’a rien demandé après une première réponse',
    ]);
  });
});

describe('resolutionTime', () => {
  it('censors the unresolved, and tells what stayed resolved', async () => {
    const metric = await resolutionTime(corpus);
    // 10, 20 and 50 h of five: the curve is 4/5, 3/5, 2/5: half are resolved by 50 h
    expect([metric.value, metric.n]).toEqual([50, 5]);
    const { low, high } = wilsonInterval(2, 4, 0.95);
    expect(metric.rows()).toMatchObject([
      {
        stage: 'private',
        resolved: 3,
        unresolved: 2,
        meanResolvedHours: 80 / 3,
        onceResolved: 4,
        reopened: 2,
        stayedShare: 0.5,
        stayedLow: low,
        stayedHigh: high,
      },
    ]);
  });

  it('tells the requester’s and the agent’s wait apart, machines and notes aside', async () => {
    // requester: 1 + 4 = 5, 1 + 8 = 9, 1 + 690 (open), 1, 1 + 2 = 3 (open): the curve is 4/5 from 1, 8/15 from 5, 4/15 from 9
    // agent: 4 + 1 = 5, 3 + 38 = 41, 29 (open), 19, 1 + 716 (open): 4/5 from 5, 3/5 from 19, 3/10 from 41
    expect((await resolutionTime(corpus)).rows()[0]).toMatchObject({
      requesterWaitHours: 9,
      agentWaitHours: 41,
    });
    // Monday 10:00 to 11:00 and 15:00 to 19:00: 1 + 3 h; 1 and 14:00 to 22:00: 1 + 4 h; 1 h: the half at 5 h
    const businessHours = { days: [1, 2, 3, 4, 5], from: 9, to: 18 };
    const metric = await resolutionTime(corpus, { businessHours, zone: 'Europe/Paris' });
    expect(metric.rows()[0]).toMatchObject({ requesterWaitHours: 5 });
  });

  it('knows no wait where replies are not exported', async () => {
    const silent = await corpusOf([{ said: [[0, 'customer', true]], resolved: 9, answered: null }]);
    expect((await resolutionTime(silent)).rows()[0]).toMatchObject({
      medianHours: 9,
      requesterWaitHours: null,
      agentWaitHours: null,
    });
  });

  it('counts open hours alone where they are given', async () => {
    const businessHours = { days: [1, 2, 3, 4, 5], from: 9, to: 18 };
    const metric = await resolutionTime(corpus, { businessHours, zone: 'Europe/Paris' });
    // Monday 10:00 to 20:00: 8 h; to Tuesday 6:00: 8 h; to Wednesday 12:00: 8 + 9 + 3 = 20 h
    expect(metric.rows()[0]).toMatchObject({ medianHours: 20, meanResolvedHours: 12 });
  });

  it('has no median where fewer than half are resolved', async () => {
    const open = await corpusOf([
      { said: [[0, 'customer', true]] },
      { said: [[0, 'customer', true]], resolved: 9 },
      { said: [[0, 'customer', true]] },
    ]);
    const metric = await resolutionTime(open);
    expect(metric.value).toBeNull();
    expect(metric.rows()[0]).toMatchObject({ n: 3, resolved: 1, medianHours: null, stayedShare: 1 });
  });
});
