import { describe, expect, it } from 'vitest';
import { loadConfusions } from '../../../src/enrich/heads/shipped-confusions.js';
import { complaintReading } from '../../../src/metrics/funnel/complaint-reading.js';
import { funnelReading, toldOfReading } from '../../../src/metrics/funnel/funnel-reading.js';
import type { MessageLabel } from '../../../src/metrics/index.js';
import { fakeCorpus } from '../fake-corpus.js';

/** 60 private cases of one message and 60 comments, half of each told as complaints. */
const corpusOf = () =>
  fakeCorpus(
    {
      cases: Array.from({ length: 60 }, (_, k) => ({
        caseId: `private${k}`,
        complaint: k < 30,
        openedAt: 0,
        observedUntil: 9e8,
      })),
      messages: (['private', 'public'] as const).flatMap((stage) =>
        Array.from({ length: 60 }, (_, k) => ({
          messageId: `${stage}${k}`,
          stage,
          sentAt: 15_000_000 * k,
          text: 'Texte',
          languageCode: 'fr',
          authorKey: `${stage}${k}`,
          complaintProbability: k < 30 ? 0.9 : 0.2,
          intents: k < 30 ? (['complaint'] as const) : [],
        })),
      ),
      caseMessages: Array.from({ length: 60 }, (_, k) => ({
        caseId: `private${k}`,
        messageId: `private${k}`,
      })),
    },
    { confusions: () => Promise.resolve(loadConfusions()) },
  );
const labels = (stage: string): MessageLabel[] =>
  Array.from({ length: 60 }, (_, k) => ({
    messageId: `${stage}${k}`,
    head: 'complaint',
    label: k < 40 ? 'complaint' : 'none',
  }));

describe('funnelReading', () => {
  it('takes each side from labels where it has enough, else from the labelled sets', async () => {
    const corpus = await corpusOf();
    const tables = await complaintReading(corpus, { seed: 1 });
    const none = await funnelReading(corpus, [], { seed: 1 });
    expect([none.private, none.public, none.labelled]).toEqual([tables.private, tables.public, []]);
    const inPublic = await funnelReading(corpus, labels('public'), { seed: 1 });
    expect([inPublic.private, inPublic.labelled]).toEqual([tables.private, ['public']]);
    // 30 told, all right, of 40
    expect(new Set(inPublic.public?.recall.map((share) => share.toFixed(6)))).toEqual(new Set(['0.750000']));
    const both = await funnelReading(corpus, [...labels('public'), ...labels('private')], { seed: 1 });
    expect(both.labelled).toEqual(['private', 'public']);
    expect(new Set(both.private?.recall)).toEqual(new Set([0.75]));
  });

  it('says where the errors come from', async () => {
    const corpus = await corpusOf();
    const of = async (given: readonly MessageLabel[]): Promise<string> =>
      toldOfReading(await funnelReading(corpus, given, { seed: 1 })).en;
    expect(await of([])).toMatch(/^Reading misses complaints/);
    expect(await of(labels('private'))).toMatch(
      /wrongly in private comes from your labels.* in cells of that side.* Reading misses/,
    );
    expect(await of([...labels('private'), ...labels('public')])).toMatch(
      /wrongly comes from your labels[^.]*\.$/,
    );
  });
});
