import { expect, it } from 'vitest';
import type { Metric } from '../../../../src/model/index.js';
import { ratingsGiven } from '../../../../src/metrics/basic/ratings-given.js';
import { marketFindings } from '../../../../src/report/story/findings/market.js';
import type { Finding } from '../../../../src/report/story/story.js';
import { plain, telling, written } from '../../written.js';

const REVIEWS = { fr: 'avis notés', en: 'reviews with a rating' };

/** What is told of reviews with so many of five stars, …, of one. */
async function told(
  stars: readonly number[],
  low: number,
  high: number,
  others: readonly Metric[] = [],
  denominator: Metric['denominator'] = REVIEWS,
  outOf = 5,
): Promise<string> {
  const n = stars.reduce((sum, one) => sum + one, 0);
  const mean = stars.reduce((sum, one, at) => sum + one * (5 - at), 0) / n;
  const counts = Object.fromEntries(stars.map((one, at) => [`star${5 - at}`, one]));
  const rating = await written('meanRating', 'score', {
    value: mean,
    low,
    high,
    n,
    rows: [{ platform: 'web', mean, low, high, n, outOf, ...counts }],
  });
  const given = { ...rating, denominator };
  const [finding] = marketFindings(telling([given, ...others], { brand: 'Brel' }));
  return plain(finding?.title ?? '');
}

it('tells two camps where a mean describes none, else the mean and its side of the scale', async () => {
  expect(await told([9, 1, 0, 1, 10], 1.9, 3.8)).toBe(
    'Les avis se partagent : 9 à 5 étoiles, 10 à 1 étoile, sur 21',
  );
  expect(await told([10, 20, 0, 29, 38], 1.8, 2.8)).toBe(
    'Les avis notent la marque 2,3/5, sous le milieu de l’échelle (3)',
  );
  expect(await told([16, 0, 0, 0, 4], 3.3, 4.7)).toBe(
    'Les avis notent la marque 4,2/5, au-dessus du milieu de l’échelle (3)',
  );
});

it('does not call reviews what was answered to surveys', async () => {
  expect(await told([16, 0, 0, 8, 16], 1.7, 3.1, [], ratingsGiven(40, 40))).toBe(
    'Les notes se partagent : 16 à 5 étoiles, 16 à 1 étoile, sur 40',
  );
  expect(await told([10, 20, 0, 29, 38], 1.8, 2.8, [], ratingsGiven(97, 12))).toBe(
    'Les clients donnent en moyenne 2,3/5, sous le milieu de l’échelle (3)',
  );
});

it('calls stars what was given as stars', async () => {
  expect(await told([16, 0, 0, 8, 16], 1.7, 3.1, [], ratingsGiven(40, 40), 10)).toBe(
    'Les notes se partagent : 16 vers 5/5, 16 vers 1/5, sur 40',
  );
});

it('does not say that the brand is rated where messages name other brands: 4 of 20 do, 3 do not', async () => {
  const naming = async (n: number): Promise<Metric> =>
    written('benchmarks', 'share', {
      rows: [
        { by: 'brand', group: 'Brel', peer: false, messages: 16 },
        { by: 'brand', group: 'Anou', peer: false, messages: n },
      ],
    });
  expect(await told([16, 0, 0, 0, 4], 3.3, 4.7, [await naming(4)])).toBe(
    'Les avis donnent en moyenne 4,2/5, au-dessus du milieu de l’échelle (3)',
  );
  expect(await told([16, 0, 0, 0, 4], 3.3, 4.7, [await naming(3)])).toContain('notent la marque');
  // 4 of the 900 messages whose tone is told name the other brand, few reviews or not
  const all = await written('netSentimentScore', 'score', { value: 0, n: 900 });
  expect(await told([16, 0, 0, 0, 4], 3.3, 4.7, [await naming(4), all])).toContain('notent la marque');
});

it('tells a share of voice from thirty mentions on: of sixteen it is left to the annex', async () => {
  const voice = async (mentions: readonly [number, number], brand = 'Brindaure'): Promise<Finding[]> => {
    const n = mentions[0] + mentions[1];
    const share = mentions[0] / n;
    const metric = await written('shareOfVoice', 'share', {
      value: share,
      low: share - 0.1,
      high: share + 0.1,
      n,
      rows: mentions.map((own, at) => ({
        brand: ['Brindaure', 'Lactanie'][at] ?? '',
        mentions: own,
        share: own / n,
      })),
    });
    return marketFindings(telling([metric], { brand }));
  };
  expect(await voice([12, 4])).toEqual([]);
  const [named, nobody] = [await voice([29, 1]), await voice([22, 8], '')];
  expect([named[0]?.title, nobody[0]?.title].map((title) => plain(title ?? ''))).toEqual([
    'Brindaure tient 96,7 % des mentions des marques suivies',
    // where nobody named a brand, none is followed
    'Brindaure tient 73,3 % des mentions de marques',
  ]);
  expect(plain(named[0]?.chart?.series[0]?.marks[1]?.detail ?? '')).toMatch(/ ; 1 mention$/);
});
