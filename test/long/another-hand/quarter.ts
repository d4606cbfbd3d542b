import { converse, type HandCase } from './conversation.js';
import { crisisOf, type Crisis } from './crisis.js';
import { Draw } from './draw.js';
import type { HandMessage } from './message.js';
import { drawPerson, type Person } from './names.js';
import { drawPlan, type Plan } from './plan.js';
import { pressOf } from './press.js';
import { PublicSide } from './public-side.js';
import { customerTime } from './rhythm.js';
import { drawMatter } from './speak.js';

/** One fictitious quarter: what happened, and every message of it, later ones than its end too. */
export interface Quarter {
  readonly plan: Plan;
  readonly cases: readonly HandCase[];
  readonly crisis: Crisis | undefined;
  readonly messages: readonly HandMessage[];
  /** Public messages of cases that spilled, by case. */
  readonly spills: ReadonlyMap<string, readonly HandMessage[]>;
}

export function drawQuarter(seed: number): Quarter {
  const draw = new Draw(seed),
    plan = drawPlan(draw, seed);
  const people: Person[] = [];
  const stranger = (): Person => {
    const person = drawPerson(draw, plan.brand.hand, `p${people.length}`);
    people.push(person);
    return person;
  };
  const crisis = plan.crisis ? crisisOf(draw, plan) : undefined;
  const cases: HandCase[] = [];
  const open = (
    person: Person,
    openedAt: number,
    matter = drawMatter(draw, plan.brand, draw.weighted(plan.drivers), person),
  ): void => {
    const intent = draw.chance(plan.complaints)
      ? 'complaint'
      : draw.weighted([
          ['question', 3],
          ['praise', 1],
        ] as const);
    cases.push(
      converse(draw, plan, {
        id: `c${cases.length}`,
        person,
        channel: draw.weighted(plan.channels),
        intent,
        matter,
        openedAt,
      }),
    );
  };
  while (cases.length < plan.cases) {
    const known = cases.length > 40 && draw.chance(plan.secondCase) ? draw.pick(cases).person : undefined;
    open(known ?? stranger(), customerTime(draw, plan.start, plan.end));
  }
  for (const { person, at } of crisis?.before(stranger) ?? []) open(person, at, crisis?.matter);

  const side = new PublicSide(draw, plan, stranger, cases);
  const spills = new Map(
    cases.filter(({ spillAt }) => spillAt !== undefined).map((one) => [one.id, side.spill(one)]),
  );
  side.background(cases.filter(({ intent }) => intent === 'complaint').length);
  if (crisis !== undefined) side.crisis(crisis);
  const messages = [
    ...cases.flatMap((one) => one.messages),
    ...side.messages,
    ...pressOf(draw, plan, crisis),
  ];
  return { plan, cases, crisis, spills, messages: messages.toSorted((a, b) => a.at - b.at) };
}
