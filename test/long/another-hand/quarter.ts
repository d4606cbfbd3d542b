import { converse, type HandCase } from './conversation.js';
import { crisisOf, type Crisis } from './crisis.js';
import { Draw } from './draw.js';
import { told } from './life.js';
import type { HandMessage } from './message.js';
import { drawPerson, type Person } from './names.js';
import { drawPlan, type Plan } from './plan.js';
import { pressOf } from './press.js';
import { PublicSide } from './public-side.js';
import { customerTime, staffTime } from './rhythm.js';
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
    said?: string,
  ): void => {
    const intent =
      said === undefined && draw.chance(plan.complaints)
        ? 'complaint'
        : draw.weighted([
            ['question', said === undefined ? 3 : 1],
            ['praise', said === undefined ? 1 : 0],
          ] as const);
    cases.push(
      converse(draw, plan, {
        id: `c${cases.length}`,
        person,
        channel: said === undefined ? draw.weighted(plan.channels) : 'mail',
        intent,
        matter,
        openedAt,
        said,
      }),
    );
  };
  while (cases.length < plan.cases) {
    const known = cases.length > 40 && draw.chance(plan.secondCase) ? draw.pick(cases).person : undefined;
    open(known ?? stranger(), customerTime(draw, plan.opens, plan.end));
  }
  for (const { person, at } of crisis?.before(stranger) ?? []) open(person, at, crisis?.matter);

  for (let i = Math.floor(plan.life?.journalists ?? 0); i > 0; i--) {
    const matter = drawMatter(draw, plan.brand, draw.weighted(plan.drivers));
    open(
      stranger(),
      staffTime(draw, draw.between(plan.start, plan.end), 1),
      matter,
      told(draw, matter, 'journalist'),
    );
  }

  const side = new PublicSide(draw, plan, stranger, cases);
  const spills = new Map(
    cases.filter(({ spillAt }) => spillAt !== undefined).map((one) => [one.id, side.spill(one)]),
  );
  side.praiseAfter();
  side.background(cases.filter(({ intent }) => intent === 'complaint').length);
  if (crisis !== undefined) side.crisis(crisis);
  const messages = [
    ...cases.flatMap((one) => one.messages),
    ...side.messages,
    ...pressOf(draw, plan, crisis),
  ];
  return { plan, cases, crisis, spills, messages: messages.toSorted((a, b) => a.at - b.at) };
}
