import { describe, expect, it } from 'vitest';
import { openFinding } from '../../../../src/report/story/findings/private-stage.js';
import { wordsOf } from '../../../../src/report/story/words.js';
import { plain, written } from '../../written.js';

/** What is told of 30 cases without a trace of resolution, of which some wait. */
async function told(waiting: number | null): Promise<readonly string[]> {
  const metrics = [
    await written('reservoir', 'cases', { value: 0.4, low: 0.2, high: 0.7, n: 30 }),
    await written('reservoirOverTime', 'cases', { value: 0.4, n: 30, rows: [{ open: 30, waiting }] }),
  ];
  return openFinding({
    metrics: new Map(metrics.map((metric) => [metric.name, metric])),
    words: wordsOf('fr', 'Europe/Paris'),
    zone: 'Europe/Paris',
    brand: '',
    quoted: new Set(),
  }).flatMap(({ title, text }) => [plain(title), plain(text)]);
}

describe('openFinding', () => {
  it('calls open only the cases that wait, and tells the others beside', async () => {
    expect(await told(21)).toEqual([
      '21 dossiers privés attendent une réponse, sans débordement probable sous 24 h',
      '9 autres dossiers, répondus, n’ont pas trace de résolution. Débordements attendus sous 24 h : 0,40.',
    ]);
    expect(await told(30)).toEqual([
      '30 dossiers privés attendent une réponse, sans débordement probable sous 24 h',
      'Débordements attendus sous 24 h : 0,40.',
    ]);
  });

  it('says what is shown where who waits is not known', async () => {
    expect((await told(null))[0]).toBe(
      '30 dossiers privés sans trace de résolution, sans débordement probable sous 24 h',
    );
  });
});
