import type { DriverId } from '../../model/index.js';
import type { Person } from '../people.js';
import type { PrivateChannel } from '../plan.js';
import type { SharedId } from '../truth.js';
import { type Agenda, type Happening, newSubject, type NewMessage } from './happenings.js';
import { HOUR, type Setting } from './setting.js';
import { type CaseLaw, drawHistory } from './spill-law.js';
import { machines, openTalk } from './talk.js';
import { worldTexts } from './world-texts.js';
import type { OpenWorldCase, WorldMessage } from './world-truth.js';

/** What both sides can have in common, by how often, where there is something. */
const SHAREABLE: Readonly<Record<PrivateChannel, Readonly<Partial<Record<SharedId, number>>>>> = {
  whatsapp: { order: 0.75, phone: 0.25 },
  'facebook-dm': { name: 0.85, order: 0.15 },
  'instagram-dm': { handle: 0.75, order: 0.25 },
  telegram: { name: 0.75, order: 0.25 },
  email: { name: 0.6, order: 0.35, email: 0.05 },
  ticket: { name: 0.45, order: 0.5, email: 0.05 },
};

/** Somebody new, or for a share of cases somebody who had one before. */
export function customerOf(setting: Setting): Person {
  const draw = setting.draw('customers');
  return setting.cases.length > 5 && draw.chance(setting.knobs.severalCases)
    ? draw.pick(setting.cases).person
    : setting.crowd.person();
}

function lawOf(
  setting: Setting,
  driver: DriverId,
  channel: PrivateChannel,
  identified: boolean,
  inner: boolean,
): CaseLaw {
  const { knobs } = setting;
  return {
    law: knobs.spillLaw,
    halfLifeHours: knobs.spillHalfLifeHours,
    hazard:
      -Math.log(1 - knobs.spill) *
      (setting.driverHazard[driver] ?? 1) *
      setting.channelHazard[channel] *
      (identified ? 1 : 1.7) *
      (inner ? 3 : 1),
    hazardRatio: knobs.hazardRatio,
    answerMedianHours: setting.answerMedianHours[channel],
    answerSigma: 1.1,
    neverAnswered: setting.neverAnswered,
    resolvedPerHour: identified ? setting.resolvedPerHour : 0,
  };
}

/** Plays a private complaint: draws its history, writes its messages, puts its spill on the agenda. */
export function playCase(setting: Setting, agenda: Agenda, happening: Happening): void {
  const draw = setting.draw('cases'),
    { driver, crisisId } = happening;
  const channel = draw.weighted(setting.privateChannels);
  const identified = !draw.chance(setting.knobs.unidentified);
  const law = lawOf(setting, driver, channel, identified, crisisId?.startsWith('inner') ?? false);
  const history = drawHistory(draw, law);
  const openedAt = Math.floor(happening.at / 1000) * 1000;
  const at = (hours: number): number | null => {
    const instant = Math.floor(openedAt / 1000 + hours * 3600) * 1000;
    return instant < setting.endsAt ? instant : null;
  };
  const spilledAt = at(history.spilled);
  const person = customerOf(setting);
  const oneCase: OpenWorldCase = {
    caseId: `case-${String(setting.cases.length + 1).padStart(4, '0')}`,
    personId: person.id,
    person,
    subject: newSubject(setting, driver),
    driver,
    channel,
    secondChannel: null,
    openedAt,
    answeredAt: at(history.answered),
    resolvedAt: at(history.resolved),
    spilledAt,
    spilledHours: Number.isFinite(history.spilled) ? history.spilled : null,
    spillChannel: null,
    sharedId:
      spilledAt === null
        ? null
        : draw.chance(setting.knobs.withoutKey)
          ? 'none'
          : draw.weighted(SHAREABLE[channel]),
    identified,
    crisisId: crisisId ?? null,
    pressAt: null,
    law,
    privateIds: [],
    publicIds: [],
    articleIds: [],
  };
  setting.cases.push(oneCase);
  const first = converse(setting, oneCase, happening.cause?.id);
  if (spilledAt !== null)
    agenda.add({ type: 1, at: spilledAt, driver, crisisId, spilled: oneCase, cause: first });
}

function proofOf({ sharedId, subject, person }: OpenWorldCase, chance: boolean): string {
  if (sharedId === 'order' || (sharedId !== 'none' && chance)) return `Commande n° ${subject.order}`;
  return sharedId === 'phone' ? `Mon tél : 0${person.phone.slice(4)}` : '';
}

