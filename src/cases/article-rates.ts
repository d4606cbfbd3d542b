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

/** How many reports an article is, and how many days they waited. */
interface Brought {
  readonly reports: number;
  readonly waits: number;
}
const NONE: Brought = { reports: 0, waits: 0 };

/**
 * Tells of each article which movement it reports. Articles on a driver come after movements, the sooner after a post the likelier
 * (exponential law), and without any: how many a movement brings, how late, and how many come by themselves is learnt from all articles of the corpus
 * by expectation-maximisation, how late from all others. Movements near an article share its chance with what comes by itself.
 */
export function reportedBy(
  articles: readonly CaseMessage[],
  { all: movements, days }: Movements,
): ReadonlyMap<CaseMessage, readonly Reported[]> {
  const near = articles.map((article) => {
    const at = article.sentAt + spanOf(article) / 2;
    const lags = movements.flatMap((movement) => {
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
    perDay = (BEFORE.others + articles.length) / days,
    all = NONE;
  const brought = near.map(() => NONE);
  for (let round = 0; round < ROUNDS; round++) {
    let sum = NONE;
    for (const [place, { article, lags }] of near.entries()) {
      // an article weeks late is held against how late the others are: it would draw the law to itself
      const own = brought[place] as Brought,
        meanLag =
          (BEFORE.lag * BEFORE.lags + all.waits - own.waits) / (BEFORE.lags + all.reports - own.reports);
      const weights = lags.map(({ lag }) => (perMovement / meanLag) * Math.exp(-lag / meanLag));
      const total = weights.reduce((added, weight) => added + weight, perDay);
      let { reports, waits } = NONE;
      const chances = lags.map(({ movement, lag }, at) => {
        const chance = (weights[at] as number) / total;
        reports += chance;
        waits += chance * lag;
        return { movement, chance };
      });
      told.set(article, chances);
      brought[place] = { reports, waits };
      sum = { reports: sum.reports + reports, waits: sum.waits + waits };
    }
    all = sum;
    perMovement = (BEFORE.articles + all.reports) / (BEFORE.movements + movements.length);
    perDay = (BEFORE.others + articles.length - all.reports) / days;
  }
  return told;
}
