import type { DriverId } from '../model/index.js';
import { type CaseHistory, drawCaseHistory } from './case-history.js';
import { privateAuthor } from './people.js';
import { PRIVATE_PLATFORM, type PrivateChannel } from './plan.js';
import type { SharedId } from './truth.js';
import {
  addMessage,
  newCustomer,
  newPerson,
  newSubject,
  type OpenCase,
  type World,
  type WorldEvent,
} from './world.js';

const HOUR = 3_600_000;

/** What a public message can share with a private one of this channel, by how often. */
const SHAREABLE: Readonly<Record<PrivateChannel, Readonly<Partial<Record<SharedId, number>>>>> = {
  whatsapp: { phone: 0.5, order: 0.5 },
  'facebook-dm': { name: 0.8, order: 0.2 },
  'instagram-dm': { handle: 0.8, order: 0.2 },
  telegram: { name: 0.7, order: 0.3 },
  email: { name: 0.6, email: 0.1, order: 0.3 },
  ticket: { name: 0.5, email: 0.1, order: 0.4 },
};

/** The first case of a crisis with press: nobody answers, and it goes public when the plan says so. */
function plantedHistory(world: World, event: WorldEvent): CaseHistory | undefined {
  const crisis = world.plan.crises.find(({ id }) => id === event.crisisId);
  if (
    crisis === undefined ||
    crisis.kind === 'storm' ||
    world.cases.some(({ crisisId }) => crisisId === crisis.id)
  )
    return undefined;
  return { answeredHours: null, resolvedHours: null, spilledHours: crisis.publicAfterHours - 0.25 };
}

/** Plays a private case: draws its history, writes its messages, puts its spill in the queue. */
export function playPrivateCase(world: World, event: WorldEvent): void {
  const draw = world.draws.cases;
  const channel = draw.weighted(world.plan.privateChannels);
  const planted = plantedHistory(world, event);
  const history = planted ?? drawCaseHistory(draw, world.plan.cases, event.driver, channel, event.at);
  const drawn = planted === undefined ? newCustomer(world) : newPerson(world),
    drawnSubject = newSubject(world, event.driver, event.story);
  const opening =
    planted === undefined || event.story === undefined
      ? undefined
      : world.sector.stories[event.story]?.opening;
  const person = opening === undefined ? drawn : { ...drawn, register: 'polite' as const };
  const openedAt = Math.floor(event.at / 1000) * 1000;
  const at = (hours: number | null): number | null => {
    const instant = hours === null ? null : Math.floor(openedAt / 1000 + hours * 3600) * 1000;
    return instant !== null && instant < world.plan.endsAt ? instant : null;
  };
  const spilledAt = at(history.spilledHours);
  const oneCase: OpenCase = {
    caseId: `case-${String(world.cases.length + 1).padStart(5, '0')}`,
    personId: person.id,
    person,
    driver: event.driver,
    channel,
    subject: { ...drawnSubject, opening },
    openedAt,
    answeredAt: at(history.answeredHours),
    resolvedAt: at(history.resolvedHours),
    reopenedAt: null,
    spilledAt,
    spillChannel: null,
    sharedId:
      spilledAt === null
        ? null
        : planted === undefined && draw.chance(world.plan.missingIds)
          ? 'none'
          : draw.weighted({
              ...SHAREABLE[channel],
              ...(opening === undefined ? {} : { order: 0, email: 0 }),
            }),
    pressAt: null,
    crisisId: event.crisisId ?? null,
    privateIds: [],
    publicIds: [],
    articleIds: [],
  };
  if (oneCase.resolvedAt !== null && draw.chance(world.plan.cases.reopened))
    oneCase.reopenedAt = at((history.resolvedHours as number) + draw.between(6, 160));
  world.cases.push(oneCase);
  writeConversation(world, oneCase, channel);
  world.events.push({ at: openedAt, type: 0, messageId: oneCase.privateIds[0] as string });
  if (spilledAt !== null)
    world.queue.push({
      type: 1,
      at: spilledAt,
      driver: event.driver,
      crisisId: event.crisisId,
      story: event.story,
      spilled: oneCase,
    });
}

