import { describe, expect, it } from 'vitest';
import { waitsAgain } from '../../../src/metrics/funnel/waits-again.js';
import type { EnrichedMessage } from '../../../src/model/index.js';
import { fakeCorpus } from '../fake-corpus.js';
import { HOUR, hourCase } from './funnel-rows.js';

type Said = readonly [
  hours: number,
  direction: EnrichedMessage['direction'],
  over?: Partial<EnrichedMessage>,
];

async function waits(said: readonly Said[], opened = 0): Promise<unknown> {
  const corpus = await fakeCorpus({
    cases: [hourCase({ caseId: 'one', opened, until: 500 })],
    messages: said.map(([hours, direction, over], at) => ({
      messageId: `m${at}`,
      stage: 'private',
      direction,
      sentAt: hours * HOUR,
      ...over,
    })),
    caseMessages: said.map((_, at) => ({ caseId: 'one', messageId: `m${at}` })),
  });
  return (await waitsAgain(corpus)).get('one');
}

describe('waitsAgain', () => {
  it('goes from the first word after an answer to the next answer, in hours of the case', async () => {
    expect(
      await waits(
        [
          [10, 'inbound'],
          [12, 'inbound'],
          [14, 'outbound'],
          [15, 'outbound'],
          [20, 'inbound'],
          [22, 'inbound'],
          [30, 'outbound'],
          [41, 'inbound'],
        ],
        10,
      ),
    ).toEqual([
      [10, 20],
      [31, Infinity],
    ]);
  });

  it('counts no word before an answer, no machine, no note and nothing said in public', async () => {
    expect(
      await waits([
        [0, 'inbound'],
        [1, 'outbound', { speech: 'automatic' }],
        [3, 'inbound'],
        [5, 'outbound'],
        [6, 'inbound', { stage: 'public' }],
        [8, 'internal'],
      ]),
    ).toBeUndefined();
  });
});
