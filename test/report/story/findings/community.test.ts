import { describe, expect, it } from 'vitest';
import { communityFindings, promotable } from '../../../../src/report/story/findings/community.js';
import { rumourFinding } from '../../../../src/report/story/findings/rumour.js';
import type { Finding } from '../../../../src/report/story/story.js';
import type { MetricRow } from '../../../../src/model/index.js';
import { plain, telling, written } from '../../written.js';

/** What is told where so many of 200 messages are flagged, each for one harm. */
async function flagged(harms: Readonly<Record<string, number>>): Promise<Finding | undefined> {
  const all = Object.values(harms).reduce((sum, n) => sum + n, 0);
  const metric = await written('harmShares', 'share', {
    value: all / 200,
    n: 200,
    low: all / 400,
    high: all / 100,
    rows: Object.entries(harms).map(([harm, messages]) => ({
      harm,
      messages,
      share: messages / 200,
      n: 200,
    })),
  });
  return communityFindings(telling([metric]))[0];
}

describe('messages to moderate', () => {
  it('are flagged, no more: a flag invites to read', async () => {
    const one = await flagged({ insult: 1 });
    expect([one?.title, one?.action?.text].map((text) => plain(text ?? ''))).toEqual([
      '1 message public sur 200 est signalé à la modération pour « insulte »',
      'Relire le message public signalé pour « insulte ».',
    ]);
    expect(plain(one?.text ?? '')).toMatch(/^Un signalement invite à lire ; ce n’est pas un verdict/);
    const many = await flagged({ insult: 20, spam: 4 });
    expect([many?.title, many?.action?.text].map((text) => plain(text ?? ''))).toEqual([
      '12,0 % des messages publics sont signalés à la modération, d’abord pour « insulte »',
      'Relire les messages publics signalés : 12,0 % des 200, d’abord pour « insulte ».',
    ]);
    expect(many?.action?.stake).toBe(0.06);
  });

  it('name no kind where none leads, and say nothing of none', async () => {
    const even = await flagged({ insult: 2, spam: 2 });
    expect(plain(even?.title ?? '')).toBe('4 messages publics sur 200 sont signalés à la modération');
    expect(await flagged({ insult: 0 })).toBeUndefined();
  });
});

describe('a text that is passed on', () => {
  const chain = (copies: number, asks = true): MetricRow => ({
    copies,
    chain: asks,
    text: 'À faire tourner : la cagnotte disparaît lundi',
    channels: ['whatsapp-dm', 'x-post'],
    stages: ['private', 'public'],
    path: ['private', 'public'],
    privateCopies: copies - 3,
    publicCopies: 3,
    firstAt: new Date('2026-04-21T10:00:00Z'),
    lastAt: new Date('2026-04-26T10:00:00Z'),
  });
  const told = async (row: MetricRow): Promise<readonly Finding[]> =>
    rumourFinding(telling([await written('travellingTexts', 'messages', { value: 1, rows: [row] })]));

  it('is a rumour from five copies on, where it asks for it', async () => {
    const [rumour] = await told(chain(20));
    expect(plain(rumour?.title ?? '')).toBe(
      'Un message « à faire tourner » circule : 20 copies du 21 au 26 avril',
    );
    expect(rumour?.chart?.series[0]?.marks.map(({ label, value }) => [label, value])).toEqual([
      ['Privé', 17],
      ['Public', 3],
    ]);
    expect(rumour?.action?.stake).toBe(0.2);
    expect(rumour?.rank.novelty).toBe(0.8);
    const days = await written('crisisTimeline', 'messages', {
      rows: [{ sheetId: null, day: '2026-10-27', messages: 1 }],
    });
    const old = await written('travellingTexts', 'messages', { value: 1, rows: [chain(20)] });
    // half as new two quarters after its last copy, and a little less for the hours between
    expect(rumourFinding(telling([old, days]))[0]?.rank.novelty).toBeCloseTo(0.4, 2);
    expect([await told(chain(4)), await told(chain(20, false))]).toEqual([[], []]);
  });

  it('calls to check and answer while it goes round, and not to revive it two weeks after its last copy', async () => {
    const on = async (day: string): Promise<(string | undefined)[]> => {
      const days = await written('crisisTimeline', 'messages', {
        rows: [{ sheetId: null, day, messages: 1 }],
      });
      const text = await written('travellingTexts', 'messages', { value: 1, rows: [chain(20)] });
      const [rumour] = rumourFinding(telling([text, days]));
      return [rumour?.title, rumour?.action?.text].map((one) => plain(one ?? ''));
    };
    expect(await on('2026-05-10')).toEqual([
      'Un message « à faire tourner » circule : 20 copies du 21 au 26 avril',
      'Vérifier ce que dit le message « à faire tourner », puis y répondre une fois, source à l’appui.',
    ]);
    expect(await on('2026-05-12')).toEqual([
      'Un message « à faire tourner » a circulé : 20 copies du 21 au 26 avril',
      'Garder prête, faits vérifiés, une réponse au message « à faire tourner », sans le relancer.',
    ]);
  });
});

