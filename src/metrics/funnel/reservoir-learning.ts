import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { NotMeasured } from '../../stats/measured.js';
import { zoneOffset } from '../../util/zones.js';
import type { Bilingual } from '../make-metric.js';
import { adjustmentsOf, riskCases, type RiskCase } from './answer-spells.js';
import { foundSpills, type FoundSpills } from './found-spills.js';
import { oncePerCorpus } from '../memo.js';
import {
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
  type ResolvedFunnelOptions,
} from './funnel-cases.js';
import { levelOf, pastHours, riskSpread, type Level, type PastHours } from './reservoir-level.js';
import {
  fitReservoir,
  learntDays,
  type CaseDay,
  type OpenCase,
  type ReservoirModel,
} from './reservoir-model.js';
import { spillsOf } from './spill-cases.js';

export const HOUR = 3_600_000;
export const LEAST_SPILLS = 5;

export const RESERVOIR_METHOD: Bilingual = {
  fr: 'Dossiers privés sans trace de résolution ni débordement vu, de moins de 60 jours : ceux où le client attend (sans aucune réponse, ou plainte, question ou protestation depuis la dernière réponse), et ceux où, la réponse reçue, il s’est tu, réglés ou non. Niveau : leurs 24 heures à venir, au rythme auquel débordaient par le passé les dossiers du même âge et dans le même état (en attente ou non), tant que les exports publics observaient, rapporté à la part des débordements que les rattachements retrouvent (celle du taux de débordement, moins les rattachements faibles et les débordements dits réglés avant, que ce rythme ne compte pas). Qui attend est supposé attendre encore. Intervalle : lois gamma (Fay et Feuer 1997 ; borne haute de Tiwari, Clegg et Zou 2006), tirées avec la part retrouvée, élargies de ce que motifs et canaux diffèrent (qui reste ouvert n’est pas la moyenne) ; borne basse sur les seuls rattachements sûrs à plus de 95 % ; les exports finissent entre leur dernier message et minuit ; nombre de débordements attendu entre deux bornes : loi de Poisson par-dessus. Chance de chaque dossier : régression logistique à temps discret sur les jours-dossiers passés (âge, réponse reçue ou non, colère du premier message, canal et motif si les données suffisent), pénalité ridge, remise d’aplomb par classe d’âge. Les étiquettes de plaintes de l’utilisateur n’y entrent pas : un dossier lu à tort comme une plainte compte parmi ces dossiers et abaisse d’autant leur rythme, ce qui s’annule, et elles ne disent rien de ce qui reste ouvert.',
  en: 'Private cases without a trace of resolution and not seen to spill, younger than 60 days: those where the customer waits (never answered, or a complaint, question or protest since the last answer), and those where, once answered, the customer fell silent, settled or not. Level: their next 24 hours at the rate at which cases of the same age and state (waiting or answered) spilled in the past, while public exports watched, over the share of spills that links find (that of the spill rate, less faint links and spills told resolved before, which that rate does not count). Whoever waits is taken to wait on. Interval: gamma laws (Fay & Feuer 1997; upper bound of Tiwari, Clegg & Zou 2006), drawn together with the share found, widened by what drivers and channels differ by (who is open is not the average); the bound below stands on links surer than 95 % alone; exports end between their last message and midnight; range of the number of spills: a Poisson law on top. Chance of each case: discrete-time logistic regression on past case-days (age, answered or not, anger of the first message, channel and driver where data allow), ridge penalty, set right by class of age. A user’s labels of complaints are not used: a case wrongly read as a complaint counts among these cases and lowers their rate as much, which cancels, and labels say nothing of what stays open.',
};
export const OPEN_CASES: Bilingual = {
  fr: 'dossiers privés sans trace de résolution',
  en: 'private cases without a trace of resolution',
};

export interface Reservoir {
  readonly cases: readonly RiskCase[];
  readonly at: number;
  /** Hours by which the exports may end later: until the end of that day. */
  readonly slack: number;
  readonly past: PastHours;
  /** Relative variance of risk between cases of one age and state. */
  readonly spread: number;
  readonly found: FoundSpills;
  /** The share of the spills that the events of `past` are. */
  readonly counted: FoundSpills;
  /** Absent with fewer spills than tell single cases apart. */
  readonly model?: ReservoirModel;
}

const watchedKnown = new WeakMap<readonly RiskCase[], Promise<readonly RiskCase[]>>();

/** Cases while public sources watch them: what came later can't be seen, and who was never watched teaches nothing. Once for the same cases; a failure is forgotten. */
export function watchedCases(corpus: CorpusTables, cases: readonly RiskCase[]): Promise<readonly RiskCase[]> {
  const known = watchedKnown.get(cases) ?? whileWatched(corpus, cases);
  watchedKnown.set(cases, known);
  known.catch(() => watchedKnown.delete(cases));
  return known;
}

async function whileWatched(corpus: CorpusTables, cases: readonly RiskCase[]): Promise<readonly RiskCase[]> {
  const { cases: spills, observation } = await spillsOf(corpus);
  if (observation.byStage.public.length === 0) return cases;
  const known = new Map(spills.map((one) => [one.caseId, one]));
  return cases.flatMap((one) => {
    const { followed: watched = 0, probability: chance = 1 } = known.get(one.caseId) ?? {};
    if (one.end <= watched || (one.spilled && watched > 0)) return [{ ...one, chance }];
    return watched > 0 ? [{ ...one, chance, end: watched, spilled: false, resolved: false }] : [];
  });
}

/** Exports that end within so many hours of each other were made together. */
const TOGETHER = 24;

/**
 * The end of the exports, in hours since 1970, and the cases as they stand then. Where public sources watch a little longer than the last
 * private message, the exports end with them: else the last to have written would always be a newcomer, at the height of its risk.
 */
