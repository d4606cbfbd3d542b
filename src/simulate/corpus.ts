import {
  PRIVATE_CHANNELS,
  type CrisisPlan,
  DEFAULT_PLAN,
  type NoiseKind,
  type SimulationPlan,
} from './plan.js';
import type { DriverId, Harm } from '../model/index.js';
import { trueSpillProbability } from './case-history.js';
import { playPrivateCase } from './private-case.js';
import {
  facebookThread,
  playArticle,
  playPublicMessage,
  PUBLIC_PLATFORM,
  publicAuthor,
} from './public-event.js';
import { FLAT_RHYTHM, PRESS_RHYTHM, rhythmAt, rhythmicTimes } from './rhythm.js';
import type { SimulatedCorpus, TrueCase, TrueCopies, TrueCrisis } from './truth.js';
import { addMessage, createWorld, newPerson, newSubject, type World, type WorldEvent } from './world.js';

const HOUR = 3_600_000;

/**
 * Simulates a corpus with planted truth. Background cases, public messages and articles are immigrants of a branching
 * (Hawkes) process with matrix A and an exponential kernel, following the rhythm of the day and week; each private case then
 * lives its own history of answer, resolution and spill. Crises, travelling texts and noise come on top and excite nothing.
 *
 * @param options what differs from `DEFAULT_PLAN`
 * @returns messages in order of time, and the truth. Same options, same corpus.
 * @throws RangeError when the spectral radius of A is 1 or more, or times are out of order
 *
 * @example
 * simulateCorpus({ seed: 3, endsAt: Date.UTC(2026, 0, 8), texts: false }).truth.cases[0].caseId
 * // → 'case-00001'
 */
export function simulateCorpus(options: Partial<SimulationPlan> = {}): SimulatedCorpus {
  const plan: SimulationPlan = { ...DEFAULT_PLAN, ...options };
  if (!(plan.endsAt > plan.startsAt)) throw new RangeError('endsAt must be after startsAt');
  const world = createWorld(plan);
  queueBackground(world);
  for (const crisis of plan.crises) queueCrisis(world, crisis);
  playQueue(world);
  const copies = plan.copies.map((copy) => playCopies(world, copy.id));
  playNoise(world);
  world.messages.sort((a, b) => a.sentAt - b.sentAt || (a.id < b.id ? -1 : 1));
  world.events.sort((a, b) => a.at - b.at || (a.messageId < b.messageId ? -1 : 1));
  return { messages: world.messages, truth: truthOf(world, copies) };
}

/** Immigrants of the three types. */
function queueBackground(world: World): void {
  const { plan } = world,
    draw = world.draws.process;
  const flat = plan.rhythm === FLAT_RHYTHM;
  for (const type of [0, 1, 2] as const) {
    const rhythm = type === 2 && !flat ? PRESS_RHYTHM : plan.rhythm;
    for (const at of rhythmicTimes(draw, plan.perDay[type], rhythm, plan.startsAt, plan.endsAt)) {
      world.queue.push({ type, at, driver: draw.weighted(plan.drivers) });
    }
  }
}

/** The events of a crisis: each wave starts at its own hour and decays. */
function queueCrisis(world: World, crisis: CrisisPlan): void {
  const draw = world.draws.process;
  const wave = (type: 0 | 1 | 2, n: number, afterHours: number, half: number): void => {
    for (let i = 0; i < n; i++) {
      const from = crisis.startsAt + afterHours * HOUR;
      let at = from;
      // The first one comes when planned; the others when people (or newsrooms) are awake.
      if (i > 0)
        do at = from + draw.exponential(Math.LN2 / half) * HOUR;
        while (!draw.chance(rhythmAt(type === 2 ? PRESS_RHYTHM : world.plan.rhythm, at) / 2.5));
      world.queue.push({ type, at, driver: crisis.driver, crisisId: crisis.id, story: crisis.story });
    }
  };
  wave(0, crisis.privateCases, 0, crisis.halfLifeHours * 1.5);
  wave(1, crisis.publicMessages, crisis.publicAfterHours, crisis.halfLifeHours);
  wave(2, crisis.articles, crisis.pressAfterHours, crisis.halfLifeHours * 2);
}

