import { partitionPoint } from '../../util/lower-bound.js';
import type { CaseMessage } from '../messages/case-message.js';
import type { Movement, Movements } from './movements.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** An article reports no post that is older. */
const LATEST = 21 * DAY;
const ROUNDS = 50;
/** Before data, a movement brings an article once in two as such, and once in two by its posts, two days after them on average: worth one movement, one article. */
const BEFORE = { articles: 0.5, movements: 1, lag: 2, lags: 1, others: 0.5 } as const;
/** Shape of the gamma law of how many articles movements bring: 1, exponential, knows their mean and nothing else. */
const SHAPE = 1;

/** An article has only a day: when it came out is known to so many ms. */
export const spanOf = ({ dayOnly }: CaseMessage): number => (dayOnly ? DAY : 0);

/** Probability that an article came after an instant: of one with only a day, any hour of it is as likely. */
export function chanceBefore(at: number, article: CaseMessage): number {
  const span = spanOf(article);
  if (span === 0) return at <= article.sentAt ? 1 : 0;
  return Math.min(1, Math.max(0, (article.sentAt + span - at) / span));
}

/** A movement that an article on its driver may report, with the probability that it does. */
export interface Reported {
  readonly movement: Movement;
  readonly chance: number;
}

/** How many posts came how long before an article, to the hour: days and counts. */
type Lags = readonly (readonly [days: number, posts: number])[];

function lagsOf(times: readonly number[], article: CaseMessage): Lags {
  const counts = new Map<number, number>();
  const at = article.sentAt + spanOf(article) / 2;
  let place = partitionPoint(times.length, (one) => (times[one] as number) < at - LATEST);
  for (; place < times.length; place++) {
    const time = times[place] as number,
      before = chanceBefore(time, article);
    if (before === 0) break;
    const hours = Math.floor(Math.abs(at - time) / HOUR);
    counts.set(hours, (counts.get(hours) ?? 0) + before);
  }
  return [...counts].map(([hours, posts]) => [(hours + 0.5) / 24, posts]);
}

/** What may have brought an article: how much of it, and the days it waited by that. */
interface Drawn {
  readonly weight: number;
  readonly waits: number;
}

/** Articles a day that posts bring, one each, by an exponential law of lags. */
function drawnBy(lags: Lags, meanLag: number): Drawn {
  let weight = 0,
    waits = 0;
  for (const [lag, posts] of lags) {
    const own = (posts / meanLag) * Math.exp(-lag / meanLag);
    weight += own;
    waits += own * lag;
  }
  return { weight, waits };
}

/** The same, with how much of it movements bring as such. */
interface Brought extends Drawn {
  readonly asSuch: number;
}

const added = (some: readonly number[]): number => some.reduce((sum, one) => sum + one, 0);

/** Posts of a movement beyond those that would have come anyway. */
const beyond = ({ excess, times }: Movement): number => excess * times.length;

/**
 * Tells of each article which movement it reports. Articles on a driver come after public complaints on it, the sooner after one the likelier
 * (exponential law), and without any. Each post brings as many, whether it is of a movement or would have come anyway, so one within a burst may
 * report another post of these days; a movement brings some as such beside, and is written about more or less than others, which its other articles
 * tell. How many a post and a movement bring, how late, and how many come by themselves is learnt from all articles of the corpus by
 * expectation-maximisation, how late from all others.
 */
export function reportedBy(
  articles: readonly CaseMessage[],
  { series, days }: Movements,
): ReadonlyMap<CaseMessage, readonly Reported[]> {
  const near = articles.map((article) => ({
    article,
    about: series
      .filter(
        ({ brand, driver }) =>
          (article.drivers & (1 << driver)) !== 0 &&
          (article.brand === 0 || brand === 0 || article.brand === brand),
      )
      .map(({ times, bursts }) => ({
        posts: lagsOf(times, article),
        bursts: bursts
          .map((movement) => ({ movement, lags: lagsOf(movement.times, article) }))
          .filter(({ lags }) => lags.length > 0),
      })),
  }));
  const posts = added(series.map(({ times }) => times.length)),
    sizes = series.flatMap(({ bursts }) => bursts.map(({ times }) => times.length)),
    ofOne = sizes.length === 0 ? posts : added(sizes) / sizes.length;
  const told = new Map<CaseMessage, readonly Reported[]>();
  let perPost = BEFORE.articles / ofOne,
    perMovement: number = BEFORE.articles,
    perDay = (BEFORE.others + articles.length) / days;
  // reports, and the days they waited, of each article; reports of each movement
  let brought = near.map((): Brought => ({ weight: 0, waits: 0, asSuch: 0 })),
    written = new Map<Movement, number>();
  for (let round = 0; round < ROUNDS; round++) {
    const reports = added(brought.map(({ weight }) => weight)),
      waits = added(brought.map((one) => one.waits));
    brought = near.map(({ article, about }, at) => {
      // an article weeks late is held against how late the others are: it would draw the law to itself
      const own = brought[at] as Brought,
        meanLag = (BEFORE.lag * BEFORE.lags + waits - own.waits) / (BEFORE.lags + reports - own.weight);
      const before = told.get(article);
      let all = 0,
        waited = 0,
        asSuch = 0;
      const shares: Reported[] = [];
      for (const one of about) {
        const any = drawnBy(one.posts, meanLag);
        all += perPost * any.weight;
        waited += perPost * any.waits;
        for (const { movement, lags } of one.bursts) {
          const ofIt = drawnBy(lags, meanLag),
            mine = before?.find((other) => other.movement === movement)?.chance ?? 0,
            others = Math.max(0, (written.get(movement) ?? 0) - mine),
            mean = perMovement + perPost * beyond(movement),
            rate = (SHAPE + others) / (SHAPE / mean + 1),
            // of each of its posts, those that would have come anyway too
            each = rate / movement.times.length,
            anyway = perPost * movement.excess;
          all += (each - anyway) * ofIt.weight;
          waited += (each - anyway) * ofIt.waits;
          asSuch += (each * ofIt.weight * perMovement) / mean;
          shares.push({ movement, chance: each * ofIt.weight });
        }
      }
      const total = all + perDay;
      told.set(
        article,
        shares.map(({ movement, chance }) => ({ movement, chance: chance / total })),
      );
      return { weight: all / total, waits: waited / total, asSuch: asSuch / total };
    });
    written = new Map();
    for (const { movement, chance } of [...told.values()].flat())
      written.set(movement, (written.get(movement) ?? 0) + chance);
    const all = added(brought.map(({ weight }) => weight)),
      asSuch = added(brought.map((one) => one.asSuch));
    perMovement = (BEFORE.articles + asSuch) / (BEFORE.movements + sizes.length);
    perPost = (BEFORE.articles + all - asSuch) / (BEFORE.movements * ofOne + posts);
    perDay = (BEFORE.others + articles.length - all) / days;
  }
  return told;
}
