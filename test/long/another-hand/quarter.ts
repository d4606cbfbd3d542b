import { converse, type HandCase } from './conversation.js';
import { crisisOf, type Crisis } from './crisis.js';
import { Draw } from './draw.js';
import { happens, told } from './life.js';
import type { HandMessage, PrivateChannel } from './message.js';
import { drawPerson, type Person } from './names.js';
import { privateReplies, publicFirst } from './doors.js';
import { drawPlan, type Plan } from './plan.js';
import { pressOf } from './press.js';
import { PublicSide } from './public-side.js';
import { HOUR, awake, customerTime, staffTime } from './rhythm.js';
import { drawMatter } from './speak.js';
import { DRIVER_NAMES } from './texts/texts.js';

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
  /** Somebody of the household of another, by the same address and accounts. */
  const sharing = (known: Person): Person => {
    const { email, phone, handle, nick } = known;
    const person = {
      ...drawPerson(draw, plan.brand.hand, `p${people.length}`, known),
      email,
      phone,
      handle,
      nick,
    };
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
    aside = false,
    channel?: PrivateChannel,
    known?: HandCase['intent'],
  ): void => {
    const intent =
      known ??
      (said === undefined && draw.chance(plan.complaints)
        ? 'complaint'
        : aside
          ? 'praise'
          : draw.weighted([
              ['question', said === undefined ? 3 : 1],
              ['praise', said === undefined ? 1 : 0],
            ] as const));
    cases.push(
      converse(draw, plan, {
        id: `c${cases.length}`,
        person,
        channel: channel ?? (said === undefined ? draw.weighted(plan.channels) : 'mail'),
        intent,
        matter,
        openedAt,
        said,
        aside,
      }),
    );
  };
  while (cases.length < plan.cases) {
    const known = cases.length > 40 && draw.chance(plan.secondCase) ? draw.pick(cases).person : undefined;
    const kin = known !== undefined && happens(draw, plan, 'sharedAccount') ? sharing(known) : known;
    open(kin ?? stranger(), customerTime(draw, plan.opens, plan.end));
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

  for (let i = Math.floor((plan.life?.asides ?? 0) * plan.cases * 0.25); i > 0; i--) {
    const matter = drawMatter(draw, plan.brand, draw.weighted(plan.drivers));
    open(stranger(), customerTime(draw, plan.opens, plan.end), matter, told(draw, matter, 'aside'), true);
  }

  const side = new PublicSide(draw, plan, stranger, cases);
  const spills = new Map(
    cases.filter(({ spillAt }) => spillAt !== undefined).map((one) => [one.id, side.spill(one)]),
  );
  side.praiseAfter();
  side.background(cases.filter(({ intent }) => intent === 'complaint').length);
  for (const { said, answer } of side.answered()) {
    if (said.person === undefined || !happens(draw, plan, 'invited')) continue;
    const { person, driver } = said;
    const matter = drawMatter(
      draw,
      plan.brand,
      DRIVER_NAMES.find((one) => one === driver) ?? 'delivery',
      person,
    );
    open(person, awake(draw, answer.at + draw.logNormal(3, 0.8) * HOUR), matter, undefined, false, 'dm');
    const one = cases.at(-1);
    if (one?.spillAt !== undefined) spills.set(one.id, side.spill(one));
  }
  for (const door of publicFirst(draw, plan, side.matters)) {
    open(door.person, door.at, door.matter, door.text, false, door.channel, 'complaint');
    const one = cases.at(-1);
    if (one?.spillAt !== undefined) spills.set(one.id, side.spill(one));
  }
  const aside = privateReplies(draw, plan, side.matters);
  if (crisis !== undefined) side.crisis(crisis);
  const messages = [
    ...cases.flatMap((one) => one.messages),
    ...side.messages,
    ...aside,
    ...surveys(draw, plan, cases),
    ...pressOf(draw, plan, crisis),
  ];
  return { plan, cases, crisis, spills, messages: messages.toSorted((a, b) => a.at - b.at) };
}

/** Ratings of answers to tickets, some with a word; nobody waits for an answer to one. */
function surveys(draw: Draw, plan: Plan, cases: readonly HandCase[]): HandMessage[] {
  return cases.flatMap(({ id, channel, person, matter, messages, resolvedAt }) => {
    const answer = messages.findLast(({ side }) => side === 'staff');
    if (channel !== 'ticket' || answer === undefined || !happens(draw, plan, 'surveys')) return [];
    const good = resolvedAt !== undefined && draw.chance(0.85);
    const text = draw.chance(0.5) ? told(draw, matter, good ? 'surveyGood' : 'surveyBad') : '';
    const at = awake(draw, answer.at + draw.logNormal(20, 0.6) * HOUR);
    const rating = good ? draw.integer(4, 5) : draw.integer(1, 2);
    return [
      {
        id: `s${id}`,
        caseId: id,
        channel,
        side: 'customer',
        purpose: 'survey',
        at,
        text,
        thread: id,
        person,
        rating,
      },
    ];
  });
}
