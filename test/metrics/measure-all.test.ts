import { describe, expect, it } from 'vitest';
import { measureAll } from '../../src/metrics/measure-all.js';
import { messageVolume } from '../../src/metrics/basic/message-volume.js';
import { DeversoirError } from '../../src/util/errors.js';
import { fakeCorpus } from './fake-corpus.js';

async function singular(): Promise<never> {
  throw new Error('Matrix is singular');
}
async function wrongOption(): Promise<never> {
  throw new DeversoirError('option-invalid', 'level must be between 0 and 1');
}

describe('measureAll', () => {
  it('goes on after a calculation that fails, and says which and why', async () => {
    const corpus = await fakeCorpus({ messages: [{ messageId: 'a', sentAt: Date.UTC(2026, 2, 3) }] });
    const told: string[] = [];
    const metrics = await measureAll(
      [singular, messageVolume],
      corpus,
      {},
      { onWarning: (line) => told.push(line) },
    );
    expect(metrics.map(({ name, notMeasured }) => [name, notMeasured?.fr])).toEqual([
      ['singular', 'le calcul a échoué, à signaler (Matrix is singular)'],
      ['messageVolume', undefined],
    ]);
    expect(told).toEqual([
      'singular is not measured: its calculation failed, please report it (Matrix is singular)',
    ]);
  });

  it('throws what was asked wrongly', async () => {
    const corpus = await fakeCorpus({});
    await expect(measureAll([wrongOption], corpus, {})).rejects.toThrow(/level must be/);
  });
});
