import { OUTLETS } from '../outlets.js';
import { PUBLIC_PLATFORM } from '../public-event.js';
import type { Person } from '../people.js';
import type { PublicChannel } from '../plan.js';
import { addMessage, type Agenda, bear, type Happening, newSubject, type NewMessage } from './happenings.js';
import { DAY, HOUR, type Setting } from './setting.js';
import { choose } from './sentences.js';
import { worldTexts } from './world-texts.js';
import type { OpenWorldCase, Role, WorldMessage } from './world-truth.js';

/** Who signs: the person as everybody knows them, or somebody nobody can recognise. */
export function hidden(setting: Setting, person: Person): Person {
  const { name, handle } = setting.crowd.alias();
  return {
    ...setting.crowd.person(),
    name,
    handle,
    firstName: name,
    lastName: '',
    city: person.city,
    register: person.register,
  };
}

/** The author of the public message of a case: shares with the private one what was drawn, and nothing else. */
function spillAuthor(setting: Setting, { person, sharedId }: OpenWorldCase): Person {
  const other = hidden(setting, person);
  if (sharedId === 'name') return { ...other, name: person.name, firstName: person.firstName };
  if (sharedId === 'handle') return { ...other, handle: person.handle };
  return other;
}

/** A member of the public: a regular, somebody with a private case, or anybody; some hide behind an alias. */
export function stranger(setting: Setting, regulars: readonly Person[]): Person {
  const draw = setting.draw('strangers');
  if (regulars.length > 0 && draw.chance(setting.knobs.fans)) return draw.pick(regulars);
  if (setting.cases.length > 0 && draw.chance(0.015)) return draw.pick(setting.cases).person;
  const person = setting.crowd.person();
  return draw.chance(setting.knobs.withoutKey) ? hidden(setting, person) : person;
}

export function channelOf(
  setting: Setting,
  oneCase: OpenWorldCase | undefined,
  crisis: boolean,
): PublicChannel {
  const draw = setting.draw('public');
  const shared = oneCase?.sharedId;
  if (shared === 'handle') return 'x-post';
  return draw.weighted(crisis ? { ...setting.publicChannels, review: 0 } : setting.publicChannels);
}

/** Comments of a fortnight stand under one post of the brand. */
const pageThread = (setting: Setting, at: number): string =>
  `fb-${Math.floor((at - setting.startsAt) / (14 * DAY))}`;

interface Said {
  readonly role: Role;
  readonly text: string;
  readonly channel: PublicChannel;
  readonly person: Person;
  readonly at: number;
}

export function post(
  setting: Setting,
  { role, text, channel, person, at }: Said,
  more: Partial<NewMessage> = {},
): WorldMessage | undefined {
  const draw = setting.draw('public'),
    rating =
      more.complaint === true ? draw.between(1, 2) : more.sentiment === 'positive' ? draw.between(4, 5) : 3;
  const titles = worldTexts().public.reviewTitles;
  return addMessage(setting, {
    platform: PUBLIC_PLATFORM[channel],
    channel,
    stage: 'public',
    kind: channel === 'x-post' ? 'post' : channel === 'review' ? 'review' : 'comment',
    threadId:
      channel === 'facebook-comment' ? pageThread(setting, at) : `${channel}-${setting.messages.length + 1}`,
    authorName: person.name,
    authorId: channel === 'x-post' ? person.handle : `${channel}-${person.id}`,
    person,
    sentAt: at,
    role,
    text,
    rating: channel === 'review' ? rating : undefined,
    title:
      channel === 'review'
        ? setting.words.typed(
            more.complaint === true ? titles.negative : titles.positive,
            person,
            newSubjectOf(setting),
            at,
          )
        : undefined,
    likes: Math.floor(draw.logNormal(2, 1.2)),
    shares: channel === 'x-post' ? Math.floor(draw.logNormal(0.8, 1.2)) : undefined,
    reach: channel === 'x-post' ? Math.floor(draw.logNormal(260, 1.3)) : undefined,
    ...more,
  });
}

export const newSubjectOf = (setting: Setting): ReturnType<typeof newSubject> =>
  newSubject(setting, setting.draw('public').weighted(setting.drivers));

/** The brand's public reply to a share of complaints and questions. */
export function replyTo(setting: Setting, message: WorldMessage, person: Person, share: number): void {
  const draw = setting.draw('replies');
  if (!draw.chance(share)) return;
  const sentAt = message.sentAt + draw.logNormal(6, 1) * HOUR;
  addMessage(setting, {
    platform: message.platform,
    channel: message.channel,
    stage: 'public',
    kind: message.channel === 'x-post' ? 'post' : 'comment',
    direction: 'outbound',
    threadId: message.threadId,
    parentId: message.id,
    authorId: setting.sector.brandSlug,
    authorName: setting.sector.brand,
    sentAt,
    text: setting.words.printed(worldTexts().public.replies, person, newSubjectOf(setting), sentAt),
    role: 'publicReply',
    caseId: message.planted.caseId,
    crisisId: message.planted.crisisId,
  });
}

