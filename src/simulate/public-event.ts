import type { DriverId, Tone } from '../model/index.js';
import type { Person } from './people.js';
import { OUTLETS } from './outlets.js';
import { frenchDate } from './paris-time.js';
import type { PublicChannel } from './plan.js';
import {
  addMessage,
  newAuthor,
  newPerson,
  newSubject,
  type OpenCase,
  type World,
  type WorldEvent,
} from './world.js';

const HOUR = 3_600_000;

export const PUBLIC_PLATFORM: Readonly<Record<PublicChannel, string>> = {
  'x-post': 'x',
  'facebook-comment': 'facebook',
  review: 'trustpilot',
};

/** Threads of the brand's page: one post a week carries the comments. */
export function facebookThread(world: World, at: number): string {
  return `fb-${world.sector.brandSlug}-${Math.floor((at - world.plan.startsAt) / (14 * 24 * HOUR))}`;
}

/** Id of the author on the network, and the name shown. */
export function publicAuthor(
  channel: PublicChannel,
  person: Person,
): { authorId: string; authorName: string } {
  if (channel === 'x-post') return { authorId: person.handle, authorName: person.name };
  return { authorId: `${channel}-${person.id}`, authorName: person.name };
}

/** Who signs the public message of a spilled case: the same name or handle, or somebody nobody can recognise. */
function spillAuthor(world: World, oneCase: OpenCase): Person {
  const other = newPerson(world);
  const { person, sharedId } = oneCase;
  if (sharedId === 'name')
    return {
      ...other,
      name: person.name,
      firstName: person.firstName,
      feminine: person.feminine,
      city: person.city,
      register: person.register,
    };
  if (sharedId === 'handle')
    return {
      ...other,
      handle: person.handle,
      feminine: person.feminine,
      city: person.city,
      register: person.register,
    };
  return { ...other, feminine: person.feminine, city: person.city, register: person.register };
}

const PROOFS: Readonly<Partial<Record<string, (oneCase: OpenCase) => string>>> = {
  order: ({ subject }) => `Commande n° ${subject.order}.`,
  email: ({ person }) => `Mon mail : ${person.email}`,
  phone: ({ person }) => `Mon numéro, on ne sait jamais : 0${person.phone.slice(4)}`,
};

/** Plays a public message: the spill of a case, an echo of another message, or a stranger's complaint. */
export function playPublicMessage(
  world: World,
  event: WorldEvent,
): { messageId: string; channel: string; threadId: string; oneCase?: OpenCase | undefined } | undefined {
  const draw = world.draws.public;
  const oneCase = event.spilled;
  const echo =
    oneCase === undefined &&
    event.cause !== undefined &&
    event.cause.channel === 'facebook-comment' &&
    draw.chance(0.6);
  const channel =
    oneCase?.sharedId === 'handle'
      ? 'x-post'
      : echo
        ? 'facebook-comment'
        : draw.weighted(
            event.crisisId === undefined
              ? world.plan.publicChannels
              : { ...world.plan.publicChannels, review: 0 },
          );
  const person =
    oneCase === undefined ? stranger(world, event.crisisId === undefined) : spillAuthor(world, oneCase);
  const subject = oneCase?.subject ?? newSubject(world, event.driver, event.story);
  const proof = oneCase?.sharedId == null ? undefined : PROOFS[oneCase.sharedId]?.(oneCase);
  const said: { title?: string; text: string; sentiment: Tone } = echo
    ? world.writer.meToo(person, subject, event.at)
    : world.writer.publicComplaint(person, subject, channel, event.at, {
        spilled: oneCase !== undefined,
        ...(proof === undefined ? {} : { proof }),
      });
  const threadId =
    channel === 'facebook-comment'
      ? echo
        ? (event.cause?.threadId as string)
        : facebookThread(world, event.at)
      : `${channel}-${world.counter + 1}`;
  const messageId = addMessage(world, {
    platform: PUBLIC_PLATFORM[channel],
    channel,
    stage: 'public',
    kind: channel === 'x-post' ? 'post' : channel === 'review' ? 'review' : 'comment',
    threadId,
    parentId: echo ? event.cause?.messageId : undefined,
    person,
    ...publicAuthor(channel, person),
    sentAt: event.at,
    ...said,
    rating: channel === 'review' ? (said.sentiment === 'negative' ? draw.between(1, 2) : 4) : undefined,
    likes: Math.floor(draw.logNormal(event.crisisId === undefined ? 2 : 14, 1.1)),
    shares:
      channel === 'x-post'
        ? Math.floor(draw.logNormal(event.crisisId === undefined ? 0.7 : 6, 1.2))
        : undefined,
    reach: channel === 'x-post' ? Math.floor(draw.logNormal(300, 1.2)) : undefined,
    caseId: oneCase?.caseId,
    crisisId: event.crisisId,
    drivers: [event.driver] as DriverId[],
    intents: said.sentiment === 'negative' ? ['complaint'] : [],
  });
  if (messageId === undefined) return undefined;
  world.events.push({ at: Math.floor(event.at / 1000) * 1000, type: 1, messageId });
  if (oneCase !== undefined) {
    oneCase.publicIds.push(messageId);
    oneCase.spillChannel = channel;
  }
  if (draw.chance(oneCase === undefined ? 0.35 : 0.6))
    replyOfBrand(world, event, { messageId, channel, threadId, person, oneCase });
  return { messageId, channel, threadId, oneCase: oneCase ?? event.cause?.oneCase };
}

