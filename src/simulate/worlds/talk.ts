import type { Subject } from '../compose.js';
import { type Person, privateAuthor } from '../people.js';
import { PRIVATE_PLATFORM, type PrivateChannel } from '../plan.js';
import { addMessage, type NewMessage } from './happenings.js';
import type { Setting } from './setting.js';
import { worldTexts } from './world-texts.js';
import type { OpenWorldCase, WorldMessage } from './world-truth.js';

/** A conversation on one private channel, written message by message. */
export interface Talk {
  customer(
    at: number,
    text: string,
    more: Partial<NewMessage> & Pick<NewMessage, 'role'>,
  ): WorldMessage | undefined;
  brand(
    at: number,
    text: string,
    more: Partial<NewMessage> & Pick<NewMessage, 'role'>,
  ): WorldMessage | undefined;
  notice(at: number): void;
}

const LETTERS: ReadonlySet<PrivateChannel> = new Set(['email', 'ticket']);

/** Opens a conversation on a private channel. A chat has one thread a person, whatever they come back for; letters and tickets have their own. */
export function openTalk(
  setting: Setting,
  channel: PrivateChannel,
  talkId: string,
  person: Person,
  subject: Subject,
  oneCase?: OpenWorldCase,
): Talk {
  const draw = setting.draw('talks');
  const shared = {
    platform: PRIVATE_PLATFORM[channel],
    channel,
    stage: 'private',
    kind: channel === 'ticket' ? 'ticket' : 'message',
    threadId: LETTERS.has(channel) ? talkId : `${channel}-person-${person.id}`,
    talkId,
    caseId: oneCase?.caseId,
    crisisId: oneCase?.crisisId ?? undefined,
  } as const;
  let count = 0;
  const keep = (message: WorldMessage | undefined): WorldMessage | undefined => {
    if (message !== undefined) {
      count++;
      oneCase?.privateIds.push(message.id);
    }
    return message;
  };
  const answers = (): NewMessage['mail'] =>
    channel === 'email' && count > 0 && draw.chance(setting.knobs.brokenThreads)
      ? { answers: draw.pick(['first', 'nothing', 'foreign'] as const) }
      : undefined;
  return {
    customer: (sentAt, text, more) =>
      keep(
        addMessage(setting, {
          ...shared,
          ...privateAuthor(channel, person),
          person,
          sentAt,
          text,
          mail: answers(),
          driver: more.complaint === true ? subject.driver : undefined,
          ...more,
        }),
      ),
    brand: (sentAt, text, more) =>
      keep(
        addMessage(setting, {
          ...shared,
          direction: 'outbound',
          authorName: `${subject.agent} – ${setting.sector.brand}`,
          authorId: `agent-${subject.agent}`,
          sentAt,
          text,
          mail: answers(),
          ...more,
        }),
      ),
    notice(sentAt) {
      const text = draw.pick(worldTexts().conversation.service);
      keep(
        addMessage(setting, {
          ...shared,
          kind: 'system',
          role: 'service',
          speech: 'service',
          authorName: '',
          sentAt,
          text,
        }),
      );
    },
  };
}

/** The machine's answer and the notices of the service, where the world has them. */
export function machines(
  setting: Setting,
  talk: Talk,
  channel: PrivateChannel,
  person: Person,
  subject: Subject,
  at: number,
): void {
  const draw = setting.draw('machines');
  const { automatic } = worldTexts().conversation;
  if (channel === 'whatsapp' && draw.chance(setting.knobs.serviceNotices))
    talk.notice(at + draw.between(-90, 90_000) * 1000);
  if (
    (channel === 'email' || channel === 'ticket' || channel === 'facebook-dm') &&
    draw.chance(setting.knobs.acknowledgements)
  ) {
    const text = automatic[setting.seed % automatic.length] as string;
    talk.brand(at + draw.between(2, 70) * 1000, setting.words.printed([text], person, subject, at), {
      role: 'automatic',
      speech: 'automatic',
      authorName: setting.sector.brand,
      authorId: 'automatic',
    });
  }
}
