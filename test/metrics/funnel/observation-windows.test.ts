import { describe, expect, it } from 'vitest';
import { observationWindows } from '../../../src/metrics/funnel/observation-windows.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';

const DAY = 86_400_000;
/** Two messages a day from one day to another. */
const daily = (channel: string, stage: 'private' | 'public', from: number, to: number) =>
  Array.from({ length: 2 * (to - from + 1) }, (_, at) => ({
    channel,
    stage,
    sentAt: (from + Math.floor(at / 2)) * DAY + at,
  }));
async function measure(messages: NonNullable<FakeRows['messages']>) {
  const corpus = await fakeCorpus({ messages });
  return await observationWindows(corpus);
}

describe('observationWindows', () => {
  it('tells the share of the private days that the public is watched too', async () => {
    // private on days 0 to 39; in public X on 10 to 24 and reviews on 20 to 29: 20 of 40
    const metric = await measure([
      ...daily('email', 'private', 0, 39),
      ...daily('x-post', 'public', 10, 24),
      ...daily('web-review', 'public', 20, 29),
    ]);
    expect([metric.value, metric.n, metric.limits]).toEqual([0.5, 40, undefined]);
    const rows = metric
      .rows()
      .map(({ channel, kind, from, days, messages }) => [
        channel,
        kind,
        from.getTime() / DAY,
        days,
        messages,
      ]);
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        ['email', 'window', 0, 40, 80],
        ['x-post', 'window', 10, 15, 30],
        ['web-review', 'window', 20, 10, 20],
      ]),
    );
  });

  it('cuts a channel at a long silence, and sets a stray date apart as doubtful', async () => {
    const metric = await measure([
      ...daily('email', 'private', 0, 19),
      ...daily('email', 'private', 60, 79),
      { channel: 'email', stage: 'private', sentAt: 400 * DAY },
      ...daily('x-post', 'public', 0, 79),
    ]);
    expect([metric.value, metric.n]).toEqual([1, 40]);
    expect(metric.limits?.fr).toBe('Dates douteuses, hors de toute fenêtre : 1.');
    const email = metric.rows().filter(({ channel }) => channel === 'email');
    expect(
      email.map(({ kind, from, days, messages }) => [kind, from.getTime() / DAY, days, messages]),
    ).toEqual([
      ['window', 0, 20, 81],
      ['window', 60, 20, null],
      ['stray', 400, 1, 1],
    ]);
  });

  it('says why where nothing is dated, or nothing private', async () => {
    expect((await measure([{ sentAt: null }])).notMeasured?.fr).toMatch(/aucun message n’est daté/);
    const open = await measure(daily('x-post', 'public', 0, 9));
    expect(open.notMeasured?.fr).toMatch(/aucun export privé daté/);
    expect(open.rows()).toHaveLength(1);
  });
});
