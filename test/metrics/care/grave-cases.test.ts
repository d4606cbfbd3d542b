import { expect, it } from 'vitest';
import { graveCases } from '../../../src/metrics/care/grave-cases.js';
import type { Case, EnrichedMessage } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5);
type Said = Pick<EnrichedMessage, 'escalations'> & Partial<EnrichedMessage>;

/** Private cases, each with what its messages say; the first opened on the first day. */
const corpusOf = (cases: readonly (readonly [Partial<Case>, ...(readonly Said[])])[]) =>
  fakeCorpus({
    messages: cases.flatMap(([, ...said], c) =>
      said.map((one, m) => ({
        messageId: `m${c}-${m}`,
        stage: 'private' as const,
        channel: 'email',
        sentAt: START + (c + m) * DAY,
        ...one,
      })),
    ),
    cases: cases.map(([one, ...said], c) => ({
      caseId: `c${c}`,
      firstChannel: 'email',
      openedAt: START + c * DAY,
      messages: said.length,
      ...one,
    })),
    caseMessages: cases.flatMap(([, ...said], c) =>
      said.map((_, m) => ({ caseId: `c${c}`, messageId: `m${c}-${m}` })),
    ),
  });

it('are complaints that speak of harm or of the law, open ones first, the oldest first, whatever their age', async () => {
  const corpus = await corpusOf([
    [{ resolvedAt: START + DAY }, { escalations: ['law'] }],
    [
      { driver: 'safety', answeredAt: START + 2 * DAY },
      { escalations: [] },
      { escalations: ['law', 'health'] },
    ],
    // answered under its public post alone
    [
      { spilledAt: START + 9 * DAY, answeredAt: START + 10 * DAY },
      { escalations: ['law', 'go-public'] },
      { escalations: [], direction: 'outbound', stage: 'public', sentAt: START + 10 * DAY },
    ],
    [{ complaint: false }, { escalations: ['health'], sentiment: 'negative' }],
    // none of these: no threat that a firm answers for, no complaint, said by the brand, said in public alone
    [{}, { escalations: ['leave', 'child'] }],
    [{ complaint: false }, { escalations: ['health'] }],
    [{ complaint: false }, { escalations: ['child'] }, { escalations: [], sentiment: 'negative' }],
    [{}, { escalations: [] }, { escalations: ['health'], direction: 'outbound' }],
    [{}, { escalations: [] }, { escalations: ['law'], stage: 'public' }],
  ]);
  const metric = await graveCases(corpus);
  expect([metric.value, metric.n]).toEqual([3, 4]);
  expect(
    metric
      .rows()
      .map(({ caseId, kind, open, answered, spilled, driver }) => [
        caseId,
        kind,
        open,
        answered,
        spilled,
        driver,
      ]),
  ).toEqual([
    ['c1', 'health', true, true, false, 'safety'],
    ['c2', 'law', true, false, true, null],
    ['c3', 'health', true, false, false, null],
    ['c0', 'law', false, false, false, null],
  ]);
});

it('are not measured where nothing of the kind is said', async () => {
  const corpus = await corpusOf([[{}, { escalations: ['leave'] }]]);
  const metric = await graveCases(corpus);
  expect([metric.value, metric.notMeasured?.en]).toEqual([
    null,
    'no private complaint speaks of harm or of the law',
  ]);
});
