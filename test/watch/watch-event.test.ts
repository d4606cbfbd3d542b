import { describe, expect, it } from 'vitest';
import { atomFeed, eventRows, eventTable, jsonFeed } from '../../src/watch/event-feeds.js';
import { eventsOf, sameEvent, type WatchEvent } from '../../src/watch/watch-event.js';
import { written } from '../report/written.js';

const at = new Date(Date.UTC(2026, 2, 5, 8));
const alerts = (more: Readonly<Record<string, string | number | Date | null>> = {}) =>
  written('crisisAlerts', 'events', {
    rows: [
      { at, brand: 'Brel', messages: 12, expected: 2.5, periodHours: 1.5, falseAlarmsPerMonth: 1, ...more },
    ],
  });

describe('events', () => {
  it('tell an alarm in words, with the false alarms of its rule', async () => {
    const [event] = eventsOf([await alerts()], { observedAt: null });
    expect(event).toMatchObject({
      kind: 'alert',
      subject: 'Brel',
      at: '2026-03-05T08:00:00.000Z',
      value: 12,
      falseAlarmsPerMonth: 1,
      low: null,
    });
    expect(event?.title.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      'Alerte sur Brel : 12 messages critiques en 1,5 h, contre 2,5 attendus',
    );
    expect(event?.summary).toContain('1 fausse alerte par mois');
    expect(event?.summary.replace(/[\u00a0\u202f]/g, ' ')).toContain('Déclenchée le 5 mars 2026 à 9 h 00.');
    const [long] = eventsOf([await alerts({ periodHours: 99.3 })], { observedAt: null });
    expect(long?.title.replace(/[\u00a0\u202f]/g, ' ')).toContain('en 4,1 jours');
    const [about] = eventsOf([await alerts({ falseAlarmsPerMonth: 1.003 })], { observedAt: null });
    expect(about?.summary).toContain('environ 1 fausse alerte par mois');
    const [english] = eventsOf([await alerts({ brand: null, falseAlarmsPerMonth: 2.5 })], {
      observedAt: null,
      language: 'en',
    });
    expect(english?.title).toBe('Alert: 12 critical messages in 1.5 h, against 2.5 expected');
    expect(english?.summary).toContain('2.5 false alarms a month');
    expect(english?.summary).toContain('Raised on 5 March 2026 at 09:00.');
  });
  it('are told of no brand that is a pseudonym', async () => {
    expect(eventsOf([await alerts({ brand: '[4ec8237a8dc9963b]' })], { observedAt: null })).toEqual([]);
  });
  it('say whose movement it is and since when, in their language', async () => {
    const sheet = await written('crisisSheets', 'events', {
      rows: [{ sheetId: 's', kind: 'crisis', brand: 'Brel', start: at, messages: 40, articles: 0 }],
    });
    const summaries = (['fr', 'en'] as const).map((language) =>
      eventsOf([sheet], { observedAt: null, language })[0]?.summary.replace(/[\u00a0\u202f]/g, ' '),
    );
    expect(summaries).toEqual(['Brel, depuis le 5 mars 2026.', 'Brel, since 5 March 2026.']);
  });
  it('call a movement by its words, else its product, else its driver, and say where nothing names it', async () => {
    const titled = async (more = {}, language: 'fr' | 'en' = 'fr'): Promise<string | undefined> => {
      const rows = [{ sheetId: 's', kind: 'crisis', start: at, messages: 40, articles: 0, ...more }];
      const sheet = await written('crisisSheets', 'events', { rows });
      return eventsOf([sheet], { observedAt: null, language })[0]?.title.replace(/[\u00a0\u202f]/g, ' ');
    };
    const drivers = ['safety', 'taste'];
    expect([
      await titled({ drivers, product: 'gourdes' }),
      await titled({ drivers }),
      await titled(),
      await titled({ drivers }, 'en'),
    ]).toEqual([
      'Mouvement public sur « gourdes » : 40 messages critiques',
      'Mouvement public sur « sécurité et rappels » : 40 messages critiques',
      'Mouvement public sur un sujet que rien ne nomme : 40 messages critiques',
      'Public movement on “safety and recalls”: 40 critical messages',
    ]);
  });
  it('have an id of kind, subject and instant: the same each time, another for another', async () => {
    const id = async (more = {}): Promise<string | undefined> =>
      eventsOf([await alerts(more)], { observedAt: null })[0]?.id;
    expect(await id()).toMatch(/^[\da-f]{24}$/);
    expect(await id()).toBe(await id({ messages: 99 }));
    expect(await id()).not.toBe(await id({ brand: 'Autre' }));
    expect(eventsOf([await alerts({ at: null })], { observedAt: null })).toEqual([]);
  });
  it('are one within three days', () => {
    const one = { kind: 'alert', subject: 'Brel', at: '2026-03-05T08:00:00Z' } as const;
    expect(sameEvent(one, { ...one, at: '2026-03-08T07:59:59Z' })).toBe(true);
    expect(sameEvent(one, { ...one, at: '2026-03-08T08:00:00Z' })).toBe(false);
    expect(sameEvent(one, { ...one, subject: '' })).toBe(false);
    expect(sameEvent(one, { ...one, kind: 'press' })).toBe(false);
  });
});

describe('feeds of events', () => {
  const event = (id: string, day: number, title: string): WatchEvent => ({
    id,
    kind: 'alert',
    subject: 'Brel',
    at: `2026-03-0${day}T08:00:00.000Z`,
    brand: 'Brel',
    title,
    summary: 's',
    value: 1,
    low: null,
    high: 2,
    n: 3,
    falseAlarmsPerMonth: null,
  });
  const events = [event('a', 1, 'Vieux'), event('b', 3, '<b>"Neuf" & \u0007</b>'), event('c', 3, '=1+1')];
  const head = { title: 'Veille & co', language: 'fr' };
  it('have the newest first, each text as text', () => {
    const atom = atomFeed(events, head);
    expect([...atom.matchAll(/urn:deversoir:(\w)</g)].map(([, id]) => id)).toEqual(['b', 'c', 'a']);
    expect(atom).toContain('<updated>2026-03-03T08:00:00.000Z</updated>\n<entry>');
    expect(atom).toContain('&lt;b&gt;&quot;Neuf&quot; &amp; ');
    expect(atom).not.toContain('\u0007');
    const { items } = JSON.parse(jsonFeed(events, head)) as { items: { id: string; tags: string[] }[] };
    expect(items.map(({ id, tags }) => [id, ...tags])).toEqual([
      ['b', 'alert'],
      ['c', 'alert'],
      ['a', 'alert'],
    ]);
  });
  it('are tables no spreadsheet runs, absent cells empty', () => {
    const lines = eventTable(events).replace('\ufeff', '').trim().split('\r\n');
    expect(lines[0]).toBe('id,at,kind,brand,title,summary,value,low,high,n,falseAlarmsPerMonth');
    expect(lines[2]).toBe('"c","2026-03-03T08:00:00.000Z","alert","Brel","\'=1+1","s",1,,2,3,');
    expect((JSON.parse(eventRows(events)) as unknown[]).length).toBe(3);
  });
  it('hold two hundred', () => {
    const many = Array.from({ length: 250 }, (_, n) => event(`e${n}`, 1, 't'));
    expect(eventTable(many).trim().split('\r\n')).toHaveLength(201);
  });
});
