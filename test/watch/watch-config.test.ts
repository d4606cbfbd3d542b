import { describe, expect, it } from 'vitest';
import { WATCH_KEYS } from '../../src/util/config-file.js';
import { parseWatchConfig } from '../../src/watch/index.js';
import { waitAfter } from '../../src/watch/webhook.js';

const parse = (value: unknown): unknown => parseWatchConfig(JSON.stringify(value), 'w.json');

describe('parseWatchConfig', () => {
  it('takes comments and commas at the end', () => {
    expect(parseWatchConfig('{ // nuit\n "quietHours": ["22:00", "07:00",], /* fin */ }', 'w.json')).toEqual({
      quietHours: ['22:00', '07:00'],
    });
  });

  it.each([
    ['an address without https', { webhooks: [{ url: 'http://exemple.example', secretFrom: 'A' }] }],
    ['a password in an address', { webhooks: [{ url: 'https://a:b@exemple.example', secretFrom: 'A' }] }],
    ['a webhook without secret', { webhooks: [{ url: 'https://exemple.example' }] }],
    [
      'the key of the pseudonyms as a secret',
      { webhooks: [{ url: 'https://exemple.example', secretFrom: 'DEVERSOIR_KEY' }] },
    ],
    [
      'a character that nobody sees in an address',
      { email: { from: 'a\u0000@b.example', to: ['c@d.example'] } },
    ],
    ['a file', { webhooks: [{ url: 'file:///etc/passwd', secretFrom: 'A' }] }],
    ['a mail to nobody', { email: { from: 'a@b.example', to: [] } }],
    ['a header in an address', { email: { from: 'a@b.example\nBcc: c@d', to: ['c@d.example'] } }],
    ['an hour that is none', { digestAt: '8h' }],
    ['no false alarm at all', { falseAlarmsPerMonth: 0 }],
    ['a key of another file', { brand: 'Maison Brel' }],
  ])('refuses %s, with the key and the file', (_, value) => {
    expect(() => parse(value)).toThrow(/w\.json: .*(expected|unknown key)/);
  });

  it('takes http on this machine', () => {
    expect(parse({ webhooks: [{ url: 'http://127.0.0.1:8080/x', secretFrom: 'A' }] })).toBeDefined();
  });
});

it('waits a minute, then twice as long each time, six hours at most', () => {
  expect([1, 2, 3, 9, 10, 14].map((attempts) => waitAfter(attempts) / 60_000)).toEqual([
    1, 2, 4, 256, 360, 360,
  ]);
});

it('knows the keys by which the file is recognised among exports, and no other', () => {
  expect(() => parse({ nope: 1 })).toThrow(`expected ${WATCH_KEYS.join(', ')}`);
});