/** Writes the private messages of a case in order of time. */
function writeConversation(world: World, oneCase: OpenCase, channel: PrivateChannel): void {
  const { person, subject, openedAt, answeredAt, resolvedAt, spilledAt, reopenedAt } = oneCase;
  const draw = world.draws.cases,
    writer = world.writer;
  const letter = channel === 'email' || channel === 'ticket';
  // a chat is one thread a person, whatever they come back for
  const threadId = letter ? `${channel}-${oneCase.caseId}` : `${channel}-person-${person.id}`;
  const shared = {
    platform: PRIVATE_PLATFORM[channel],
    channel,
    stage: 'private',
    kind: channel === 'ticket' ? 'ticket' : 'message',
    threadId,
    caseId: oneCase.caseId,
    crisisId: oneCase.crisisId ?? undefined,
    drivers: [oneCase.driver] as DriverId[],
  } as const;
  const keep = (id: string | undefined): void => {
    if (id !== undefined) oneCase.privateIds.push(id);
  };
  const customer = (
    sentAt: number,
    text: string,
    more: {
      title?: string;
      intents: readonly ('complaint' | 'question' | 'request' | 'thanks')[];
      sentiment: 'negative' | 'neutral' | 'positive';
    },
  ): void =>
    keep(addMessage(world, { ...shared, ...privateAuthor(channel, person), person, sentAt, text, ...more }));
  const agent = (sentAt: number, text: string, direction: 'outbound' | 'internal' = 'outbound'): void =>
    keep(
      addMessage(world, {
        ...shared,
        drivers: [],
        direction,
        authorName: `${subject.agent} – ${world.sector.brand}`,
        authorId: `agent-${subject.agent}`,
        sentAt,
        text,
        sentiment: 'neutral',
      }),
    );

  const first = writer.complaint(person, subject, channel, openedAt);
  const said = first.text.includes(subject.order)
    ? ''
    : oneCase.sharedId === 'order'
      ? `Commande n° ${subject.order}.`
      : oneCase.sharedId === 'phone'
        ? `Mon numéro : 0${person.phone.slice(4)}`
        : '';
  const proof = said === '' ? '' : letter ? `\n\nP.-S. ${said}` : ` ${said}`;
  customer(openedAt, first.text + proof, {
    ...(first.title === undefined ? {} : { title: first.title }),
    intents: ['complaint'],
    sentiment: 'negative',
  });
  const machine = channel === 'ticket' ? Math.max(0.5, world.plan.acknowledged) : world.plan.acknowledged;
  if ((letter || channel === 'facebook-dm') && machine > 0 && draw.chance(machine))
    agent(openedAt + 20_000, writer.automatic());
  const waitEnd = Math.min(answeredAt ?? Infinity, spilledAt ?? Infinity, world.plan.endsAt);
  for (
    let at = openedAt + draw.logNormal(26, 0.6) * HOUR, n = 0;
    at < waitEnd && n < 3;
    at += draw.logNormal(40, 0.5) * HOUR, n++
  ) {
    customer(at, writer.reminder(person, subject, at), { intents: ['request'], sentiment: 'negative' });
  }
  if (answeredAt === null) return;
  if (channel === 'ticket' && draw.chance(0.35))
    agent(answeredAt - 60_000 * draw.between(1, 4), writer.note(), 'internal');
  agent(answeredAt, writer.agentAnswer(person, subject, answeredAt));
  const replyAt = answeredAt + draw.logNormal(1.5, 1) * HOUR;
  if (draw.chance(0.6) && replyAt < (resolvedAt ?? Infinity))
    customer(replyAt, writer.answer(person, subject, replyAt), { intents: [], sentiment: 'neutral' });
  if (resolvedAt === null) return;
  if (draw.chance(0.6)) agent(resolvedAt, writer.agentSolved(person, subject, resolvedAt));
  const thanksAt = resolvedAt + draw.between(120, 5400) * 1000;
  if (draw.chance(0.65))
    customer(thanksAt, writer.thanks(person, subject, thanksAt), {
      intents: ['thanks'],
      sentiment: 'positive',
    });
  if (reopenedAt !== null && reopenedAt > thanksAt)
    customer(reopenedAt, writer.reopening(person, subject, reopenedAt), {
      intents: ['complaint'],
      sentiment: 'negative',
    });
}