/** Plays events in order of time; each adds its direct offspring. */
function playQueue(world: World): void {
  const waiting = new EventHeap(world.queue.splice(0));
  for (let event = waiting.pop(); event !== undefined; event = waiting.pop()) {
    if (event.at >= world.plan.endsAt) continue;
    const cause =
      event.type === 0
        ? undefined
        : event.type === 1
          ? playPublicMessage(world, event)
          : playArticle(world, event);
    if (event.type === 0) playPrivateCase(world, event);
    if (event.crisisId === undefined && (event.type === 0 || cause !== undefined)) spawn(world, event, cause);
    for (const next of world.queue.splice(0)) waiting.push(next);
  }
}

function spawn(world: World, event: WorldEvent, cause: WorldEvent['cause']): void {
  const draw = world.draws.process;
  for (const type of [0, 1, 2] as const) {
    const children = draw.poisson(world.plan.branching[type]?.[event.type] ?? 0);
    for (let i = 0; i < children; i++) {
      const driver = draw.chance(0.8) ? event.driver : draw.weighted(world.plan.drivers);
      world.queue.push({
        type,
        at: event.at + draw.exponential(world.plan.decayPerHour) * HOUR,
        driver,
        cause,
      });
    }
  }
}

/** Binary heap of events by time. */
class EventHeap {
  private readonly items: WorldEvent[] = [];
  constructor(events: readonly WorldEvent[]) {
    for (const event of events) this.push(event);
  }

  push(event: WorldEvent): void {
    const items = this.items;
    let at = items.push(event) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((items[parent] as WorldEvent).at <= event.at) break;
      items[at] = items[parent] as WorldEvent;
      at = parent;
    }
    items[at] = event;
  }

  pop(): WorldEvent | undefined {
    const items = this.items,
      first = items[0],
      last = items.pop();
    if (first === undefined || last === undefined || items.length === 0) return first;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      if (child + 1 < items.length && (items[child + 1] as WorldEvent).at < (items[child] as WorldEvent).at)
        child++;
      if ((items[child] as WorldEvent).at >= last.at) break;
      items[at] = items[child] as WorldEvent;
      at = child;
    }
    items[at] = last;
    return first;
  }
}

const HARM: Readonly<Partial<Record<NoiseKind, Harm>>> = { spam: 'spam', scam: 'scam', hate: 'hate' };

/** Messages that are no complaint. */
function playNoise(world: World): void {
  const { plan } = world,
    draw = world.draws.noise;
  for (const [kind, perDay] of Object.entries(plan.noisePerDay) as [NoiseKind, number][]) {
    for (const at of rhythmicTimes(draw, perDay, plan.rhythm, plan.startsAt, plan.endsAt)) {
      const person = newPerson(world),
        driver = draw.weighted(plan.drivers),
        subject = newSubject(world, driver);
      const channel =
        kind === 'praise'
          ? draw.weighted(plan.publicChannels)
          : draw.chance(0.55)
            ? 'facebook-comment'
            : 'x-post';
      const brand = kind === 'brandPost';
      const said = world.writer.noise(kind, person, subject, at);
      const positive = kind === 'praise' || kind === 'thanks';
      addMessage(world, {
        platform: PUBLIC_PLATFORM[channel],
        channel,
        stage: 'public',
        kind: channel === 'x-post' ? 'post' : channel === 'review' ? 'review' : 'comment',
        threadId:
          channel === 'facebook-comment' ? facebookThread(world, at) : `${channel}-${world.counter + 1}`,
        sentAt: at,
        text: said,
        ...(brand
          ? ({
              direction: 'outbound',
              authorId: world.sector.brandSlug,
              authorName: world.sector.brand,
            } as const)
          : { person, ...publicAuthor(channel, person) }),
        ...(channel === 'review'
          ? { rating: draw.between(4, 5), title: world.writer.reviewTitle('positive') }
          : {}),
        likes: Math.floor(draw.logNormal(1.5, 1)),
        shares: channel === 'x-post' ? Math.floor(draw.logNormal(0.4, 1)) : undefined,
        reach: channel === 'x-post' ? Math.floor(draw.logNormal(300, 1.2)) : undefined,
        sentiment: positive ? 'positive' : kind === 'hate' ? 'negative' : 'neutral',
        drivers: kind === 'praise' || kind === 'question' ? [driver] : [],
        intents: kind === 'question' ? ['question'] : kind === 'thanks' ? ['thanks'] : [],
        harms: HARM[kind] === undefined ? [] : [HARM[kind]],
      });
    }
  }
}

