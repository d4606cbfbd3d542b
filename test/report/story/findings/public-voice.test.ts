import { describe, expect, it } from 'vitest';
import type { Metric } from '../../../../src/model/index.js';
import { publicVoiceFindings } from '../../../../src/report/story/findings/public-voice.js';
import { toneFindings } from '../../../../src/report/story/findings/tone.js';
import { saysSomething } from '../../../../src/report/story/quotes.js';
import { plain, telling, written } from '../../written.js';

const reshares = (counts: {
  reshares: number;
  own: number;
  ownRead?: number;
  complaints: number;
  titles?: number;
}): Promise<Metric> =>
  written('reshareShare', 'share', {
    value: counts.reshares / (counts.reshares + counts.own),
    n: counts.reshares + counts.own,
    low: 0.7,
    high: 0.8,
    rows: [
      {
        ownRead: counts.own,
        ...counts,
        authors: counts.own,
        complaintShare: counts.complaints / (counts.ownRead ?? counts.own),
        complaintLow: counts.complaints / counts.own / 2,
        complaintHigh: 0.1,
        falseAlarmShare: 0.018,
      },
    ],
  });

const tone = (negative: number, neutral: number, positive: number): Promise<Metric> => {
  const n = negative + neutral + positive;
  return written('netSentimentScore', 'score', {
    value: (positive - negative) / n,
    n,
    low: (positive - negative) / n - 0.05,
    high: (positive - negative) / n + 0.05,
    rows: [
      {
        stage: 'public',
        n,
        negative,
        neutral,
        positive,
        negativeLow: negative / n - 0.02,
        negativeHigh: negative / n + 0.02,
        positiveLow: positive / n - 0.02,
        positiveHigh: positive / n + 0.02,
      },
    ],
  });
};

describe('what is passed on', () => {
  it('says that a campaign is reshared, and how many real complaints stand beside it', async () => {
    const told = publicVoiceFindings(telling([await reshares({ reshares: 318, own: 82, complaints: 1 })]));
    expect(told.map(({ title }) => plain(title))).toEqual([
      'Une campagne est relayée : 318 des 400 messages publics reprennent le texte d’un autre',
      'Une seule plainte reconnue dans 82 messages publics, reprises exclues',
    ]);
  });

  it('counts complaints among what is read', async () => {
    const [told] = publicVoiceFindings(
      telling([await reshares({ reshares: 0, own: 160, ownRead: 50, complaints: 4 })]),
    );
    expect(plain(told?.title ?? '')).toBe('4 plaintes reconnues dans 50 messages publics lus');
    expect([told?.figures[0]?.value, told?.figures[0]?.n]).toEqual([0.08, 50]);
    expect(
      publicVoiceFindings(telling([await reshares({ reshares: 0, own: 58, ownRead: 10, complaints: 0 })])),
    ).toEqual([]);
  });

  it('says where most of what is written passes on a headline', async () => {
    const subjects = ['semences paysannes', 'coup marketing'].map((name, at) => ({
      topic: `s${at}`,
      name,
      n: 20 - at,
      share: 0.2,
      stability: 0.8,
      nameShare: 0.6,
    }));
    const titlesOf = async (titles: number): Promise<string[]> => {
      const all = telling([
        await reshares({ reshares: 0, own: 81, complaints: 40, titles }),
        await tone(2, 75, 4),
        await written('topicShares', 'messages', { value: 57, rows: subjects }),
      ]);
      return [...publicVoiceFindings(all), ...toneFindings(all)].map(({ title }) => plain(title));
    };
    expect(await titlesOf(71)).toEqual([
      expect.stringMatching(
        /^Les messages, surtout des titres relayés, citent notamment « semences paysannes » \(\d+,\d %\) et « coup marketing » \(\d+,\d %\)$/,
      ),
      'Le ton est surtout neutre : 75 messages publics sur 81 ne louent ni ne blâment (71 relaient un titre ou une annonce)',
    ]);
    expect(await titlesOf(20)).toEqual([
      expect.stringMatching(
        /^Les messages citent notamment « semences paysannes » \(\d+,\d %\) et « coup marketing » \(\d+,\d %\)$/,
      ),
      'Le ton est surtout neutre : 75 messages publics sur 81 ne louent ni ne blâment',
    ]);
  });

  it('quotes complaints alone under their number, and no more than there are', async () => {
    const says = (text: string, complaint: boolean, sentiment = 'negative') => ({
      text,
      complaint,
      sentiment,
      polarity: -0.9,
      channel: 'facebook-comment',
    });
    const sample = await written('messageSample', 'messages', {
      rows: [
        says('Quelle tristesse, toutes mes pensées vont à la famille', false),
        says('Le colis est arrivé ouvert et personne ne me répond', true),
        says('Très bon accueil du magasin, merci à toute cette équipe', true, 'positive'),
        says('Très satisfait du service, je regrette le prix du port', true, 'mixed'),
        says('Trois semaines que j’attends un remboursement, rien', true),
      ],
    });
    const quoted = async (complaints: number): Promise<string[]> =>
      publicVoiceFindings(telling([await reshares({ reshares: 0, own: 73, complaints }), sample])).flatMap(
        ({ quotes }) => quotes.map(({ text }) => plain(text)),
      );
    expect(await quoted(0)).toEqual([]);
    expect(await quoted(1)).toEqual(['Le colis est arrivé ouvert et personne ne me répond']);
    expect(await quoted(9)).toEqual([
      'Le colis est arrivé ouvert et personne ne me répond',
      'Trois semaines que j’attends un remboursement, rien',
    ]);
  });

  it('says nothing of few reshares, nor of complaints where they are common', async () => {
    expect(publicVoiceFindings(telling([await reshares({ reshares: 10, own: 90, complaints: 40 })]))).toEqual(
      [],
    );
    expect(publicVoiceFindings(telling([await reshares({ reshares: 9, own: 3, complaints: 0 })]))).toEqual(
      [],
    );
  });

  it('names subjects that are stable and say their name, and no piece of a sentence', async () => {
    const subject = (at: number, name: string, n: number, stability: number, nameShare: number) => ({
      topic: `s${at}`,
      name,
      n,
      share: n / 100,
      stability,
      nameShare,
    });
    const rows = [
      subject(1, 'semences paysannes', 20, 0.8, 0.4),
      subject(2, 'lune', 18, 0.9, 0.49),
      subject(3, 'garantie', 10, 0.6, 0.5),
      subject(4, 'prix en rayon', 9, 0.2, 0.9),
      subject(5, 'apparemment la place', 8, 0.9, 0.9),
      subject(6, 'livraison prévue entre', 8, 0.9, 0.9),
      subject(7, 'issus de semences', 8, 0.9, 0.9),
      subject(8, 'distributeur géant', 8, 0.9, 0.12),
      subject(9, 'rayon', 30, 0.9, 0.9),
      subject(10, 'Problèmes', 25, 0.9, 0.9),
    ];
    const told = publicVoiceFindings(
      telling([await written('topicShares', 'messages', { value: 57, rows })]),
    );
    expect(told.map(({ title }) => plain(title))).toEqual([
      expect.stringMatching(
        /^Les messages citent notamment « semences paysannes » \(\d+,\d %\) et « garantie » \(\d+,\d %\)$/,
      ),
    ]);
    expect(plain(told[0]?.text ?? '')).toMatch(/^30 messages sur 100 tiennent dans un de ces sujets/);
  });
});

