import type { CriticalMessage } from './public-movement.js';

/** Share of the messages of a burst from which a driver is one of its subjects. */
const SUBJECT_SHARE = 0.15;

type Told = Pick<CriticalMessage, 'drivers'>;

const countDrivers = (messages: readonly Told[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { drivers } of messages)
    for (const driver of drivers) counts.set(driver, (counts.get(driver) ?? 0) + 1);
  return counts;
};

const usualIn = new WeakMap<readonly Told[], ReadonlyMap<string, number>>();

/** The same of all messages, counted once for all the movements among them. */
function countUsual(all: readonly Told[]): ReadonlyMap<string, number> {
  const known = usualIn.get(all) ?? countDrivers(all);
  usualIn.set(all, known);
  return known;
}

/**
 * Drivers of at least 15 % of the messages, those first that stand out most from all that is said (log-likelihood ratio, Dunning 1993): a
 * driver that is always there names no movement. Failing that the most frequent, of three messages or more.
 */
export function subjectsOf(messages: readonly Told[], all: readonly Told[] = messages): string[] {
  const usual = countUsual(all);
  const ranked = [...countDrivers(messages)]
    .map(([driver, n]) => {
      const expected = (messages.length * (usual.get(driver) ?? n)) / all.length;
      return { driver, n, surprise: n <= expected ? 0 : n * Math.log(n / expected) - (n - expected) };
    })
    .toSorted((a, b) => b.n - a.n || (a.driver < b.driver ? -1 : 1));
  const subjects = ranked.filter(({ n }) => n >= SUBJECT_SHARE * messages.length);
  return (
    subjects.length > 0
      ? subjects.toSorted((a, b) => b.surprise - a.surprise)
      : ranked.slice(0, 1).filter(({ n }) => n >= 3)
  ).map(({ driver }) => driver);
}
