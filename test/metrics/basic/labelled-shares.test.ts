import { describe, expect, it } from 'vitest';
import { LEAST_LABELS } from '../../../src/metrics/basic/labelled-cells.js';
import { byLabels, chosenLabels, type MessageLabel } from '../../../src/metrics/basic/labelled-shares.js';
import { fakeCorpus } from '../fake-corpus.js';

const labels = (count: number, reader?: string, label = 'harm'): MessageLabel[] =>
  Array.from({ length: count }, (_, at) => ({
    messageId: `m${at}`,
    head: 'harm',
    label,
    ...(reader === undefined ? {} : { reader }),
  }));

describe('labels that shares are corrected by', () => {
  it('are those of persons where there are enough, else of the reader who read most', () => {
    const persons = labels(LEAST_LABELS);
    expect(chosenLabels('harm', [...persons, ...labels(90, 'b')])).toMatchObject({ reader: undefined });
    const few = chosenLabels('harm', [...labels(LEAST_LABELS - 1), ...labels(90, 'b'), ...labels(80, 'a')]);
    expect([few.reader, few.known.size]).toEqual(['b', 90]);
    // as many: the first of the alphabet, whatever the order
    expect(chosenLabels('harm', [...labels(40, 'b'), ...labels(40, 'a')]).reader).toBe('a');
    expect(chosenLabels('complaint', persons).known.size).toBe(0);
  });
  it('of one message said twice are the last', () => {
    const { known } = chosenLabels('harm', [...labels(40), ...labels(40, undefined, 'none')]);
    expect([known.size, known.get('m3')]).toEqual([40, 'none']);
  });
});

describe('shares from labels', () => {
  it('are what is told plus the mean error of what was labelled', async () => {
    // 200 messages, 50 told as harm; of 40 labelled, 10 told so, of which 4 are none; 2 of the 30 others are harm
    const messages = Array.from({ length: 200 }, (_, at) => ({
      messageId: `m${String(at).padStart(3, '0')}`,
      harms: at % 4 === 0 ? ['insult'] : [],
      harmProbability: at % 4 === 0 ? 0.9 : 0.1,
    }));
    const corpus = await fakeCorpus({ messages } as never);
    const given = messages
      .slice(0, 40)
      .map(({ messageId, harms }, at): MessageLabel => ({
        messageId,
        head: 'harm',
        label: harms.length > 0 ? (at < 16 ? 'none' : 'harm') : at < 3 ? 'harm' : 'none',
      }));
    const rows = await byLabels(corpus, 'harm', given, 0.95);
    expect(
      rows.map(({ label, n, raw, referenceN, reference }) => [label, n, raw, referenceN, reference]),
    ).toEqual([
      ['none', 200, 0.75, 40, 'labels of the user'],
      ['harm', 200, 0.25, 40, 'labels of the user'],
    ]);
    // .25 + (−4 + 2) / 40
    expect(rows[1]?.share).toBeCloseTo(0.2, 12);
    expect(rows[0]?.share).toBeCloseTo(0.8, 12);
    expect(rows[1]?.low).toBeLessThan(0.2);
  });
  it('have no point where few labels leave over 40 points', async () => {
    const messages = Array.from({ length: 200 }, (_, at) => ({
      messageId: `m${String(at).padStart(3, '0')}`,
      harms: at % 2 === 0 ? ['insult'] : [],
      harmProbability: at % 2 === 0 ? 0.9 : 0.1,
    }));
    const corpus = await fakeCorpus({ messages } as never);
    // told at random: every second reading is wrong
    const given = messages
      .slice(0, LEAST_LABELS)
      .map(({ messageId }, at): MessageLabel => ({
        messageId,
        head: 'harm',
        label: Math.floor(at / 2) % 2 === 0 ? 'harm' : 'none',
      }));
    const [row] = await byLabels(corpus, 'harm', given, 0.95);
    expect((row?.high ?? 0) - (row?.low ?? 0)).toBeGreaterThan(0.4);
    expect(row?.share).toBeNull();
  });
  it('are none with too few or foreign labels', async () => {
    const corpus = await fakeCorpus({
      messages: Array.from({ length: 60 }, (_, at) => ({ messageId: `m${at}`, harmProbability: 0.1 })),
    });
    expect(await byLabels(corpus, 'harm', labels(LEAST_LABELS - 1), 0.95)).toEqual([]);
    const elsewhere = labels(40).map((label) => ({ ...label, messageId: `x${label.messageId}` }));
    expect(await byLabels(corpus, 'harm', elsewhere, 0.95)).toEqual([]);
  });
});
