import type { DriverId } from '../model/index.js';
import { trueSpillProbability } from './case-history.js';
import { type CrisisPlan, PRIVATE_CHANNELS } from './plan.js';
import type { SimulatedCorpus, TrueCase, TrueCopies, TrueCrisis } from './truth.js';
import type { World } from './world.js';

/** What is true of a corpus once all is written. */
export function truthOf(world: World, copies: readonly TrueCopies[]): SimulatedCorpus['truth'] {
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
    people: plan.people,
    acknowledged: plan.acknowledged,
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
