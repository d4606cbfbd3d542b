import type { Draw } from './draw.js';
import { cumulated, spillDelay } from './laws.js';
import { comesAgain, happens, told } from './life.js';
import type { HandMessage, PrivateChannel, Purpose } from './message.js';
import { atWork, type Person } from './names.js';
import type { Plan } from './plan.js';
import { HOUR, awake, staffTime } from './rhythm.js';
import { complaint, drawHand, line, say, staffLine, type Hand, type Matter } from './speak.js';

/** A private case, known to its end, whatever the exports show of it. */
export interface HandCase {
  readonly id: string;
  readonly person: Person;
  readonly channel: PrivateChannel;
  readonly intent: 'complaint' | 'question' | 'praise';
  readonly matter: Matter;
  readonly hand: Hand;
  readonly openedAt: number;
  readonly firstReplyAt: number | undefined;
  readonly resolvedAt: number | undefined;
  readonly resolvedHow: 'words' | 'status' | 'silent' | undefined;
  readonly reopenedAt: number | undefined;
  /** When the desk closed it, for want of an answer or by mistake; that settles nothing. */
  readonly closedAt: number | undefined;
  /** When the person speaks in public; may lie after the quarter. */
  readonly spillAt: number | undefined;
  /** Probability to spill in so many hours from an instant, as long as the case is open. */
  readonly risk: (from: number, hours: number) => number;
  readonly messages: readonly HandMessage[];
}

interface Opening {
  readonly id: string;
  readonly person: Person;
  readonly channel: PrivateChannel;
  readonly intent: HandCase['intent'];
  readonly matter: Matter;
  readonly openedAt: number;
  /** What it says, where that is not drawn. */
  readonly said?: string | undefined;
  /** A supplier, an applicant or an advertiser writes. */
  readonly aside?: boolean | undefined;
}

/** How an answered complaint goes on: when it is settled and how, and what is written meanwhile. */
interface Course {
  resolvedAt?: number;
  resolvedHow?: 'words' | 'status' | 'silent';
  reopenedAt?: number;
}

function titleOf(draw: Draw, intent: HandCase['intent'], matter: Matter): string {
  const subjects: readonly string[] =
    intent === 'complaint'
      ? matter.texts.drivers[matter.driver].subjects
      : ['Question', 'Renseignement', 'Un mot'];
  return say(draw, draw.pick(subjects), matter);
}

type CustomerPart =
  'follow' | 'protest' | 'thanks' | 'detail' | 'selfSolved' | 'polite' | 'relapse' | 'formalNotice';

/** What a customer adds, and what for. */
function wordsOf(
  draw: Draw,
  part: CustomerPart,
  matter: Matter,
  hand: Hand,
  chat: boolean,
): { purpose: Purpose; text: string } {
  if (part === 'relapse' || part === 'formalNotice')
    return {
      purpose: 'protest',
      text:
        matter.texts.life?.[part] === undefined
          ? line(draw, 'protest', matter, hand, chat)
          : told(draw, matter, part),
    };
  const purpose = part === 'selfSolved' ? 'thanks' : part === 'polite' ? 'detail' : part;
  return { purpose, text: line(draw, part, matter, hand, chat) };
}

/** Whether a complaint in a chat comes sentence by sentence. */
const hurried = (draw: Draw, { brand }: Plan, complains: boolean): boolean =>
  complains && brand.hand.bursts > 0 && draw.chance(brand.hand.bursts);