function stranger(world: World, ordinary: boolean): Person {
  const person = ordinary ? newAuthor(world) : newPerson(world);
  const other =
    world.cases.length > 0 && world.draws.public.chance(world.plan.linkErrors)
      ? world.draws.public.pick(world.cases).person
      : undefined;
  return other === undefined
    ? person
    : { ...person, name: other.name, firstName: other.firstName, feminine: other.feminine };
}

interface Answered {
  messageId: string;
  channel: PublicChannel;
  threadId: string;
  person: Person;
  oneCase: OpenCase | undefined;
}

function replyOfBrand(
  world: World,
  event: WorldEvent,
  { messageId, channel, threadId, person, oneCase }: Answered,
): void {
  const subject = oneCase?.subject ?? newSubject(world, event.driver);
  const sentAt = event.at + world.draws.public.logNormal(6, 0.9) * HOUR;
  const id = addMessage(world, {
    platform: PUBLIC_PLATFORM[channel],
    channel,
    stage: 'public',
    kind: channel === 'x-post' ? 'post' : 'comment',
    direction: 'outbound',
    threadId,
    parentId: messageId,
    authorId: world.sector.brandSlug,
    authorName: world.sector.brand,
    sentAt,
    text: world.writer.agentPublic(person, subject, sentAt),
    caseId: oneCase?.caseId,
    crisisId: event.crisisId,
    sentiment: 'neutral',
  });
  if (id !== undefined) oneCase?.publicIds.push(id);
}

/** Plays an article: of a crisis in the order of its texts, else a background one while there are some left. */
export function playArticle(
  world: World,
  event: WorldEvent,
): { messageId: string; channel: string; threadId: string; oneCase?: OpenCase | undefined } | undefined {
  const draw = world.draws.press;
  const key = event.crisisId ?? '',
    nth = world.articles.get(key) ?? 0;
  const texts =
    event.story === undefined ? world.sector.articles[nth] : world.sector.stories[event.story]?.articles[nth];
  if (world.plan.texts && texts === undefined) return undefined;
  world.articles.set(key, nth + 1);
  const article =
    texts === undefined
      ? { title: `Article ${world.counter}`, text: `Article ${world.counter}` }
      : world.writer.article(texts);
  const outlet = draw.pick(OUTLETS);
  const messageId = addMessage(world, {
    platform: 'press',
    channel: 'press',
    stage: 'press',
    kind: 'article',
    direction: 'inbound',
    threadId: `press-${world.counter + 1}`,
    authorName: outlet.author,
    sourceName: outlet.name,
    sentAt: event.at,
    ...article,
    crisisId: event.crisisId,
    sentiment: event.story === undefined ? 'neutral' : 'negative',
    drivers: event.story === undefined ? [] : [event.driver],
    url: `https://${outlet.host}/${frenchDate(event.at)
      .replaceAll(' ', '-')
      .replace(/[^\w-]/g, '')}-${world.counter + 1}.html`,
  });
  if (messageId === undefined) return undefined;
  world.events.push({ at: Math.floor(event.at / 1000) * 1000, type: 2, messageId });
  for (const oneCase of world.cases) {
    const reported =
      event.crisisId !== undefined ? oneCase.crisisId === event.crisisId : oneCase === event.cause?.oneCase;
    if (reported && oneCase.spilledAt !== null && oneCase.spilledAt < event.at) {
      oneCase.articleIds.push(messageId);
      oneCase.pressAt ??= Math.floor(event.at / 1000) * 1000;
    }
  }
  return { messageId, channel: 'press', threadId: messageId };
}