describe('a tone', () => {
  it('is neutral where most messages are, and no balance of good and ill', async () => {
    const says = (sentiment: string, polarity: number, text: string) => ({
      sentiment,
      polarity,
      text,
      groupSize: 1,
    });
    const quotes = await written('verbatims', 'messages', {
      value: 2,
      rows: [
        says('positive', 0.7, 'Une belle idée pour la planète, vraiment, bravo à eux.'),
        says('neutral', 0, 'Le magasin du centre vend des légumes de la région.'),
      ],
    });
    const [first] = toneFindings(telling([await tone(1, 76, 5), quotes]));
    expect(first?.quotes.map(({ text }) => plain(text))).toEqual([
      'Le magasin du centre vend des légumes de la région.',
    ]);
    expect(plain(first?.title ?? '')).toMatch(
      /^Le ton est surtout neutre : 76 messages publics sur 82 ne louent ni ne blâment/,
    );
    expect(first?.figures[0]).toMatchObject({ column: 'neutral', value: 76, n: 82 });
    expect(first?.chart?.title).toBe('Messages publics, par tonalité');
    expect(first?.chart?.series[0]?.marks.map(({ label, value }) => [label, value])).toEqual([
      ['Positif', 5],
      ['Neutre', 76],
      ['Négatif', 1],
    ]);
  });

  it('is on no side where neither praise nor blame leads clearly, and untold of under ten messages', async () => {
    const [first] = toneFindings(telling([await tone(40, 20, 40)]));
    expect(plain(first?.title ?? '')).toMatch(/^Ni l’éloge ni le reproche ne l’emporte nettement/);
    expect(toneFindings(telling([await tone(1, 0, 1)]))).toEqual([]);
  });

  it('is of the brand, but of all of them where messages name others', async () => {
    const title = async (others: number, brand = 'Brel'): Promise<string> => {
      const rows = [
        { by: 'brand', group: 'Brel', peer: false, messages: 60 },
        { by: 'brand', group: 'Anou', peer: false, messages: others },
        { by: 'brand', group: 'peer 1', peer: true, messages: 900 },
      ];
      const metrics = [await tone(60, 20, 20), await written('benchmarks', 'share', { rows })];
      return plain(toneFindings({ ...telling(metrics), brand })[0]?.title ?? '');
    };
    expect(await title(19)).toBe('On parle de la marque plus souvent en mal qu’en bien (score net −0,40)');
    expect(await title(20)).toBe(
      'Toutes marques ensemble, on parle plus souvent en mal qu’en bien (score net −0,40)',
    );
    expect(await title(19, '')).toBe('Le ton est plus souvent négatif que positif (score net −0,40)');
  });

  it('quotes first, and twice, what its title tells', async () => {
    const verbatims = await written('verbatims', 'messages', {
      rows: [
        ['negative', 'La livraison est encore arrivée en retard de trois jours'],
        ['negative', 'Personne ne décroche au service client depuis lundi'],
        ['positive', 'Le pain aux noix du samedi est vraiment délicieux'],
        ['positive', 'Une caissière adorable qui aide toujours ma mère'],
      ].map(([sentiment = '', text = '']) => ({ sentiment, text, channel: 'x-post' })),
    });
    const sides = async (...counts: [number, number, number]): Promise<(string | undefined)[]> =>
      toneFindings(telling([await tone(...counts), verbatims]))[0]?.quotes.map(
        ({ sentiment }) => sentiment,
      ) ?? [];
    expect(await sides(60, 20, 20)).toEqual(['negative', 'negative', 'positive']);
    expect(await sides(20, 20, 60)).toEqual(['positive', 'positive', 'negative']);
    expect(await sides(40, 20, 40)).toEqual(['negative', 'positive']);
  });
});

it('a text of links, mentions and hashtags says nothing', () => {
  expect(saysSomething('#a @b https://exemple.invalid/x')).toBe(false);
  expect(saysSomething('RT @b: #a #b via @c www.exemple.invalid')).toBe(false);
  expect(saysSomething('Le drive était fermé ce matin https://exemple.invalid/x')).toBe(true);
});
