import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
import type { EnrichedMessage } from '../../src/model/index.js';
import { lookOnce, type Look, type LookOptions, type WatchConfig } from '../../src/watch/index.js';
import { EVENT_METRICS } from '../../src/watch/watch-event.js';
import { fakeCorpus } from '../metrics/fake-corpus.js';
import { temporaryFolder } from '../temporary-folder.js';
import { localServer } from './local-server.js';

/** A name that does not show the path. */
const nameOf = (path: string): string => `file-${Buffer.from(path).toString('hex')}`;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 1, 2);
const STORM = START + 35 * DAY + 10 * HOUR;
const SECRET_TEXT = 'Mon code de porte est le 4471, ne le dites à personne';

/** Five weeks of three complaints a day, then forty in an hour; one private complaint. */
const messages = (): Partial<EnrichedMessage>[] => {
  const complaint = (id: string, sentAt: number, text: string): Partial<EnrichedMessage> => ({
    messageId: id,
    threadId: id,
    sentAt,
    authorKey: `author ${id}`,
    text,
    sentiment: 'negative',
    polarity: -0.6,
    intents: ['complaint'],
    drivers: ['taste'],
    driverSentiments: ['negative'],
    brands: ['Maison Brel'],
  });
  return [
    ...Array.from({ length: 105 }, (_, at) =>
      complaint(
        `calm ${at}`,
        START + at * 8 * HOUR + (at % 5) * 600_000,
        `Le yaourt numéro ${at} était aigre`,
      ),
    ),
    ...Array.from({ length: 40 }, (_, at) =>
      complaint(
        `storm ${at}`,
        STORM + at * 80_000,
        `Encore un yaourt vanille au goût de plastique, pot ${at}`,
      ),
    ),
    { ...complaint('private', STORM - DAY, SECRET_TEXT), stage: 'private', channel: 'whatsapp-dm' },
  ];
};

