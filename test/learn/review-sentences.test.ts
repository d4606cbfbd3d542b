import { expect, it } from 'vitest';
import { withSentences } from '../../src/learn/review-sentences.js';

const options = { weight: 0.2, negative: 0, positive: 2 };
const review = (text: string, label: number): { text: string; labels: number[]; weight: number } => ({
  text,
  labels: [label],
  weight: 1,
});

it('adds the sentences of reviews that praise or blame, as many of each, held out with their review', () => {
  const reviews = [
    review('Le plat était froid ce soir. Le serveur nous a oubliés ! Bof.', 0),
    review('Très bonne table du quartier. Accueil charmant et souriant.\nCuisson parfaite de la viande', 2),
    review('Ni bon ni mauvais ce midi. On verra une autre fois.', 1),
    review('Une seule phrase, rien de plus.', 2),
  ];
  const found = withSentences(reviews, options);
  expect(found.slice(0, 4).map(({ text, weight, group }) => [text, weight, group])).toEqual(
    reviews.map(({ text }, at) => [text, 1, at < 2 ? `review ${at}` : undefined]),
  );
  const added = found.slice(4);
  expect(added.map(({ text, labels }) => `${labels[0]} ${text}`).toSorted()).toEqual([
    '0 Le plat était froid ce soir.',
    '0 Le serveur nous a oubliés !',
    // two of three, by what they say
    expect.stringMatching(/^2 /),
    expect.stringMatching(/^2 /),
  ]);
  for (const { text, weight, calibrate, group } of added) {
    expect([weight, calibrate]).toEqual([0.2, false]);
    const at = Number(group?.replace('review ', ''));
    expect(reviews[at]?.text).toContain(text);
  }
  // In another order of reviews the same sentences are drawn.
  const texts = (list: readonly { readonly text: string }[]): string[] =>
    list.map(({ text }) => text).toSorted();
  expect(texts(withSentences(reviews.toReversed(), options).slice(4))).toEqual(texts(added));
});

it('keeps the group that a review has, and adds nothing where nobody blames', () => {
  const praise = {
    ...review('Un régal du début à la fin. Nous reviendrons avec plaisir.', 2),
    group: 'shop',
  };
  expect(withSentences([praise], options)).toEqual([praise]);
  const blame = {
    ...review('Une honte du début à la fin. Nous ne reviendrons jamais ici.', 0),
    group: 'shop',
  };
  expect(withSentences([blame], options).map(({ group }) => group)).toEqual(['shop', 'shop', 'shop']);
});
