import type { DriverId } from '../../model/index.js';
import { CUSTOMER_RHYTHM, PRESS_RHYTHM, rhythmicTimes } from '../rhythm.js';
import { playCampaigns } from './campaigns.js';
import { estimandsOf, crisesOf } from './estimands.js';
import { Agenda } from './happenings.js';
import type { Knobs } from './knobs.js';
import { playNoise } from './noise.js';
import { playCase } from './private-side.js';
import { playQuestion } from './questions.js';
import { playArticle, playComplaint } from './public-side.js';
import { DAY, drawSetting, HOUR, type Setting } from './setting.js';
import { windowsOf, type Windows } from './windows.js';
import type { WorldCase, WorldMessage, WorldTruth } from './world-truth.js';

/** A world: its messages in order of time, those that its exports hold, and what is true. */
export interface SimulatedWorld {
  readonly messages: readonly WorldMessage[];
  /** What is exported, dates as exported. */
  readonly exported: readonly WorldMessage[];
  readonly truth: WorldTruth;
  readonly setting: Setting;
}

/** A public burst to plant beside those of the knobs. */
export interface PlantedCrisis {
  readonly crisisId: string;
  readonly startsAt: number;
  readonly driver: DriverId;
  /** Name of a product of the brand; absent: each message is about any. */
  readonly product?: string | undefined;
  /** Public messages, not counting their echoes; half of what is left comes in `halfLifeHours`. */
  readonly messages: number;
  readonly halfLifeHours: number;
}

/** Share of conversations that are complaints, private and public. */
const COMPLAINT_SHARES: Readonly<Record<Knobs['complaintShares'], readonly [number, number]>> = {
  apart: [0.85, 0.25],
  near: [0.55, 0.5],
};

function planCrises(setting: Setting, agenda: Agenda, planted: readonly PlantedCrisis[]): void {
  const draw = setting.draw('crises'),
    { startsAt, endsAt, knobs } = setting;
  const when = (): number => startsAt + (0.15 + 0.6 * draw.uniform()) * (endsAt - startsAt);
  for (let n = 1; n <= knobs.outsideCrises; n++) {
    const at = when(),
      driver = draw.weighted(setting.drivers),
      crisisId = `outside-${n}`,
      halfLife = draw.logNormal(14, 0.5);
    for (let i = draw.between(60, 160); i > 0; i--)
      agenda.add({ type: 1, at: at + draw.exponential(Math.LN2 / halfLife) * HOUR, driver, crisisId });
    for (let i = draw.between(1, 3); i > 0; i--)
      agenda.add({ type: 2, at: at + draw.between(-6, 30) * HOUR, driver, crisisId });
  }
  for (const { crisisId, startsAt: from, driver, product, messages, halfLifeHours } of planted)
    for (let i = 0; i < messages; i++)
      agenda.add({
        type: 1,
        // the first comes when planned
        at: from + (i === 0 ? 0 : draw.exponential(Math.LN2 / halfLifeHours)) * HOUR,
        driver,
        crisisId,
        product: setting.sector.products.find(({ name }) => name === product),
      });
  if (knobs.innerCrisis === 'none') return;
  const at = when(),
    driver = draw.weighted(setting.drivers);
  for (let i = draw.between(22, 45); i > 0; i--)
    agenda.add({ type: 0, at: at + draw.exponential(Math.LN2 / 40) * HOUR, driver, crisisId: 'inner-1' });
}

/**
 * Draws a world from a seed: who lives in it, what happens, who writes what about it, and what of it the exports show. The
 * same seed gives the same world.
 *
 * @param given knobs to fix; the others are drawn
 * @param plant crises of a world, from its brand and its days; none by default
 *
 * @example
 * simulateWorld(1).truth.seed
 * // → 1
 */