interface Posted {
  readonly path: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

describe('a watch', () => {
  const root = temporaryFolder();
  const folder = join(root, 'depot');
  const out = join(root, 'veille');
  const posts: Posted[] = [];
  let base = '';
  let corpus: CorpusTables;
  let reads: string[][] = [];
  let flaky = 1;

  beforeAll(async () => {
    mkdirSync(folder);
    corpus = await fakeCorpus({
      messages: messages(),
      manifest: { lastAt: new Date(STORM + HOUR).toISOString() },
    });
    base = await localServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const path = request.url ?? '';
        posts.push({ path, body: Buffer.concat(chunks).toString('utf8'), headers: request.headers });
        if (path === '/flaky' && flaky-- > 0) response.writeHead(503).end();
        else if (path === '/moved') response.writeHead(302, { location: `${base}/elsewhere` }).end();
        else if (path === '/slow') setTimeout(() => response.writeHead(200).end(), 30_000).unref();
        else response.writeHead(200).end('ok');
      });
    });
  });

  const T0 = Date.UTC(2026, 2, 9, 12);
  const drop = (name: string, changedAt: number, content = 'x'): void => {
    writeFileSync(join(folder, name), content);
    utimesSync(join(folder, name), changedAt / 1000, changedAt / 1000);
  };
  const look = (now: number, more: Partial<LookOptions> = {}): Promise<Look> => {
    const config: WatchConfig = {
      webhooks: ['/good', '/flaky', '/slow', '/moved'].map((path) => ({
        url: `${base}${path}`,
        secretFrom: 'HOOK_SECRET',
      })),
      email: { from: 'veille@exemple.example', to: ['equipe@exemple.example'] },
    };
    return lookOnce({
      folder,
      out,
      config,
      secrets: { HOOK_SECRET: 'un secret' },
      now,
      settleMs: 10_000,
      nameOf,
      timeoutMs: 1_500,
      zone: 'UTC',
      read: async (paths) => {
        reads.push([...paths]);
        return { ...corpus, close: () => undefined };
      },
      ...more,
    });
  };
  const postsTo = (path: string): Posted[] => posts.filter((one) => one.path === path);

  it('waits for exports that are still written, and reads none', async () => {
    drop('mentions.csv', T0 - 60_000);
    drop('gros.csv.part', T0 - 60_000);
    drop('frais.csv', T0 - 1_000);
    const first = await look(T0);
    expect([first.read, first.waiting]).toEqual([
      [],
      ['frais.csv', 'gros.csv.part', 'mentions.csv'].map(nameOf),
    ]);
    expect(readFileSync(join(out, 'watch-state.json'), 'utf8')).not.toMatch(/frais|gros|mentions/);
    drop('frais.csv', T0 + 20_000, 'more');
  });

  it('does not take an export for read when reading fails', async () => {
    const broken = look(T0 + 20_000, { read: () => Promise.reject(new Error('the disk is full')) });
    await expect(broken).rejects.toThrow('the disk is full');
    expect(posts).toEqual([]);
  });

  it('reads what is complete, tells what is new once, posts it signed, follows no redirect', async () => {
    reads = [];
    const measured: unknown[] = [];
    const told = await look(T0 + 20_000, { onProgress: ({ item }) => measured.push(item) });
    expect(measured).toEqual(EVENT_METRICS);
    expect(reads).toEqual([[join(folder, 'mentions.csv')]]);
    const kinds = told.events.map(({ kind }) => kind);
    expect(kinds).toContain('alert');
    expect(new Set(told.events.map(({ id }) => id)).size).toBe(told.events.length);
    const alert = told.events.find(({ kind }) => kind === 'alert');
    expect(alert?.falseAlarmsPerMonth).toBeGreaterThan(0);
    expect(alert?.summary).toMatch(/fausse alerte par mois/);
    for (const path of ['/good', '/flaky', '/moved'])
      expect([path, postsTo(path).length]).toEqual([path, told.events.length]);
    // who does not answer is asked once, whatever is due there
    expect(told.events.length).toBeGreaterThan(1);
    expect(postsTo('/slow').length).toBe(1);
    expect(postsTo('/elsewhere')).toEqual([]);
    for (const { body, headers } of postsTo('/good')) {
      const [, seconds, hash] =
        /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-deversoir-signature'])) ?? [];
      expect(hash).toBe(createHmac('sha256', 'un secret').update(`${seconds}.${body}`).digest('hex'));
      expect(headers['idempotency-key']).toBe((JSON.parse(body) as { id: string }).id);
    }
    // Good took all; flaky refused one; slow is late; moved is final.
    expect(told.pending).toBe(1 + told.events.length);
    expect(told.delivered).toBe(2 * told.events.length - 1);
  });

  it('tries again what failed, after its wait, under the same key, and nothing twice', async () => {
    const before = posts.length;
    const early = await look(T0 + 40_000);
    // frais.csv is complete now; the same corpus holds nothing new.
    expect([early.read, early.events, posts.length]).toEqual([[nameOf('frais.csv')], [], before]);
    await look(T0 + 20_000 + 60_000);
    expect(postsTo('/slow').length).toBe(2);
    const keys = postsTo('/flaky').map(({ headers }) => headers['idempotency-key']);
    expect(keys.length).toBe(new Set(keys).size + 1);
    expect(postsTo('/moved').length).toBe(
      new Set(postsTo('/moved').map(({ headers }) => headers['idempotency-key'])).size,
    );
    const later = posts.length;
    const quiet = await look(T0 + 30 * DAY, { config: {} });
    expect([quiet.events, posts.length, quiet.pending]).toEqual([[], later, 0]);
  });

  it('writes feeds, tables and mails that others read, with no private text in any', async () => {
    const events = JSON.parse(readFileSync(join(out, 'events.json'), 'utf8')) as {
      id: string;
      title: string;
    }[];
    const feed = JSON.parse(readFileSync(join(out, 'feed.json'), 'utf8')) as { items: { id: string }[] };
    const atom = readFileSync(join(out, 'atom.xml'), 'utf8');
    const lines = readFileSync(join(out, 'events.csv'), 'utf8').trim().split('\r\n');
    expect(feed.items.map(({ id }) => id)).toEqual(events.map(({ id }) => id));
    expect(atom.match(/<entry>/g)).toHaveLength(events.length);
    expect(lines).toHaveLength(events.length + 1);
    expect([out, join(out, 'mails')].map((path) => statSync(path).mode & 0o777)).toEqual([0o700, 0o700]);
    const mails = readdirSync(join(out, 'mails'));
    expect(mails).toHaveLength(events.length);
    const mail = await PostalMime.parse(readFileSync(join(out, 'mails', mails[0] ?? '')));
    expect(events.map(({ title }) => title)).toContain(mail.subject);
    expect(mail.to?.[0]?.address).toBe('equipe@exemple.example');
    for (const file of readdirSync(out, { recursive: true, withFileTypes: true }))
      if (file.isFile()) expect(readFileSync(join(file.parentPath, file.name), 'utf8')).not.toContain('4471');
    for (const { body } of posts) expect(body).not.toMatch(/4471|author /);
  });
});

