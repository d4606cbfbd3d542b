import { expect, it } from 'vitest';
import type { Manifest, Metric } from '../../../src/model/index.js';
import { apartLines, spanSeen } from '../../../src/report/story/span-seen.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { plain, written } from '../written.js';

const MANIFEST = { firstAt: '2026-01-02T10:00:00Z', lastAt: '2034-04-30T10:00:00Z' } as Manifest;
const windows = (strays: readonly (readonly [day: string, n: number])[]): Promise<Metric> => {
  const row = { stage: 'public', channel: 'x', days: 1 };
  return written('observationWindows', 'messages', {
    rows: [
      { ...row, kind: 'window', from: new Date('2026-01-02'), to: new Date('2026-03-01'), messages: 400 },
      { ...row, kind: 'window', from: new Date('2026-03-20'), to: new Date('2026-04-01'), messages: null },
      ...strays.map(([day, messages]) => ({
        ...row,
        kind: 'stray',
        from: new Date(day),
        to: new Date(Date.parse(day) + 86_400_000),
        messages,
      })),
    ],
  });
};

it('ends where exports let one see, and tells the date that stands apart', async () => {
  const seen = spanSeen(MANIFEST, await windows([['2034-04-30', 1]]));
  expect([seen.manifest.firstAt, seen.manifest.lastAt]).toEqual([
    '2026-01-02T10:00:00.000Z',
    '2026-03-31T23:59:59.999Z',
  ]);
  expect(apartLines(seen, wordsOf('fr', 'Europe/Paris')).map(plain)).toEqual([
    '1 message porte une date éloignée de toutes les autres (30 avril 2034) : hors de la période du titre.',
  ]);
  expect(apartLines(seen, wordsOf('en', 'Europe/Paris')).map(plain)).toEqual([
    '1 message has a date far from all others (30 April 2034): out of the period of the title.',
  ]);
});

it('leaves the period whole where such dates are many, lie between windows, or no window is known', async () => {
  for (const metric of [
    await windows([
      ['2024-01-01', 2],
      ['2034-04-30', 3],
    ]),
    await windows([['2026-03-10', 1]]),
    undefined,
  ]) {
    const seen = spanSeen(MANIFEST, metric);
    expect(seen.manifest).toBe(MANIFEST);
    expect(apartLines(seen, wordsOf('fr', 'Europe/Paris'))).toEqual([]);
  }
});
