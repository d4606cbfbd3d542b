import { describe, expect, it } from 'vitest';
import { labelledCases } from '../../../src/metrics/funnel/labelled-cases.js';
import type { MessageLabel } from '../../../src/metrics/index.js';
import { fakeCorpus } from '../fake-corpus.js';

/** Forty cases that greet, complain and ask again: those under 30 are told by their second message. */
const corpusOf = () =>
  fakeCorpus({
    cases: Array.from({ length: 40 }, (_, k) => ({ caseId: `c${k}`, complaint: k < 30 })),
    messages: Array.from({ length: 40 }, (_, k) =>
      ['hello', 'told', 'again'].map((what, at) => ({
        messageId: `${what}${k}`,
        stage: 'private' as const,
        text: what,
        sentAt: at,
        complaintProbability: what === 'hello' ? 0.01 : k < 30 ? 0.9 : 0.3,
        intents: what === 'told' && k < 30 ? ['complaint' as const] : [],
      })),
    ).flat(),
    caseMessages: Array.from({ length: 40 }, (_, k) =>
      ['hello', 'told', 'again'].map((what) => ({ caseId: `c${k}`, messageId: `${what}${k}` })),
    ).flat(),
  });
const labelled = (what: string, complaints: number, reader?: string): MessageLabel[] =>
  Array.from({ length: 40 }, (_, k) => ({
    messageId: `${what}${k}`,
    head: 'complaint',
    label: k < complaints ? 'complaint' : 'none',
    ...(reader !== undefined && { reader }),
  }));

describe('labelledCases', () => {
  it('knows a case by the message that decides it, and by all labelled ones what it is', async () => {
    const corpus = await corpusOf();
    const cases = await labelledCases(corpus, labelled('told', 35));
    const of = (holds: (one: { told: boolean; known: boolean | undefined }) => boolean): number =>
      (cases ?? []).filter(holds).length;
    // read: 30, said: 35
    expect([
      of(({ told }) => told),
      of(({ known }) => known === true),
      of(({ known }) => known === false),
    ]).toEqual([30, 35, 5]);
    const more = await labelledCases(corpus, [...labelled('told', 20), ...labelled('again', 25)]);
    expect(more?.filter(({ known }) => known === true)).toHaveLength(25);
  });

  it('is told nothing by greetings, second readers and fewer than thirty cases', async () => {
    const corpus = await corpusOf();
    expect(await labelledCases(corpus, labelled('hello', 0))).toBeUndefined();
    expect(await labelledCases(corpus, labelled('told', 35, 'slow model'))).toBeUndefined();
    expect(await labelledCases(corpus, labelled('told', 35).slice(0, 29))).toBeUndefined();
    expect(await labelledCases(corpus, [])).toBeUndefined();
  });
});