describe('hours of a watch', () => {
  const root = temporaryFolder();

  it('keeps mails for the end of quiet hours, in one digest a day', async () => {
    const [folder, out] = [join(root, 'depot'), join(root, 'veille')];
    mkdirSync(folder);
    mkdirSync(out);
    const event = {
      id: 'abc',
      kind: 'alert',
      subject: 'Maison Brel',
      at: '2026-03-09T21:00:00.000Z',
      brand: 'Maison Brel',
      title: 'Alerte sur Maison Brel',
      summary: 'Règle',
      value: 40,
      low: null,
      high: null,
      n: 40,
      falseAlarmsPerMonth: 1,
    };
    writeFileSync(
      join(out, 'watch-state.json'),
      JSON.stringify({ events: [event], pending: [], unmailed: ['abc'], begun: true }),
    );
    const look = (now: number): Promise<Look> =>
      lookOnce({
        nameOf,
        folder,
        out,
        now,
        zone: 'UTC',
        secrets: {},
        config: {
          email: { from: 'a@b.example', to: ['c@d.example'], when: 'daily' },
          quietHours: ['22:00', '07:00'],
          digestAt: '08:00',
        },
        read: () => Promise.reject(new Error('nothing to read')),
      });
    const mails = (): string[] => readdirSync(out).filter((name) => name === 'mails');
    await look(Date.UTC(2026, 2, 9, 23));
    await look(Date.UTC(2026, 2, 10, 7, 30));
    expect(mails()).toEqual([]);
    await look(Date.UTC(2026, 2, 10, 8, 1));
    await look(Date.UTC(2026, 2, 10, 9));
    expect(readdirSync(join(out, 'mails'))).toEqual(['digest-2026-03-10.eml']);
    const mail = readFileSync(join(out, 'mails', 'digest-2026-03-10.eml'), 'utf8');
    const subject = [...mail.matchAll(/=\?utf-8\?b\?([^?]+)\?=/gi)].map(([, coded]) => coded ?? '').join('');
    expect(`${Buffer.from(subject, 'base64').toString()}${mail}`.replaceAll('\u00a0', ' ')).toContain(
      'Veille du 10 mars 2026 (1)',
    );
  });

  it('says what is wrong with a memory that is damaged', async () => {
    const out = join(root, 'damaged');
    mkdirSync(out);
    writeFileSync(join(out, 'watch-state.json'), '{"events": 3');
    await expect(
      lookOnce({ folder: root, out, now: 0, nameOf, secrets: {}, read: () => Promise.reject(new Error()) }),
    ).rejects.toThrow(/watch-state\.json.*memory of the watch is not readable/);
  });
});
