import type { Draw } from './draw.js';
import type { HandMessage, Purpose } from './message.js';
import { drawPerson, type Person } from './names.js';
import type { Plan } from './plan.js';
import { HOUR, awake, staffTime } from './rhythm.js';
import { complaint, line, say, type Hand, type Matter } from './speak.js';
import type { LifePart } from './texts/texts.js';

export type Range = readonly [low: number, high: number];

/** What happens in the quarters of the later hands alone; shares, but for journalists. */
export interface Life {
  /** A complaint that waits comes again by another private channel. */
  readonly again: number;
  /** A chat is acknowledged at once. */
  readonly away: number;
  /** An answer takes ten times as long. */
  readonly weeks: number;
  /** A complaint is settled when it is written. */
  readonly settledBefore: number;
  /** A ticket comes twice, and the second is merged into the first. */
  readonly merged: number;
  /** Who thanked says so in public too. */
  readonly praised: number;
  /** A review is edited after its answer. */
  readonly edited: number;
  /** A public complaint is met by another who says as much. */
  readonly echoes: number;
  /** Praise by somebody with the name of a private customer. */
  readonly namesakes: number;
  /** Journalists who ask in private. */
  readonly journalists: number;
  /** A mail answers a newsletter. */
  readonly newsletters: number;
  /** Over a half: agents write from their own addresses; exports tell UTC. */
  readonly staffAddress: number;
  readonly utc: number;
  /** What follows is the fourth hand’s alone. A complaint comes by all channels within an hour. */
  readonly atOnce?: number;
  /** An agent opens the ticket of a caller. */
  readonly callers?: number;
  /** A chat holds a voice note or a picture without words. */
  readonly media?: number;
  /** Mails that are none of a customer, for one of theirs. */
  readonly asides?: number;
  /** An answered ticket is rated. */
  readonly surveys?: number;
  /** A ticket whose customer says nothing more is closed by the desk. */
  readonly autoClosed?: number;
  /** Shops answer in public by accounts of their own. */
  readonly franchise?: number;
  /** Over a half: exports of one source overlap; chats are exported by the desk too. */
  readonly overlaps?: number;
  readonly twice?: number;
  /** What follows is the fifth hand’s alone. A chat begins with the menu of a robot. */
  readonly menus?: number;
  /** Who was asked in public to write in private does. */
  readonly invited?: number;
  /** What follows is the sixth hand’s alone. Somebody of the household writes for the same order. */
  readonly household?: number;
  /** Who came by a second channel comes by a third. */
  readonly thirdDoor?: number;
  /** A public reply settles it, and its customer says so there. */
  readonly publicThanks?: number;
  /** A post of the brand is deleted, and its comments stay. */
  readonly deleted?: number;
  /** The desk closes a ticket whose customer waits. */
  readonly closedWrong?: number;
  /** Over some days staff is away, works little, an export has a gap, or the desk is changed: whether it happens in a quarter. */
  readonly shut?: number;
  readonly strike?: number;
  readonly outage?: number;
  readonly moved?: number;
  /** What follows is the seventh hand’s alone. A mail is answered from another address of the same customer. */
  readonly otherAddress?: number;
  /** A second case is of somebody of the household, by the same address and accounts. */
  readonly sharedAccount?: number;
  /** What was settled breaks again; a share of some hundredths where it is not told. */
  readonly relapse?: number;
  /** Who is answered in vain gives notice: a mediator, an authority. */
  readonly formal?: number;
  /** People who only answer others, by complaint. */
  readonly chatter?: number;
  /** A public reply stands under the comment of another. */
  readonly misplaced?: number;
  /** Staff answers a public comment in private. */
  readonly privateReply?: number;
  /** Who complained in public comes in private with the same matter. */
  readonly publicFirst?: number;
  /** Over a half: exports of two public sources begin later than the others. */
  readonly windows?: number;
}
export type LifeRanges = { readonly [What in keyof Life]: Range };

/** Whether it happens; no draw of a hand that knows none of it. */
export const happens = (draw: Draw, { life }: Plan, what: keyof Life): boolean => {
  const share = life?.[what];
  return share !== undefined && draw.chance(share);
};