/** The conversation of a case, and its spill by the law of the quarter. */
export function converse(draw: Draw, plan: Plan, opening: Opening): HandCase {
  const { id, person, channel, intent, matter, openedAt } = opening;
  const hand = drawHand(draw),
    chat = channel === 'whatsapp' || channel === 'dm',
    care = plan.care[channel];
  const messages: HandMessage[] = [];
  const write = (
    side: HandMessage['side'],
    purpose: Purpose,
    at: number,
    text: string,
    more: Partial<HandMessage> = {},
  ): void => {
    messages.push({
      id: `${id}-${messages.length}`,
      caseId: id,
      channel,
      side,
      purpose,
      at,
      text,
      title: messages.length === 0 && !chat ? titleOf(draw, intent, matter) : undefined,
      thread: id,
      parent:
        messages.findLast((one) => (side === 'customer' ? one.side === 'staff' : one.side === 'customer'))
          ?.id ?? messages[0]?.id,
      person,
      agent: matter.slots['agent'],
      driver: matter.driver,
      ...more,
    });
  };
  const customer = (part: CustomerPart, at: number): void => {
    const { purpose, text } = wordsOf(draw, part, matter, hand, chat);
    const elsewhere = channel === 'mail' && happens(draw, plan, 'otherAddress');
    if (elsewhere)
      write('customer', purpose, at, `${told(draw, matter, 'otherAddress')} ${text}`.trim(), {
        person: { ...person, email: atWork(person) },
      });
    else write('customer', purpose, at, text);
  };
  const staff = (part: 'reply' | 'solve' | 'answer', at: number): void =>
    write(
      'staff',
      'reply',
      at,
      staffLine(draw, part, matter, plan.brand, person, channel === 'mail' || channel === 'ticket'),
    );

  const called = channel === 'ticket' && intent === 'complaint' && happens(draw, plan, 'callers');
  const settledBefore = intent === 'complaint' && happens(draw, plan, 'settledBefore');
  const text =
    opening.said ??
    (intent === 'complaint'
      ? `${complaint(draw, matter, person, hand, chat)}${settledBefore ? ` ${told(draw, matter, 'settledBefore')}` : ''}`
      : line(draw, intent, matter, hand, chat));
  const noted = called
    ? `${told(draw, matter, 'call')} ${text.split('\n\n').find((part) => part.length > 30) ?? text} ${told(draw, matter, 'callEnd')}`
    : text;
  const inParts = hurried(draw, plan, chat && intent === 'complaint'),
    parts = inParts ? text.split(/(?<=[.!?…]) /) : [noted];
  let said = openedAt;
  if (chat && happens(draw, plan, 'menus')) {
    write('customer', 'detail', said, draw.pick(matter.texts.talk.helloChat) || 'Bonjour');
    write('automatic', 'acknowledge', said + 4000, told(draw, matter, 'menu'));
    write('customer', 'detail', said + 15_000, told(draw, matter, 'choice'));
    said += 50_000;
  }
  for (const [at, part] of parts.entries()) {
    write(
      'customer',
      at === 0 ? (opening.aside ? 'aside' : intent) : 'detail',
      said,
      part,
      called ? { noted: true } : {},
    );
    if (inParts) said += draw.integer(8, 90) * 1000;
  }
  if (chat && happens(draw, plan, 'media'))
    write('customer', 'detail', (said += draw.integer(10, 120) * 1000), '', {
      media: draw.chance(0.5) ? 'voice' : 'photo',
    });
  if (!chat && !called && draw.chance(plan.acknowledged))
    write(
      'automatic',
      'acknowledge',
      openedAt + draw.integer(20, 170) * 1000,
      staffLine(draw, 'acknowledge', matter, plan.brand, person, false),
    );
  if (chat && happens(draw, plan, 'away'))
    write('automatic', 'acknowledge', said + draw.integer(2, 15) * 1000, told(draw, matter, 'away'));
  if (channel === 'ticket' && draw.chance(0.12))
    write(
      'internal',
      'note',
      staffTime(draw, openedAt, draw.between(0.3, 3)),
      say(draw, draw.pick(matter.texts.talk.note), matter),
    );
  const answered = draw.chance(intent === 'praise' ? care.answered * 0.5 : care.answered);
  const firstReplyAt = answered
    ? staffTime(
        draw,
        openedAt,
        draw.logNormal(care.hours, care.sigma) * (happens(draw, plan, 'weeks') ? 10 : 1),
        plan.pauses,
      )
    : undefined;

  const course: Course = {};
  if (settledBefore) {
    course.resolvedAt = openedAt;
    course.resolvedHow = 'words';
    if (firstReplyAt !== undefined) staff('answer', firstReplyAt);
  } else if (intent === 'complaint') {
    let next = openedAt;
    for (const chance of [0.4, 0.35]) {
      next = awake(draw, next + draw.logNormal(48, 0.5) * HOUR);
      if (next >= (firstReplyAt ?? Infinity) || !draw.chance(chance)) break;
      customer('follow', next);
    }
    if (firstReplyAt !== undefined) goOn(draw, plan, channel, firstReplyAt, { course, customer, staff });
    else if (draw.chance(0.1)) {
      course.resolvedAt = awake(draw, next + draw.logNormal(60, 0.6) * HOUR);
      course.resolvedHow = draw.chance(0.5) ? 'words' : 'silent';
      if (course.resolvedHow === 'words') customer('selfSolved', course.resolvedAt);
    }
    comesAgain(draw, plan, {
      id,
      channel,
      matter,
      person,
      hand,
      openedAt,
      firstReplyAt,
      title: () => titleOf(draw, intent, matter),
      write,
    });
  } else if (firstReplyAt !== undefined) staff('answer', firstReplyAt);

  const last = messages.at(-1);
  const closedAt =
    channel === 'ticket' &&
    last?.side === 'staff' &&
    course.resolvedAt === undefined &&
    happens(draw, plan, 'autoClosed')
      ? last.at + 7 * 24 * HOUR
      : undefined;
  if (closedAt !== undefined) write('automatic', 'acknowledge', closedAt, told(draw, matter, 'autoClosed'));
  const closedWrong =
    channel === 'ticket' &&
    last?.side === 'customer' &&
    course.resolvedAt === undefined &&
    happens(draw, plan, 'closedWrong')
      ? staffTime(draw, last.at, 6, plan.pauses)
      : undefined;
  const p = Math.min(
    0.92,
    plan.baseSpill * (plan.byDriver[matter.driver] ?? 1) * (firstReplyAt === undefined ? 1.15 : 1),
  );
  const answeredAfter = firstReplyAt === undefined ? Infinity : (firstReplyAt - openedAt) / HOUR;
  const level = draw.exponential();
  const drawn = openedAt + spillDelay(plan.law, p, answeredAfter, plan.hazardRatio, level) * HOUR;
  const stopped = course.reopenedAt === undefined ? (course.resolvedAt ?? Infinity) : Infinity;
  const spillAt = intent === 'complaint' && drawn < stopped ? awake(draw, drawn) : undefined;
  const risk = (from: number, hours: number): number => {
    const age = (from - openedAt) / HOUR;
    const rise = cumulated(plan.law, p, age + hours) - cumulated(plan.law, p, age);
    return 1 - Math.exp(-rise * (age >= answeredAfter ? plan.hazardRatio : 1));
  };
  return {
    id,
    person,
    channel,
    intent,
    matter,
    hand,
    openedAt,
    firstReplyAt,
    spillAt,
    closedAt: closedAt ?? closedWrong,
    risk,
    resolvedAt: course.resolvedAt,
    resolvedHow: course.resolvedHow,
    reopenedAt: course.reopenedAt,
    messages: messages.toSorted((a, b) => a.at - b.at),
  };
}

