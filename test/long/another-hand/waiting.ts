import { openPrivateCases } from '../../../src/metrics/funnel/waiting-customers.js';
import type { HandCase } from './conversation.js';
import type { ReadQuarter } from './read-quarter.js';
import { resolvedIn, shownIn, spilledIn, waits } from './truth.js';

/** What a case that the corpus says to wait really is. */
function kindOf(one: HandCase | undefined, end: number): string {
  if (one === undefined) return 'no private case';
  if (one.intent !== 'complaint') return `a ${one.intent}`;
  if (spilledIn(one, end)) return 'spilled, not seen';
  if (resolvedIn(one, end)) return `settled (${one.resolvedHow})`;
  return waits(one, end) ? 'waits' : 'answered, then silent';
}

/** Cases said to wait, by what they are, and those that wait and are not said to. */
export async function waitingKinds({ corpus, known, quarter }: ReadQuarter): Promise<Record<string, number>> {
  const { plan, cases } = quarter;
  const { waiting, dormant } = await openPrivateCases(corpus);
  const ids = [...waiting, ...dormant]
    .filter(({ complaint }) => complaint)
    .map(({ caseId }) => `'${caseId}'`);
  const rows = (
    await corpus.query(
      `SELECT caseId AS c, messageId AS m FROM caseMessages WHERE caseId IN (${ids.join(', ') || 'NULL'})`,
    )
  ).objects() as { c: string; m: string }[];
  const own = new Map(cases.map((one) => [one.id, one]));
  const said = new Map<string, HandCase | undefined>();
  const told = new Set<string>();
  for (const { c, m } of rows) {
    const one = own.get(known.get(m)?.caseId ?? '');
    if (one !== undefined) told.add(one.id);
    if (said.get(c) === undefined || (one !== undefined && kindOf(one, plan.end) === 'waits'))
      said.set(c, one);
  }
  const kinds: Record<string, number> = {};
  const add = (kind: string): void => {
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  };
  for (const one of said.values()) add(kindOf(one, plan.end));
  for (const one of cases)
    if (shownIn(one, plan) && kindOf(one, plan.end) === 'waits' && !told.has(one.id)) add('waits, not said');
  return kinds;
}