/** Plays a public complaint: of a case, of a stranger, or an echo; what it sets off goes on the agenda. */
export function playComplaint(
  setting: Setting,
  agenda: Agenda,
  happening: Happening,
  regulars: readonly Person[],
): void {
  const draw = setting.draw('public'),
    { spilled, cause, crisisId, driver, product } = happening;
  const echo = spilled === undefined && cause?.stage === 'public';
  const near = echo && cause.channel !== 'review' && draw.chance(0.7);
  const channel = near
    ? (cause.channel as PublicChannel)
    : channelOf(setting, spilled, crisisId !== undefined);
  const person =
    spilled === undefined
      ? stranger(setting, crisisId === undefined ? regulars : [])
      : spillAuthor(setting, spilled);
  const subject = spilled?.subject ?? newSubject(setting, driver, product);
  const short = near && draw.chance(0.6);
  const said = short
    ? setting.words.typed(worldTexts().public.echoes, person, subject, happening.at)
    : setting.words.publicComplaint(person, subject, happening.at, spilled !== undefined);
  const proof =
    spilled?.sharedId === 'order' || (spilled === undefined && draw.chance(0.03))
      ? ` Commande n° ${subject.order}`
      : spilled?.sharedId === 'email'
        ? ` Mon mail : ${spilled.person.email}`
        : spilled?.sharedId === 'phone'
          ? ` Joignable au 0${spilled.person.phone.slice(4)}`
          : '';
  const message = post(
    setting,
    {
      role: spilled === undefined ? (echo ? 'echo' : 'stranger') : 'spill',
      text: said + proof,
      channel,
      person,
      at: happening.at,
    },
    {
      complaint: true,
      driver,
      crisisId,
      caseId: spilled?.caseId,
      causeId: cause?.id,
      ...(near ? { threadId: cause.threadId, parentId: cause.id } : {}),
    },
  );
  if (message === undefined) return;
  if (spilled !== undefined) {
    spilled.publicIds.push(message.id);
    spilled.spillChannel = channel;
  }
  const { echoes, echoHalfLifeMinutes } = setting.knobs,
    { privateByPublic, pressByPublic } = setting.effects;
  bear(setting, agenda, message, echoes, echoHalfLifeMinutes / 60, { type: 1, driver, crisisId, product });
  bear(setting, agenda, message, privateByPublic, 20, {
    type: 0,
    driver,
    crisisId: crisisId?.replace('inner', 'after'),
  });
  const gate = crisisId?.startsWith('inner') === true && spilled !== undefined ? 0.12 : pressByPublic;
  bear(setting, agenda, message, gate, 30, { type: 2, driver, crisisId });
  replyTo(setting, message, person, setting.publicReplyShare);
}

/** Plays an article, and tells the cases whose movement it reports. */
export function playArticle(setting: Setting, agenda: Agenda, happening: Happening): void {
  const draw = setting.draw('press'),
    { crisisId, driver, cause, friendly = false } = happening;
  const { articles, subjects } = worldTexts().public;
  const outlet = draw.pick(OUTLETS);
  const { title, text } = draw.pick(friendly ? articles.ordinary : articles.crisis);
  const subject = newSubject(setting, driver),
    person = setting.crowd.person();
  const both = choose(draw, `${title}\n\n${text}`).replaceAll('{sujet}', subjects[driver] ?? 'sa qualité');
  const [headline = '', ...paragraphs] = setting.words
    .printed([both], person, subject, happening.at)
    .split('\n\n');
  const message = addMessage(setting, {
    platform: 'press',
    channel: 'press',
    stage: 'press',
    kind: 'article',
    threadId: `press-${setting.messages.length + 1}`,
    authorName: outlet.author,
    sourceName: outlet.name,
    sentAt: happening.at,
    title: headline,
    text: paragraphs.join('\n\n'),
    url: `https://${outlet.host}/${setting.messages.length + 1}.html`,
    role: 'article',
    crisisId,
    causeId: cause?.id,
    driver: friendly ? undefined : driver,
    sentiment: friendly ? 'neutral' : 'negative',
  });
  if (message === undefined) return;
  const reported = (one: OpenWorldCase): boolean =>
    crisisId !== undefined
      ? one.crisisId === crisisId
      : cause !== undefined && one.publicIds.includes(cause.id);
  for (const one of setting.cases)
    if (reported(one) && one.spilledAt !== null && one.spilledAt < message.sentAt) {
      one.articleIds.push(message.id);
      one.pressAt ??= message.sentAt;
    }
  if (friendly) return;
  bear(setting, agenda, message, setting.effects.publicByPress, 6, { type: 1, driver, crisisId });
  bear(setting, agenda, message, setting.effects.privateByPress, 24, {
    type: 0,
    driver,
    crisisId: crisisId?.replace('inner', 'after'),
  });
}
