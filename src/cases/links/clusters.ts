import { JOIN } from './competition.js';
import { IDENTIFIERS } from '../pairs/comparison.js';
import type { Link } from './links.js';
import type { Unit } from '../units/units.js';

/** A cluster of units: one case. `probability` is that of the weakest link that joins it. */
export interface Cluster {
  readonly units: readonly number[];
  /** Link of each unit to the cluster; absent for the first. */
  readonly links: ReadonlyMap<number, Link>;
  /** All links that joined it, one fewer than its units. */
  readonly joins: readonly Link[];
}

/** Probability that a unit belongs with the first of its cluster: that all links from one to the other hold. */
export function withFirst({ units, joins }: Cluster, unit: number): number {
  const reached = new Map([[units[0] as number, 1]]);
  // the links are a tree: each new one reaches one more unit
  for (let before = 0; before < reached.size && !reached.has(unit);) {
    before = reached.size;
    for (const { from, to, probability } of joins) {
      const [near, far] = reached.has(from) ? [from, to] : [to, from],
        so = reached.get(near);
      if (so !== undefined && !reached.has(far)) reached.set(far, so * probability);
    }
  }
  return reached.get(unit) ?? 1;
}

const ALONE: Pick<Cluster, 'links' | 'joins'> = { links: new Map(), joins: [] };
const identifiers: ReadonlySet<string> = new Set(IDENTIFIERS);
const DAY = 86_400_000;
/** A case never spans more. */
const LONGEST = 120 * DAY;

/** Two orders, two e-mails or two phones that differ contradict each other: one of the clusters is someone else's. */
function contradicts(a: readonly Unit[], b: readonly Unit[]): boolean {
  const differ = (pick: (unit: Unit) => readonly number[]): boolean => {
    const left = a.flatMap(pick),
      right = b.flatMap(pick);
    return left.length > 0 && right.length > 0 && !left.some((value) => right.includes(value));
  };
  return (
    Number(differ(({ orders }) => orders)) +
      Number(differ(({ emails }) => emails)) +
      Number(differ(({ phones }) => phones)) >=
    2
  );
}

/**
 * Joins units into cases, the most probable links first. A link joins two clusters only when they do not contradict each other, the
 * case stays within 120 days, and a unit without a shared identifier joins one case alone (its best link): nothing chains
 * everything together.
 */
export function clusterUnits(units: readonly Unit[], links: readonly Link[]): Cluster[] {
  const members = units.map((_, index) => [index]);
  const clusterOf = units.map((_, index) => index);
  const joined = new Map<number, Link>();
  const joins = new Map<number, readonly Link[]>();
  const used = new Set<number>();
  const ordered = links
    .filter(({ probability }) => probability >= JOIN)
    .toSorted((a, b) => b.probability - a.probability || a.from - b.from || a.to - b.to);
  for (const link of ordered) {
    const a = clusterOf[link.from] ?? 0,
      b = clusterOf[link.to] ?? 0;
    if (a === b) continue;
    const byContext = !link.evidence.some(({ field, bits }) => identifiers.has(field) && (bits ?? 0) > 0);
    if (byContext && (used.has(link.to) || used.has(link.from))) continue;
    const left = (members[a] ?? []).map((index) => units[index] as Unit),
      right = (members[b] ?? []).map((index) => units[index] as Unit);
    const firstAt = Math.min(...left.map((unit) => unit.firstAt), ...right.map((unit) => unit.firstAt));
    const lastAt = Math.max(...left.map((unit) => unit.lastAt), ...right.map((unit) => unit.lastAt));
    if (lastAt - firstAt > LONGEST || contradicts(left, right)) continue;
    const [keep, gone] = left.length >= right.length ? [a, b] : [b, a];
    for (const index of members[gone] ?? []) clusterOf[index] = keep;
    members[keep] = [...(members[keep] ?? []), ...(members[gone] ?? [])];
    members[gone] = [];
    joins.set(keep, [...(joins.get(keep) ?? []), ...(joins.get(gone) ?? []), link]);
    joined.set(link.to, joined.get(link.to) ?? link);
    if (byContext) {
      used.add(link.to);
      used.add(link.from);
    }
  }
  return members
    .map((list, cluster) => ({ list, cluster }))
    .filter(({ list }) => list.length > 0)
    .map(({ list, cluster }) => {
      if (list.length === 1) return { units: list, ...ALONE };
      const sorted = list.toSorted((a, b) => (units[a]?.firstAt ?? 0) - (units[b]?.firstAt ?? 0) || a - b);
      return {
        units: sorted,
        joins: joins.get(cluster) ?? [],
        links: new Map(
          sorted.flatMap((index) => {
            const link = joined.get(index);
            return link === undefined ? [] : [[index, link] as const];
          }),
        ),
      };
    });
}