/** Writes the private messages of a case; gives the first one. */
function converse(
  setting: Setting,
  oneCase: OpenWorldCase,
  causeId: string | undefined,
): WorldMessage | undefined {
  const { person, subject, channel, openedAt, answeredAt, resolvedAt, spilledAt, identified } = oneCase;
  const draw = setting.draw('talks'),
    { words } = setting,
    said = worldTexts().conversation;
  const letter = channel === 'email' || channel === 'ticket';
  const talk = openTalk(setting, channel, `${channel}-${oneCase.caseId}`, person, subject, oneCase);
  const proof = proofOf(oneCase, draw.chance(0.25));
  const text = words.complaint(person, subject, openedAt, letter);
  const hello = !letter && draw.chance(0.15);
  const typed = (list: readonly string[], when: number): string => words.typed(list, person, subject, when);
  const printed = (list: readonly string[], when: number): string =>
    words.printed(list, person, subject, when);
  if (hello && channel !== 'whatsapp') talk.customer(openedAt - 40_000, 'Bonjour', { role: 'detail' });
  const first = talk.customer(openedAt, proof === '' ? text : `${text}${letter ? '\n\n' : ' '}${proof}`, {
    role: 'complaint',
    complaint: true,
    causeId,
    mail: undefined,
    ...(letter ? { title: typed(said.mailSubjects, openedAt) } : {}),
    ...(channel === 'ticket' ? { ticket: careTicket(setting, oneCase) } : {}),
  });
  machines(setting, talk, channel, person, subject, openedAt);
  const waitEnd = Math.min(answeredAt ?? Infinity, spilledAt ?? Infinity, setting.endsAt);
  let at = openedAt + draw.logNormal(22, 0.7) * HOUR;
  for (let n = 0; at < waitEnd && n < 3; n++, at += draw.logNormal(45, 0.6) * HOUR)
    talk.customer(at, typed(said.reminders, at), { role: 'followup', sentiment: 'negative' });
  comeBackElsewhere(setting, oneCase, waitEnd);
  if (answeredAt === null) return first;
  if (channel === 'ticket' && draw.chance(0.3))
    talk.brand(answeredAt - 150_000, draw.pick(said.notes), { role: 'note', direction: 'internal' });
  talk.brand(answeredAt, printed(identified ? said.agentAnswers : said.agentMissed, answeredAt), {
    role: 'answer',
  });
  const replyAt = answeredAt + draw.logNormal(2, 1) * HOUR;
  if (replyAt < (resolvedAt ?? Infinity) && draw.chance(0.6)) {
    const cross = !identified || draw.chance(0.2);
    talk.customer(replyAt, typed(cross ? said.dissatisfied : said.replies, replyAt), {
      role: cross ? 'dissatisfied' : 'detail',
      complaint: cross,
    });
  }
  if (resolvedAt === null) return first;
  const byCustomer = setting.knobs.resolutionSaidBy === 'customer' ? 0.8 : 0.3;
  const thanks = draw.chance(byCustomer);
  if (!thanks || draw.chance(0.3))
    talk.brand(resolvedAt - (thanks ? 1800_000 : 0), printed(said.agentSolved, resolvedAt), {
      role: 'solved',
    });
  if (thanks)
    talk.customer(resolvedAt, typed(said.thanks, resolvedAt), { role: 'thanks', sentiment: 'positive' });
  return first;
}

/** Type, tags and status that the care tool shows: those of a complaint, or of something else where nobody saw one. */
function careTicket(
  setting: Setting,
  { identified, resolvedAt, answeredAt, driver }: OpenWorldCase,
): NewMessage['ticket'] {
  const draw = setting.draw('care');
  return {
    type: identified ? draw.pick(['incident', 'problem']) : 'question',
    tags: identified ? ['reclamation', driver] : [draw.pick(['info_produit', 'suggestion', 'compliment'])],
    status: resolvedAt !== null ? 'solved' : answeredAt === null ? 'new' : identified ? 'open' : 'closed',
  };
}

/** One person in twelve who waits tries another private channel: the same case in a second thread. */
function comeBackElsewhere(setting: Setting, oneCase: OpenWorldCase, waitEnd: number): void {
  const draw = setting.draw('elsewhere');
  const at = oneCase.openedAt + draw.logNormal(30, 0.6) * HOUR;
  if (!(at < waitEnd) || !draw.chance(0.12)) return;
  const channel = draw.weighted({ ...setting.privateChannels, [oneCase.channel]: 0 });
  oneCase.secondChannel = channel;
  const talk = openTalk(
    setting,
    channel,
    `${channel}-${oneCase.caseId}-b`,
    oneCase.person,
    oneCase.subject,
    oneCase,
  );
  const letter = channel === 'email' || channel === 'ticket';
  const { words } = setting;
  talk.customer(at, words.complaint(oneCase.person, oneCase.subject, at, letter), {
    role: 'complaint',
    complaint: true,
    ...(letter
      ? { title: words.typed(worldTexts().conversation.mailSubjects, oneCase.person, oneCase.subject, at) }
      : {}),
    ...(channel === 'ticket' ? { ticket: careTicket(setting, oneCase) } : {}),
  });
}
