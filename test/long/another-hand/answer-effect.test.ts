import { expect, it } from 'vitest';
import { unseenHazard, type UnseenSpell } from '../../../src/stats/index.js';
import type { HandCase } from './conversation.js';
import { drawQuarter } from './quarter.js';
import { HOUR } from './rhythm.js';

/** As in `another-hand.test.ts`; nothing is read, so that a quarter takes a second. */
const QUARTERS = Number(process.env['ANOTHER_HAND'] ?? 4);
const FIRST = Number(process.env['ANOTHER_HAND_FIRST'] ?? 1);

/** The true course of a case, known whole or as exports could show it: a case settled without a trace goes on. */
function spellOf(one: HandCase, end: number, shown: boolean): UnseenSpell {
  const { openedAt, resolvedAt = Infinity, resolvedHow, spillAt = Infinity } = one;
  const settled = shown && resolvedHow === 'silent' ? Infinity : resolvedAt,
    ends = Math.min(spillAt, settled, end),
    hours = (at: number): number => (at - openedAt) / HOUR;
  const said = one.messages.filter(({ at, side }) => at < ends && (side === 'customer' || side === 'staff')),
    first = said.find(({ side }) => side === 'staff')?.at ?? Infinity;
  const known: [number, number][] = [];
  for (const { at, side } of said) {
    const last = known.at(-1);
    if (side === 'staff' && last?.[1] === Infinity) last[1] = hours(at);
    if (side === 'customer' && at > first && last?.[1] !== Infinity) known.push([hours(at), Infinity]);
  }
  return {
    end: Math.max(hours(ends), 1 / 3600),
    event: spillAt === ends && ends < end,
    turned: hours(first),
    seen: 1,
    fixed: [],
    ...(shown && { known }),
  };
}

it(`holds the effect of an answer in ${QUARTERS} quarters of another hand, by true courses`, () => {
  const kinds = ['all known', 'silent taken for open', 'as shown'] as const;
  const told = kinds.map(() => ({ held: 0, log: 0, width: 0 }));
  for (let seed = FIRST; seed < FIRST + QUARTERS; seed++) {
    const { plan, cases } = drawQuarter(seed);
    const complaints = cases.filter(({ intent, openedAt }) => intent === 'complaint' && openedAt < plan.end);
    const shown = complaints.map((one) => spellOf(one, plan.end, true));
    const spells = [
      complaints.map((one) => spellOf(one, plan.end, false)),
      shown.map(({ end, event, turned, seen, fixed }) => ({ end, event, turned, seen, fixed })),
      shown,
    ];
    for (const [kind, own] of spells.entries()) {
      const found = unseenHazard(own, 0.95),
        sum = told[kind];
      if (!found.measured || sum === undefined) throw new Error(`${seed}: not measured`);
      sum.held += Number(found.low <= plan.hazardRatio && plan.hazardRatio <= found.high);
      sum.log += Math.log(found.hazardRatio / plan.hazardRatio) / QUARTERS;
      sum.width += Math.log(found.high / found.low) / QUARTERS;
    }
  }
  for (const [kind, { held, log, width }] of told.entries())
    console.info(
      `${kinds[kind]}: ${held} of ${QUARTERS} hold, log of said over true ${log.toFixed(3)}, log width ${width.toFixed(2)}`,
    );
  expect((told[2] as { held: number }).held / QUARTERS).toBeGreaterThan(0.7);
});