describe('texts to put forward', () => {
  const row = (over: MetricRow = {}): MetricRow => ({
    driver: 'price',
    sentiment: 'neutral',
    text: 'Pourquoi ne pas proposer un grand format familial ?',
    contributions: ['idea'],
    sentAt: new Date('2026-04-10T10:00:00Z'),
    ...over,
  });
  const kept = async (rows: readonly MetricRow[], sheets: readonly MetricRow[] = []): Promise<number> =>
    promotable(
      telling([
        await written('contributionsToPromote', 'messages', { value: rows.length, rows }),
        await written('crisisSheets', 'events', { value: sheets.length, rows: sheets }),
      ]),
    ).length;

  it('are ideas, questions, corrections and happy experiences; never blame nor an accident', async () => {
    expect(await kept([row()])).toBe(1);
    expect(await kept([row({ contributions: ['experience'] })])).toBe(0);
    expect(await kept([row({ contributions: ['experience'], sentiment: 'positive' })])).toBe(1);
    for (const over of [
      { sentiment: 'negative' },
      { driver: 'safety' },
      { text: 'Mon fils a été malade après le dessert, que faire maintenant ?' },
      { text: '@marque #idée' },
      { contributions: ['evidence'] },
    ])
      expect(await kept([row(over)]), JSON.stringify(over)).toBe(0);
  });

  it('are counted by their kind, one alone in the singular', async () => {
    const title = async (rows: readonly MetricRow[]): Promise<string> => {
      const days = Array.from({ length: 14 }, (_, at) => ({
        sheetId: null,
        day: `2026-05-${10 + at}`,
        messages: 1,
      }));
      const told = communityFindings(
        telling([
          await written('contributionsToPromote', 'messages', { value: rows.length, n: 26, rows }),
          await written('crisisTimeline', 'messages', { rows: days }),
        ]),
      );
      return plain(told[0]?.title ?? '');
    };
    const question = row({
      contributions: ['question'],
      text: 'Peut-on congeler la soupe de légumes verts ?',
    });
    expect(await title([question])).toBe(
      '1 message utile d’un client (question), parmi 26 contributions, à soumettre à l’équipe communauté',
    );
    const other = { ...question, text: 'Combien de temps garder un pot déjà ouvert au frais ?' };
    expect(await title([question, row(), other])).toBe(
      '3 messages utiles de clients (questions et idée), parmi 26 contributions, à soumettre à l’équipe communauté',
    );
  });

  it('are of no movement, nor of three days around it', async () => {
    const sheet = { start: new Date('2026-04-12T10:00:00Z'), end: new Date('2026-04-14T10:00:00Z') };
    const on = (day: number): MetricRow => row({ sentAt: new Date(Date.UTC(2026, 3, day, 10)) });
    expect(await kept([on(8), on(9), on(13), on(17), on(18)], [sheet])).toBe(2);
  });
});
