import { beforeAll, describe, expect, it } from 'vitest';
import { deliver } from '../../src/watch/deliver.js';
import type { WatchEvent } from '../../src/watch/index.js';
import { EMPTY_STATE, type WatchState } from '../../src/watch/watch-state.js';
import { MOST_ATTEMPTS } from '../../src/watch/webhook.js';
import { localServer } from './local-server.js';

const event = (id: string): WatchEvent => ({
  id,
  kind: 'alert',
  subject: 'Brel',
  at: '2026-03-09T21:00:00.000Z',
  brand: 'Brel',
  title: 'Alerte',
  summary: 'Règle',
  value: 1,
  low: null,
  high: null,
  n: 1,
  falseAlarmsPerMonth: 1,
});
const NOW = 1_800_000_000_000,
  MINUTE = 60_000;

describe('deliveries', () => {
  const asked: string[] = [];
  let base = '';
  beforeAll(async () => {
    base = await localServer((request, response) => {
      const path = request.url ?? '';
      asked.push(`${path} ${request.headers['idempotency-key']}`);
      request.resume();
      if (path === '/silent') return;
      const status = Number(path.slice(1));
      // an endless answer: its status is all that is read
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).write('x');
    });
  });

  const state = (
    ...pending: [id: string, path: string, attempts?: number, notBefore?: number][]
  ): WatchState => ({
    ...EMPTY_STATE,
    events: ['a', 'b'].map(event),
    pending: pending.map(([eventId, path, attempts = 0, notBefore = NOW]) => ({
      eventId,
      url: `${base}${path}`,
      attempts,
      notBefore,
    })),
  });
  /** What is left of deliveries after one round: path, tries, minutes from now; what was given up and said. */
  async function left(start: WatchState, secrets: Record<string, string> = { S: 'secret' }) {
    asked.length = 0;
    const [saved, warned]: [WatchState[], string[]] = [[], []];
    const paths = ['/200', '/503', '/429', '/404', '/302', '/silent'];
    const end = await deliver(
      start,
      {
        config: { webhooks: paths.map((path) => ({ url: `${base}${path}`, secretFrom: 'S' })) },
        secrets,
        now: NOW,
        timeoutMs: 1_000,
        onWarning: (line) => warned.push(line),
      },
      (one) => saved.push(one),
    );
    expect(saved.at(-1)).toBe(end);
    return {
      pending: end.pending.map(({ eventId, url, attempts, notBefore }) => [
        eventId,
        url.slice(base.length),
        attempts,
        (notBefore - NOW) / MINUTE,
      ]),
      givenUp: end.givenUp.map(({ url, why }) => [url.slice(base.length), why]),
      warned,
    };
  }

  it('are done, tried again after their wait, or given up, by the status alone; no redirect is followed', async () => {
    const found = await left(
      state(
        ['a', '/200'],
        ['a', '/503'],
        ['a', '/429', 3],
        ['a', '/404'],
        ['a', '/302'],
        ['a', '/503', MOST_ATTEMPTS - 1],
      ),
    );
    expect(found.pending).toEqual([
      ['a', '/503', 1, 1],
      ['a', '/429', 4, 8],
    ]);
    expect(found.givenUp).toEqual([
      ['/404', 'the address answered 404'],
      ['/302', 'the address answered 302'],
      ['/503', 'the address answered 503'],
    ]);
    expect(found.warned).toHaveLength(3);
    expect(asked).toEqual(['/200 a', '/503 a', '/429 a', '/404 a', '/302 a', '/503 a']);
  });

  it('ask an address that does not answer once, and the rest waits as long without losing a try', async () => {
    const found = await left(state(['a', '/silent'], ['b', '/silent', 2], ['b', '/200']));
    expect(found.pending).toEqual([
      ['b', '/silent', 2, 1],
      ['a', '/silent', 1, 1],
    ]);
    expect(asked).toEqual(['/silent a', '/200 b']);
  });

  it('wait for their time and for a secret; those of an address or an event that is no more are given up', async () => {
    expect((await left(state(['a', '/200', 1, NOW + MINUTE]))).pending).toEqual([['a', '/200', 1, 1]]);
    const unsigned = await left(state(['a', '/200']), {});
    expect([unsigned.pending, unsigned.warned]).toEqual([
      [['a', '/200', 0, 0]],
      ['S is not set: nothing is posted unsigned'],
    ]);
    expect((await left(state(['a', '/gone'], ['z', '/200']))).givenUp.map(([path]) => path)).toEqual([
      '/gone',
      '/200',
    ]);
    expect(asked).toEqual([]);
  });
});
