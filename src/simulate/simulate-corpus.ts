import { playCopies, playNoise } from './corpus-noise.js';
import { truthOf } from './corpus-truth.js';
import { EventHeap } from './event-heap.js';
import { type CrisisPlan, DEFAULT_PLAN, type SimulationPlan } from './plan.js';
import { playPrivateCase } from './private-case.js';
import { playArticle, playPublicMessage } from './public-event.js';
import { FLAT_RHYTHM, PRESS_RHYTHM, rhythmAt, rhythmicTimes } from './rhythm.js';
import type { SimulatedCorpus } from './truth.js';
import { createWorld, type World, type WorldEvent } from './world.js';

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