export function simulateWorld(
  seed: number,
  given: Partial<Knobs> = {},
  plant: (setting: Setting) => readonly PlantedCrisis[] = () => [],
): SimulatedWorld {
  const setting = drawSetting(seed, given);
  const { startsAt, endsAt, knobs } = setting,
    days = (endsAt - startsAt) / DAY,
    draw = setting.draw('process');
  const agenda = new Agenda();
  const driverAt = (): DriverId => draw.weighted(setting.drivers);
  for (const at of rhythmicTimes(draw, knobs.cases / days, CUSTOMER_RHYTHM, startsAt, endsAt))
    agenda.add({ type: 0, at, driver: driverAt() });
  const strangers = (knobs.cases * (0.4 + 0.8 * draw.uniform())) / days;
  for (const at of rhythmicTimes(draw, strangers, CUSTOMER_RHYTHM, startsAt, endsAt))
    agenda.add({ type: 1, at, driver: driverAt() });
  for (const at of rhythmicTimes(draw, 0.03 + 0.1 * draw.uniform(), PRESS_RHYTHM, startsAt, endsAt))
    agenda.add({ type: 2, at, driver: driverAt(), friendly: true });
  planCrises(setting, agenda, plant(setting));

  const regulars = Array.from({ length: 25 }, () => setting.crowd.person());
  for (let item = agenda.next(); item !== undefined; item = agenda.next()) {
    if (item.at >= endsAt || item.at < startsAt) continue;
    if (item.type === 0) playCase(setting, agenda, item);
    else if (item.type === 1) playComplaint(setting, agenda, item, regulars);
    else playArticle(setting, agenda, item);
  }
  const [inPrivate, inPublic] = COMPLAINT_SHARES[knobs.complaintShares];
  const others = (complaints: number, share: number): number => (complaints * (1 - share)) / share / days;
  const posts = setting.messages.filter(({ stage, complaint }) => stage === 'public' && complaint).length;
  rhythmicTimes(draw, others(setting.cases.length, inPrivate), CUSTOMER_RHYTHM, startsAt, endsAt).forEach(
    (at, i) => playQuestion(setting, at, i),
  );
  for (const at of rhythmicTimes(draw, others(posts, inPublic), CUSTOMER_RHYTHM, startsAt, endsAt))
    playNoise(setting, at, regulars);
  playCampaigns(setting);
  return finish(setting);
}

function finish(setting: Setting): SimulatedWorld {
  const messages = setting.messages.toSorted((a, b) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1));
  const windows = windowsOf(setting);
  const exported = strayed(setting, shown(setting, messages, windows));
  const cases: WorldCase[] = setting.cases.map(({ person: _person, subject: _subject, ...one }) => one);
  return {
    messages,
    exported,
    setting,
    truth: {
      seed: setting.seed,
      knobs: setting.knobs,
      brand: setting.sector.brand,
      startsAt: setting.startsAt,
      endsAt: setting.endsAt,
      windows,
      estimands: estimandsOf(setting, exported),
      crises: crisesOf(setting),
      cases,
    },
  };
}

/** What the exports hold: messages in their stage's window; public replies where they are exported. */
function shown(setting: Setting, messages: readonly WorldMessage[], windows: Windows): WorldMessage[] {
  return messages.filter(
    ({ stage, sentAt, role }) =>
      sentAt >= windows[stage][0] &&
      sentAt < windows[stage][1] &&
      (role !== 'publicReply' || setting.knobs.publicReplies === 'exported'),
  );
}

/** One public message or article whose date is wrong by years, where the world has one. */
function strayed(setting: Setting, messages: readonly WorldMessage[]): WorldMessage[] {
  const { strayDate } = setting.knobs;
  if (strayDate === 'none') return [...messages];
  const draw = setting.draw('stray');
  const stage =
    draw.chance(0.5) && messages.some((message) => message.stage === 'press') ? 'press' : 'public';
  const one = draw.pick(
    messages.filter(
      (message) =>
        message.stage === stage && message.planted.caseId === undefined && message.direction === 'inbound',
    ),
  );
  const shift = (strayDate === 'late' ? 1 : -1) * draw.pick([366, 730, 2922]) * DAY;
  return messages
    .map((message) =>
      message === one ? { ...message, sentAt: message.sentAt + shift, trueAt: message.sentAt } : message,
    )
    .toSorted((a, b) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1));
}