export async function atTheEnd(
  corpus: CorpusTables,
  cases: readonly RiskCase[],
): Promise<{ readonly at: number; readonly cases: readonly RiskCase[] }> {
  const last = cases.reduce((latest, { until }) => Math.max(latest, until), -Infinity),
    { cases: spills, observation } = await spillsOf(corpus),
    watched = (observation.observedUntil.public ?? -Infinity) / HOUR;
  if (!(watched > last && watched <= last + TOGETHER)) return { at: last, cases };
  const spilled = new Map(spills.filter((one) => one.spilled).map(({ caseId, lag }) => [caseId, lag]));
  return {
    at: watched,
    cases: cases.map((one) => {
      const end = spilled.get(one.caseId);
      if (one.spilled || one.resolved || end === undefined || one.opened + end > watched)
        return { ...one, until: watched, end: one.spilled || one.resolved ? one.end : watched - one.opened };
      return { ...one, until: watched, end, spilled: true };
    }),
  };
}

/** Hours until the end of a day: exports are asked for by days, and only their last message is known. */
function restOfDay(at: number, zone: string): number {
  const local = at + zoneOffset(zone, at * HOUR) / HOUR;
  return (Math.floor(local / 24) + 1) * 24 - local;
}

const NO_SPILL: Bilingual = { fr: 'aucun débordement pour apprendre', en: 'no spill to learn from' };
export const tooFew: Bilingual = {
  fr: `moins de ${LEAST_SPILLS} débordements pour apprendre`,
  en: `fewer than ${LEAST_SPILLS} spills to learn from`,
};
export const UNWATCHED: Bilingual = {
  fr: 'aucun dossier du même âge n’a été observé par le passé',
  en: 'no case of the same age was watched in the past',
};
export const isModel = (found: ReservoirModel | NotMeasured): found is ReservoirModel =>
  'probability' in found;
export const spilledDays = (days: readonly CaseDay[]): number => days.filter(({ spilled }) => spilled).length;

/** What was learnt, or why nothing could be. */
type Learnt = Reservoir | { readonly why: Bilingual; readonly n: number };

/** Learns from the cases up to the instant asked; or says why it can't. Once per corpus. */
export function learn(corpus: CorpusTables, options: FunnelOptions): Promise<Learnt> {
  const resolved = resolveFunnelOptions(options),
    { zone, level, seed, replicates } = resolved;
  return oncePerCorpus(
    corpus,
    `reservoir ${options.at?.getTime()} ${zone} ${level} ${seed} ${replicates}`,
    () => learnt(corpus, options, resolved),
  );
}

async function learnt(
  corpus: CorpusTables,
  options: FunnelOptions,
  resolved: ResolvedFunnelOptions,
): Promise<Learnt> {
  const dated = await riskCases(corpus);
  if (dated.length === 0) return { why: await whyNoPrivateCase(corpus), n: 0 };
  const { at: end, cases } = await atTheEnd(corpus, dated),
    at = options.at === undefined ? end : options.at.getTime() / HOUR;
  const watched = await watchedCases(corpus, cases),
    days = learntDays(watched, at);
  const spills = spilledDays(days);
  if (spills === 0) return { why: NO_SPILL, n: cases.length };
  const model =
    spills < LEAST_SPILLS
      ? undefined
      : fitReservoir(days, adjustmentsOf(knownAt(watched, at)), resolved.level);
  const past = pastHours(watched, at),
    found = await foundSpills(corpus, resolved);
  return {
    cases,
    at,
    slack: options.at === undefined ? restOfDay(at, resolved.zone) : 0,
    ...(model && isModel(model) && { model }),
    past,
    spread: riskSpread(watched, at, past),
    found,
    counted: await countedShare(corpus, found, past, at),
  };
}

/**
 * Links find more than the events of the past: several faint ones may make a spill of a case that none is used for, and a resolution may be
 * told before its spill. The share found, which counts them, is that of the events less these.
 */
async function countedShare(
  corpus: CorpusTables,
  found: FoundSpills,
  { events }: PastHours,
  at: number,
): Promise<FoundSpills> {
  if (found.found === undefined) return found;
  const counted = events.reduce((all, own) => all + own.reduce((sum, one) => sum + one, 0), 0),
    opened = new Map((await riskCases(corpus)).map((one) => [one.caseId, one.opened]));
  const seen = (await spillsOf(corpus)).cases.reduce(
    (sum, { caseId, probability, lag }) =>
      sum + ((opened.get(caseId) ?? Infinity) + lag <= at ? probability : 0),
    0,
  );
  const part = seen > 0 ? Math.min(1, counted / seen) : 1,
    { share, low, high, quantile } = found.found;
  return {
    ...found,
    found: {
      ...found.found,
      share: part * share,
      low: part * low,
      high: part * high,
      quantile: (p) => part * quantile(p),
    },
  };
}

/** Levels at several instants, the last that of the reservoir, given by the cases open then; chances of single cases are for telling them apart. */
export const levelsAt = (
  instants: readonly (readonly OpenCase[])[],
  { past, counted, spread, slack }: Reservoir,
  options: { readonly seed: number; readonly level: number },
): (Level | undefined)[] =>
  instants.map((open, k) =>
    levelOf(past, open, counted, { ...options, spread, slack: k + 1 === instants.length ? slack : 0 }),
  );

/** Cases as they were known at an instant: what came later is not told. */
export const knownAt = (cases: readonly RiskCase[], at: number): RiskCase[] =>
  cases
    .filter(({ opened }) => opened <= at)
    .map((one) => (one.opened + one.end <= at ? one : { ...one, spilled: false, resolved: false }));