/** One of the later hands’ lines. */
export const told = (draw: Draw, matter: Matter, part: LifePart): string =>
  say(draw, draw.pick<string>(matter.texts.life?.[part] ?? ['']), matter);

interface Told {
  readonly id: string;
  readonly channel: HandMessage['channel'];
  readonly matter: Matter;
  readonly person: Person;
  readonly hand: Hand;
  readonly openedAt: number;
  readonly firstReplyAt: number | undefined;
  readonly title: () => string;
  readonly write: (
    side: HandMessage['side'],
    purpose: Purpose,
    at: number,
    text: string,
    more: Partial<HandMessage>,
  ) => void;
}

/** A complaint that comes again: by another channel while it waits, or as a second ticket that is merged. */
export function comesAgain(draw: Draw, plan: Plan, one: Told): void {
  const { id, channel, matter, person, hand, openedAt, firstReplyAt, title, write } = one;
  if (channel === 'ticket' && happens(draw, plan, 'merged')) {
    const at = openedAt + draw.between(0.2, 3) * HOUR,
      thread = `${id}m`;
    write('customer', 'follow', at, line(draw, 'follow', matter, hand, false), {
      thread,
      title: title(),
      parent: undefined,
    });
    write('automatic', 'acknowledge', staffTime(draw, at, 2), told(draw, matter, 'merged'), { thread });
  }
  if (happens(draw, plan, 'atOnce')) {
    let at = openedAt;
    for (const [other] of plan.channels.filter(([each]) => each !== channel)) {
      at += draw.between(3, 25) * 60_000;
      const chat = other === 'whatsapp' || other === 'dm',
        thread = `${id}${other.charAt(0)}x`;
      const text = `${draw.chance(0.5) ? `${told(draw, matter, 'elsewhere')} ` : ''}${complaint(draw, matter, person, hand, chat)}`;
      write('customer', 'follow', at, text, {
        channel: other,
        thread,
        parent: undefined,
        title: chat ? undefined : title(),
      });
    }
    return;
  }
  if (matter.order !== undefined && happens(draw, plan, 'household')) {
    const relative = drawPerson(draw, plan.brand.hand, `${person.id}0000`, person),
      at = awake(draw, openedAt + draw.logNormal(40, 0.7) * HOUR),
      order = say(draw, draw.pick(matter.texts.talk.order), matter);
    if (at < (firstReplyAt ?? Infinity))
      write(
        'customer',
        'follow',
        at,
        `${told(draw, matter, 'relative')} ${order} ${complaint(draw, matter, relative, hand, false)}`,
        {
          channel: draw.pick(['mail', 'ticket'] as const),
          thread: `${id}h`,
          parent: undefined,
          person: relative,
          title: title(),
        },
      );
  }
  if (!happens(draw, plan, 'again')) return;
  const at = awake(draw, openedAt + draw.logNormal(30, 0.8) * HOUR);
  if (at >= (firstReplyAt ?? Infinity)) return;
  const other = draw.weighted(plan.channels.filter(([each]) => each !== channel)),
    chat = other === 'whatsapp' || other === 'dm',
    thread = `${id}x`;
  const text = `${told(draw, matter, 'elsewhere')} ${complaint(draw, matter, person, hand, chat)}`;
  const opening = { channel: other, thread, parent: undefined, title: chat ? undefined : title() };
  write('customer', 'follow', at, text, opening);
  if (firstReplyAt !== undefined && draw.chance(0.6))
    write(
      'staff',
      'reply',
      staffTime(draw, firstReplyAt, draw.between(0.5, 4)),
      told(draw, matter, 'elsewhereReply'),
      { channel: other, thread },
    );
  const third = plan.channels.map(([each]) => each).find((each) => each !== channel && each !== other);
  if (third === undefined || !happens(draw, plan, 'thirdDoor')) return;
  const later = awake(draw, at + draw.logNormal(50, 0.6) * HOUR);
  if (later >= (firstReplyAt ?? Infinity)) return;
  const brief = third === 'whatsapp' || third === 'dm';
  write(
    'customer',
    'follow',
    later,
    `${told(draw, matter, 'elsewhere')} ${complaint(draw, matter, person, hand, brief)}`,
    { channel: third, thread: `${id}y`, parent: undefined, title: brief ? undefined : title() },
  );
}