interface Voices {
  readonly course: Course;
  readonly customer: (part: CustomerPart, at: number) => void;
  readonly staff: (part: 'reply' | 'solve', at: number) => void;
}

/** From the first human reply on. */
function goOn(
  draw: Draw,
  plan: Plan,
  channel: PrivateChannel,
  replied: number,
  { course, customer, staff }: Voices,
): void {
  const settle = (at: number): void => {
    staff('solve', at);
    const how = draw.weighted(
      plan.settled.map(
        ([one, weight]) => [one === 'status' && channel !== 'ticket' ? 'silent' : one, weight] as const,
      ),
    );
    course.resolvedHow = how;
    course.resolvedAt = how === 'words' ? awake(draw, at + draw.logNormal(5, 0.9) * HOUR) : at;
    if (how === 'words') customer('thanks', course.resolvedAt);
  };
  if (draw.chance(plan.solvedByAnswer)) {
    if (draw.chance(0.55)) settle(replied);
    else {
      staff('reply', replied);
      const detail = awake(draw, replied + draw.logNormal(7, 0.8) * HOUR);
      customer('detail', detail);
      settle(staffTime(draw, detail, draw.logNormal(5, 0.7), plan.pauses));
    }
    if (draw.chance(plan.life?.relapse ?? 0.06) && course.resolvedAt !== undefined) {
      course.reopenedAt = awake(draw, course.resolvedAt + draw.logNormal(90, 0.5) * HOUR);
      customer('relapse', course.reopenedAt);
      delete course.resolvedAt;
      delete course.resolvedHow;
    }
    return;
  }
  staff('reply', replied);
  const { polite } = plan.brand.hand;
  if (polite > 0 && draw.chance(polite))
    customer('polite', awake(draw, replied + draw.logNormal(3, 0.8) * HOUR));
  if (!draw.chance(0.65)) return;
  const protest = awake(draw, replied + draw.logNormal(22, 0.8) * HOUR);
  customer('protest', protest);
  if (!draw.chance(0.6)) return;
  const again = staffTime(draw, protest, draw.logNormal(8, 0.8), plan.pauses);
  if (draw.chance(0.4)) {
    settle(again);
    return;
  }
  staff('reply', again);
  if (happens(draw, plan, 'formal'))
    customer('formalNotice', awake(draw, again + draw.logNormal(100, 0.6) * HOUR));
}
