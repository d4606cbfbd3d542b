import { describe, expect, it } from 'vitest';
import { printedTitles, quotesFor, saysSomething, shortened } from '../../../src/report/story/quotes.js';
import type { Telling } from '../../../src/report/story/reading.js';
import { wordsOf } from '../../../src/report/story/words.js';
import { plain, written } from '../written.js';

const TEXTS = [
  'Le pain de ce matin était rassis et personne ne répond',
  'La caisse automatique refuse ma carte depuis trois semaines',
  'Trop court pour dire',
  'https://un.example/a @une #deux #trois #quatre #cinq #six #sept',
];
const row = (text: string, driver: string, groupSize = 1) => ({
  text,
  driver,
  groupSize,
  channel: 'facebook-comment',
  sentiment: 'negative',
  source: '',
  sentAt: new Date(Date.UTC(2026, 2, 1, 12)),
});

async function tellingOf(): Promise<Telling> {
  const rows = [
    row(TEXTS[0] ?? '', 'freshness', 2),
    row(TEXTS[1] ?? '', 'checkout', 9),
    ...TEXTS.slice(2).map((text) => row(text, 'freshness', 20)),
  ];
  return {
    metrics: new Map([['verbatims', await written('verbatims', 'messages', { rows })]]),
    words: wordsOf('fr', 'Europe/Paris'),
    zone: 'Europe/Paris',
    brand: 'A',
    quoted: new Set(),
  };
}

describe('titles of the press', () => {
  it('stand once, under the paper that printed them first, which the others follow', async () => {
    const title = (text: string, source: string, day: number) => ({
      text,
      source,
      sentAt: new Date(Date.UTC(2026, 2, day, 12)),
    });
    const told = printedTitles(
      [
        title('Les tickets font débat', 'Radio Val', 3),
        title('Les tickets font débat', 'Linéaires Hebdo', 3),
        title('La polémique enfle', 'Radio Val', 4),
        title('Les tickets font débat', 'Le Fil de l’Ouest', 5),
        title('La polémique enfle', 'Radio Val', 6),
      ],
      await tellingOf(),
    );
    expect(told.map(({ text, source }) => [text, plain(source)])).toEqual([
      ['Les tickets font débat', 'Radio Val · 3 mars 2026, puis Linéaires Hebdo et Le Fil de l’Ouest'],
      ['La polémique enfle', 'Radio Val · 4 mars 2026'],
    ]);
  });
});

describe('texts to quote', () => {
  it('say something: five words without links, mentions and hashtags', () => {
    expect(TEXTS.map(saysSomething)).toEqual([true, true, false, false]);
  });

  it('are cut at a word, the cut shown, without links', () => {
    expect(shortened('un deux trois quatre', 12)).toBe('un deux […]');
    expect(shortened('voir https://un.example/a ici')).toBe('voir ici');
    expect(plain(shortened('bon !'))).toBe('bon !');
    expect(shortened('bon !')).toContain('\u00a0!');
  });

  it('are the most typical first, of the choice, each once in a report', async () => {
    const telling = await tellingOf();
    expect(quotesFor(telling, {}, 1).map(({ text }) => text)).toEqual([TEXTS[1]]);
    expect(quotesFor(telling, { driver: 'checkout' })).toEqual([]);
    const [fresh] = quotesFor(telling, { driver: 'freshness', sentiment: 'negative' });
    expect(fresh?.text).toBe(TEXTS[0]);
    expect(quotesFor(await tellingOf(), { channels: ['email'] })).toEqual([]);
  });

  it('blame clearly where blame is asked for', async () => {
    const texts = [
      'Le service client s’est bien repris depuis le printemps dernier',
      'Le service client ne rappelle jamais, deux mois que j’attends',
      'Le service client est au top, merci pour votre aide ce matin',
    ];
    const rows = [-0.52, -0.9, -0.8].map((polarity, at) => ({
      ...row(texts[at] ?? '', 'after-sales', 9),
      polarity,
      starsAgree: at < 2,
    }));
    const telling: Telling = {
      ...(await tellingOf()),
      metrics: new Map([['verbatims', await written('verbatims', 'messages', { rows })]]),
    };
    expect(
      quotesFor(telling, { driver: 'after-sales', sentiment: 'negative' }).map(({ text }) => text),
    ).toEqual([texts[1]]);
  });

  it('stand under a channel and a date, never an author', async () => {
    const [quote] = quotesFor(await tellingOf(), { driver: 'checkout' });
    expect(plain(quote?.source ?? '')).toMatch(/^\S.* · .*mars 2026$/);
  });
});