/** A travelling text: first in private, then copied in public, with the small changes people make. */
function playCopies(world: World, copyId: string): TrueCopies {
  const copy = world.plan.copies.find(({ id }) => id === copyId),
    draw = world.draws.noise;
  const text = copy === undefined ? undefined : world.sector.stories[copy.story]?.publicMessages[0];
  if (copy === undefined) return { copyId, messageIds: [] };
  const found: { id: string; at: number }[] = [];
  for (let i = 0; i < copy.copies; i++) {
    const person = newPerson(world),
      at = copy.startsAt + (i === 0 ? 0 : draw.exponential(Math.LN2 / copy.halfLifeHours) * HOUR);
    const inPrivate = i === 0 || draw.chance(0.15),
      channel = draw.chance(0.6) ? 'facebook-comment' : 'x-post';
    const said = (text ?? `travelling text ${copyId}`).replaceAll('{marque}', world.sector.brand);
    const changed = draw.chance(0.5)
      ? said
      : draw.pick([
          `${said} 🙏`,
          said.toUpperCase(),
          `Je copie-colle : ${said}`,
          said.replace('!!!', '!'),
          `${said} Merci à toutes`,
        ]);
    const id = addMessage(world, {
      ...(inPrivate
        ? ({
            platform: 'whatsapp',
            channel: 'whatsapp',
            stage: 'private',
            kind: 'message',
            threadId: `whatsapp-${copyId}-${i}`,
            authorId: person.phone,
            authorName: person.phone,
          } as const)
        : ({
            platform: PUBLIC_PLATFORM[channel],
            channel,
            stage: 'public',
            kind: channel === 'x-post' ? 'post' : 'comment',
            threadId: channel === 'x-post' ? `${channel}-${world.counter + 1}` : facebookThread(world, at),
            ...publicAuthor(channel, person),
          } as const)),
      person,
      sentAt: at,
      text: changed,
      likes: inPrivate ? undefined : Math.floor(draw.logNormal(8, 1.2)),
      shares: channel === 'x-post' && !inPrivate ? Math.floor(draw.logNormal(10, 1.2)) : undefined,
      copyId,
      sentiment: 'negative',
      drivers: ['safety'],
      harms: ['rumour'],
    });
    if (id !== undefined) found.push({ id, at });
  }
  return { copyId, messageIds: found.sort((a, b) => a.at - b.at).map(({ id }) => id) };
}

function truthOf(world: World, copies: readonly TrueCopies[]): SimulatedCorpus['truth'] {
  const { plan } = world;
  const channels = PRIVATE_CHANNELS.filter((channel) => (plan.privateChannels[channel] ?? 0) > 0);
  const drivers = (Object.keys(plan.drivers) as DriverId[]).filter(
    (driver) => (plan.drivers[driver] ?? 0) > 0,
  );
  return {
    seed: plan.seed,
    startsAt: plan.startsAt,
    observedUntil: plan.endsAt,
    perDay: plan.perDay,
    branching: plan.branching,
    decayPerHour: plan.decayPerHour,
    answeredHazardRatio: plan.cases.answeredHazardRatio,
    missingIds: plan.missingIds,
    spillProbability: drivers.flatMap((driver) =>
      channels.map((channel) => ({
        driver,
        channel,
        within24h: trueSpillProbability(plan.cases, driver, channel, 24),
        within72h: trueSpillProbability(plan.cases, driver, channel, 72),
        within7d: trueSpillProbability(plan.cases, driver, channel, 168),
        within30d: trueSpillProbability(plan.cases, driver, channel, 720),
      })),
    ),
    cases: world.cases.map(({ person: _person, subject: _subject, ...oneCase }): TrueCase => oneCase),
    crises: plan.crises.map((crisis) => trueCrisis(world, crisis)),
    copies,
    events: world.events,
  };
}

function trueCrisis(world: World, crisis: CrisisPlan): TrueCrisis {
  const inside = world.messages.filter(({ planted }) => planted.crisisId === crisis.id);
  const inbound = inside.filter(({ direction }) => direction === 'inbound');
  const publicOnes = inbound.filter(({ stage }) => stage === 'public'),
    articles = inbound.filter(({ stage }) => stage === 'press');
  return {
    crisisId: crisis.id,
    kind: crisis.kind,
    driver: crisis.driver,
    startsAt: crisis.startsAt,
    firstPublicAt: publicOnes[0]?.sentAt ?? null,
    firstArticleAt: articles[0]?.sentAt ?? null,
    privateCases: world.cases.filter(({ crisisId }) => crisisId === crisis.id).length,
    publicMessages: publicOnes.length,
    articles: articles.length,
    messageIds: inside.map(({ id }) => id),
  };
}
