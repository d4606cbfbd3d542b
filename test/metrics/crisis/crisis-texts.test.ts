import { describe, expect, it } from 'vitest';
import { crisisTexts } from '../../../src/metrics/crisis/crisis-texts.js';
import { fakeCorpus, type FakeRows } from '../fake-corpus.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 2, 10, 9);

/** A calm of 100 days with a critical message every other day, then a movement on deliveries in one morning. */
function rows(): FakeRows {
  const critical = { sentiment: 'negative', intents: ['complaint'], drivers: ['delivery'] } as const;
  const calm = Array.from({ length: 50 }, (_, k) => ({
    ...critical,
    drivers: ['price'],
    text: `Les tarifs de ${k} articles ont encore monté sans un mot`,
    textKey: `c${k}`,
    authorKey: `a-c${k}`,
    sentAt: START - (100 - 2 * k) * 24 * HOUR,
  }));
  const said = [
    ['Alerte générale, tout le monde parle encore de ce magasin', 'lone'],
    ...Array.from({ length: 9 }, (_, k) => [
      `Colis congelé arrivé tiède chez moi, numéro ${k}, vraiment déçu`,
      `t${k}`,
    ]),
    ...Array.from({ length: 6 }, (_, k) => [
      `Le chauffeur a jeté mes sacs devant le portail ${k} fois`,
      `s${k}`,
    ]),
    ...Array.from({ length: 4 }, (_, k) => [
      `Trois heures de retard annoncées puis aucune nouvelle, essai ${k}`,
      `r${k}`,
    ]),
  ] as const;
  const movement = said.map(([text, key], k) => ({
    ...critical,
    text,
    textKey: key,
    authorKey: `a-${key}`,
    sentAt: START + k * 6 * 60_000,
  }));
  const article = {
    stage: 'press',
    channel: 'press',
    kind: 'article',
    platform: 'press',
    drivers: ['delivery'],
    sentiment: 'negative',
  } as const;
  return {
    messages: [
      ...calm,
      ...movement,
      {
        ...article,
        title: 'Des sacs jetés et des colis tièdes : le chauffeur en cause',
        sentAt: START + 30 * HOUR,
      },
      { ...article, title: 'Steaks hachés : des lots rappelés', sentAt: START + 31 * HOUR },
    ],
  };
}

describe('what is quoted of a movement', () => {
  it('is what is said most, each said once; the first is no lone voice; titles use its words', async () => {
    const corpus = await fakeCorpus(rows());
    const told = (await crisisTexts(corpus)).rows();
    const texts = (role: string): string[] =>
      told.filter((one) => one.role === role).map(({ text }) => text ?? '');
    expect(texts('first')[0]).toMatch(/^Colis congelé/);
    expect(texts('quote').map((text) => text.split(' ')[1])).toEqual(['chauffeur', 'heures']);
    expect(texts('headline')).toEqual(['Des sacs jetés et des colis tièdes : le chauffeur en cause']);
  });
});
