import type { Draw } from './draw.js';
import { happens, told } from './life.js';
import type { HandMessage, PrivateChannel } from './message.js';
import type { Person } from './names.js';
import type { Plan } from './plan.js';
import { HOUR, awake, staffTime } from './rhythm.js';
import { complaint, drawHand, type Matter } from './speak.js';

interface Door {
  readonly person: Person;
  readonly matter: Matter;
  readonly at: number;
  readonly channel: PrivateChannel;
  readonly text: string;
}
type Matters = ReadonlyMap<HandMessage, Matter>;

/** People who complained in public and come in private with the same matter. */
export function publicFirst(draw: Draw, plan: Plan, matters: Matters): Door[] {
  return [...matters].flatMap(([{ person, at }, matter]) => {
    if (person === undefined || !happens(draw, plan, 'publicFirst')) return [];
    const channel = draw.weighted(plan.channels),
      chat = channel === 'whatsapp' || channel === 'dm';
    const text = `${told(draw, matter, 'afterPublic')} ${complaint(draw, matter, person, drawHand(draw), chat)}`;
    return [
      { person, matter, channel, text: text.trim(), at: awake(draw, at + draw.logNormal(26, 0.9) * HOUR) },
    ];
  });
}

/** Direct messages in which staff answers a comment on a network; some of their authors answer. */
export function privateReplies(draw: Draw, plan: Plan, matters: Matters): HandMessage[] {
  return [...matters].flatMap(([{ id, channel, person, at }, matter]) => {
    if (channel !== 'facebook' && channel !== 'instagram') return [];
    if (person === undefined || !happens(draw, plan, 'privateReply')) return [];
    const thread = `o${id.slice(1)}`,
      own = { channel: 'dm', thread, person, driver: matter.driver } as const;
    const asked: HandMessage = {
      ...own,
      id: `${thread}-0`,
      side: 'staff',
      purpose: 'reply',
      at: staffTime(draw, at, draw.logNormal(4, 0.8), plan.pauses),
      text: told(draw, matter, 'privateReply'),
      agent: matter.slots['agent'],
    };
    if (draw.chance(0.4)) return [asked];
    const back = awake(draw, asked.at + draw.logNormal(6, 0.9) * HOUR);
    return [
      asked,
      {
        ...own,
        id: `${thread}-1`,
        side: 'customer',
        purpose: 'detail',
        at: back,
        text: told(draw, matter, 'privateBack'),
        parent: asked.id,
      },
    ];
  });
}
