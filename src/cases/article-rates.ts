import { partitionPoint } from '../util/lower-bound.js';
import type { CaseMessage } from './case-message.js';
import type { Movement, Movements } from './movements.js';

const DAY = 86_400_000;
/** An article reports no movement whose last post is older, and may come out so long before the first of one. */
const LATEST = 21;
const SOONEST = -1;
const ROUNDS = 50;
/** Before data, a movement has an article on its driver once in two, two days after its last post on average: worth one movement, one article. */
const BEFORE = { articles: 0.5, movements: 1, lag: 2, lags: 1, others: 0.5 } as const;

/** An article has only a day: when it came out is known to so many ms. */
export const spanOf = ({ dayOnly }: CaseMessage): number => (dayOnly ? DAY : 0);

/** Days from the last post of a movement before an article to it, below 0 for an article before the first; `undefined` out of reach. */
function lagOf({ start, times }: Movement, at: number): number | undefined {
  const before = partitionPoint(times.length, (place) => (times[place] as number) <= at);
  const lag = (at - (before === 0 ? start : (times[before - 1] as number))) / DAY;
  return lag < SOONEST || lag > LATEST ? undefined : lag;
}

/** A movement that an article on its driver may report, with the probability that it does. */
export interface Reported {
  readonly movement: Movement;
  readonly chance: number;
}

/**
 * Tells of each article which movement it reports. Articles on a driver come after movements, the sooner after a post the likelier
 * (exponential law), and without any: how many a movement brings, how late, and how many come by themselves is learnt from all articles of the corpus
 * by expectation-maximisation. Movements near an article share its chance with what comes by itself.
 */
export function reportedBy(
  articles: readonly CaseMessage[],
  { all, days }: Movements,
): ReadonlyMap<CaseMessage, readonly Reported[]> {
  const near = articles.map((article) => {
    const at = article.sentAt + spanOf(article) / 2;
    const lags = all.flatMap((movement) => {
      const about =
        (article.drivers & (1 << movement.driver)) !== 0 &&
        (article.brand === 0 || movement.brand === 0 || article.brand === movement.brand);
      const lag = about ? lagOf(movement, at) : undefined;
      return lag === undefined ? [] : [{ movement, lag: Math.abs(lag) }];
    });
    return { article, lags };
  });
  const told = new Map<CaseMessage, Reported[]>();
  let perMovement = BEFORE.articles / BEFORE.movements,
    meanLag: number = BEFORE.lag,
    perDay = (BEFORE.others + articles.length) / days;
  for (let round = 0; round < ROUNDS; round++) {
    let reports = 0,
      waits = 0;
    for (const { article, lags } of near) {
      const weights = lags.map(({ lag }) => (perMovement / meanLag) * Math.exp(-lag / meanLag));
      const sum = weights.reduce((total, weight) => total + weight, perDay);
      const own = lags.map(({ movement }, at) => ({ movement, chance: (weights[at] as number) / sum }));
      own.forEach(({ chance }, at) => {
        reports += chance;
        waits += chance * (lags[at]?.lag ?? 0);
      });
      told.set(article, own);
    }
    perMovement = (BEFORE.articles + reports) / (BEFORE.movements + all.length);
    meanLag = (BEFORE.lag * BEFORE.lags + waits) / (BEFORE.lags + reports);
    perDay = (BEFORE.others + articles.length - reports) / days;
  }
  return told;
}
