import { describe, expect, it } from 'vitest';
import { linesOf, stagesOf } from '../../../src/report/story/scope-lines.js';
import { wordsOf } from '../../../src/report/story/words.js';
import type { Manifest, Metric } from '../../../src/model/index.js';
import { plain, telling, written } from '../written.js';

const manifest = (kept: number, firstAt: string | null, lastAt: string | null): Manifest =>
  ({ totals: { read: kept, kept, duplicates: 0, rejected: 0 }, firstAt, lastAt }) as Manifest;
const ALL = { private: true, public: true, press: true };
const WEEKS = manifest(90, '2026-03-01T10:00:00Z', '2026-03-20T10:00:00Z');
const inParis = (metrics: readonly Metric[] = []) => telling(metrics, { zone: 'Europe/Paris' });
const linesWith = (...asked: Parameters<typeof linesOf>): string[] => linesOf(...asked).map(plain);

describe('stagesOf', () => {
  it('knows a stage by a channel with a message', async () => {
    const rows = [
      { stage: 'private', channel: 'email', n: 0 },
      { stage: 'public', channel: 'x-post', n: 3 },
    ];
    const { metrics } = inParis([await written('volumeByChannel', 'messages', { rows })]);
    expect(stagesOf(metrics)).toEqual({ private: false, public: true, press: false });
  });
});

describe('linesOf', () => {
  it('has nothing to say where nothing lacks', () => {
    expect(linesWith(inParis(), ALL, WEEKS)).toEqual([]);
  });

  it('says alone that no message was kept', () => {
    expect(
      linesWith(inParis(), { private: false, public: false, press: false }, manifest(0, null, null)),
    ).toEqual(['Aucun message n’a pu être conservé : voir la qualité des données.']);
  });

  it('says which side is absent, and how few texts a tone stands on', async () => {
    const tone = await written('netSentimentScore', 'score', { value: 0.2, n: 9 });
    expect(linesWith(inParis([tone]), { ...ALL, private: false }, WEEKS)).toEqual([
      expect.stringMatching(/^Les exports n’ont aucun message privé/),
      '9 messages de clients : trop peu pour parler de tonalité.',
    ]);
    const enough = await written('netSentimentScore', 'score', { value: 0.2, n: 10 });
    expect(linesWith(inParis([enough]), { ...ALL, public: false }, WEEKS)).toEqual([
      expect.stringMatching(/^Les exports n’ont aucun message public/),
    ]);
  });

  it('says that files repeat the texts of others', async () => {
    const doubts = async (files: number): Promise<string[]> =>
      linesWith(
        inParis([
          await written('doubtReasons', 'messages', { rows: [{ reason: 'same-texts', messages: 1, files }] }),
        ]),
        ALL,
        WEEKS,
      );
    expect(await doubts(1)).toEqual([
      'Un fichier reprend les textes d’un autre : ces messages comptent peut-être deux fois (qualité des données).',
    ]);
    expect((await doubts(2))[0]).toMatch(/^2 fichiers reprennent/);
  });

  it('says to how many messages volumes hold where a post is not there', async () => {
    const rows = (messages: number) => ({ rows: [{ reason: 'absent-post', messages, files: 1 }] });
    const lines = async (messages: number): Promise<string[]> =>
      linesWith(inParis([await written('doubtReasons', 'messages', rows(messages))]), ALL, WEEKS);
    expect((await lines(1))[0]).toMatch(/^1 message répète ce que .* exacts à 1 près\.$/);
    expect((await lines(15))[0]).toMatch(/^15 messages répètent .* exacts à 15 près\.$/);
    expect(await lines(0)).toEqual([]);
  });

  it('says how many private messages are set apart as none of customers', async () => {
    const lines = async (messages: number, language: 'fr' | 'en' = 'fr'): Promise<string[]> =>
      linesWith(
        {
          ...inParis([
            await written('doubtReasons', 'messages', {
              rows: [{ reason: 'no-customer', messages, files: 1 }],
            }),
          ]),
          words: wordsOf(language, 'Europe/Paris'),
        },
        ALL,
        WEEKS,
      );
    expect((await lines(1))[0]).toMatch(/^1 message privé n’est pas d’un client, d’après ses mots/);
    expect((await lines(12))[0]).toMatch(/^12 messages privés ne sont pas de clients, .* mis à part/);
    expect((await lines(1, 'en'))[0]).toMatch(
      /^1 private message is not from a customer, judging by its words/,
    );
    expect(await lines(0)).toEqual([]);
  });

  it('says how much is in languages that are not read, and which', async () => {
    const unread = async (messages: number, language: 'fr' | 'en' = 'fr'): Promise<string[]> =>
      linesWith(
        {
          ...inParis([
            await written('completeness', 'messages', {
              rows: [{ check: 'noSentiment', messages, n: 400, share: messages / 400 }],
            }),
            await written('messageLanguages', 'messages', {
              rows: ['fr', 'nl', 'und', 'de', 'es'].map((code) => ({ language: code, messages: 80, n: 400 })),
            }),
          ]),
          words: wordsOf(language, 'UTC'),
        },
        ALL,
        WEEKS,
      );
    expect(await unread(160)).toEqual([
      '160 messages sur 400 (40,0 %) sont dans une langue qui n’est pas lue (néerlandais et allemand) : ni leur tonalité ni leurs motifs ne comptent.',
    ]);
    expect(await unread(160, 'en')).toEqual([
      '160 of 400 messages (40.0%) are in a language that is not read (Dutch and German): neither their tone nor their drivers count.',
    ]);
    expect(await unread(12)).toEqual([]);
  });

  it('counts what was not measured, but for what only a private message could tell', async () => {
    const lacking = async (name: string): Promise<Metric> => ({
      ...(await written(name, 'share', {})),
      notMeasured: { fr: 'trop peu', en: 'too few' },
    });
    const found = [await lacking('meanRating'), await lacking('shareOfVoice'), await lacking('spillRate')];
    expect(linesWith(inParis(found), ALL, WEEKS)).toEqual([
      '2 mesures manquent de données : les raisons sont en annexe.',
    ]);
  });

  it('says from days counted in the zone what a short period can’t show of a movement', async () => {
    // 23:30 UTC of the 1st is the 2nd in Paris: 13 days to the 14th, 14 to the 15th
    const short = manifest(90, '2026-03-01T23:30:00Z', '2026-03-14T10:00:00Z');
    expect(linesWith(inParis(), ALL, short)).toEqual([
      expect.stringMatching(/^Les exports couvrent 13 jours/),
    ]);
    expect(linesWith(inParis(), ALL, { ...short, lastAt: '2026-03-15T10:00:00Z' })).toEqual([]);
    const around = (value: number): Promise<Metric> => written('crisisAround', 'messages', { value });
    expect(linesWith(inParis([await around(0)]), ALL, short)).toEqual([
      'Aucun mouvement vu sur tout le corpus ne déborde de cette période.',
    ]);
    expect(linesWith(inParis([await around(1)]), ALL, short)).toEqual([]);
  });
});
