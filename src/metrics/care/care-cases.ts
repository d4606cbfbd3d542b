import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { BusinessHours, CorpusConfig } from '../../model/config.js';
import type { Stage } from '../../model/index.js';
import { orderBy } from '../../stats/checks.js';
import { kaplanMeier } from '../../stats/survival/kaplan-meier.js';
import { columnsOf } from '../result-columns.js';
import { observationOf } from '../funnel/observation-spans.js';
import { oncePerCorpus } from '../memo.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { businessClock, hoursInWords } from './business-hours.js';
import { ANSWERED_AT, measuredChannels, NEEDS_REPLY, WITH_REPLIES } from './reply-coverage.js';

export interface CareOptions extends MetricOptions {
  /** When the brand answers: delays count open hours only. Default: `businessHours` of the configuration, else all hours. */
  readonly businessHours?: BusinessHours;
}

export const CARE_CASES = {
  fr: 'dossiers datés qui appelaient une réponse',
  en: 'dated cases that needed a reply',
};

/** A case that needed a reply: hours to the first human one, or to the end of what is observed. */
export interface CareCase {
  readonly channel: string;
  readonly stage: Stage;
  readonly hours: number;
  readonly answered: boolean;
}

/** The configuration with which a corpus was built. */
export const configOf = ({ manifest }: CorpusTables): CorpusConfig =>
  (manifest.options['config'] as CorpusConfig | undefined) ?? {};

/** Business hours that are asked for, else those of the configuration. */
export const businessHoursOf = (
  corpus: CorpusTables,
  { businessHours }: CareOptions,
): BusinessHours | undefined => businessHours ?? configOf(corpus).businessHours;

/** Hours between two instants, open ones alone where business hours are given. */
export function hoursClock(corpus: CorpusTables, options: CareOptions): (from: number, to: number) => number {
  const given = businessHoursOf(corpus, options);
  return given === undefined
    ? (from, to) => (to - from) / 3_600_000
    : businessClock(given, resolveOptions(options).zone);
}

type Texts = Readonly<Record<'denominator' | 'method', { readonly fr: string; readonly en: string }>>;

/** A definition with the open hours that its delays count, where they do. */
export function withHours<Frame extends Texts>(
  frame: Frame,
  corpus: CorpusTables,
  options: CareOptions,
): Frame {
  const given = businessHoursOf(corpus, options);
  if (given === undefined) return frame;
  const { fr, en } = hoursInWords(given);
  return {
    ...frame,
    denominator: {
      fr: `${frame.denominator.fr}, en heures d’ouverture`,
      en: `${frame.denominator.en}, in open hours`,
    },
    method: {
      fr: `${frame.method.fr} Heures d’ouverture seules : ${fr}.`,
      en: `${frame.method.en} Open hours alone: ${en}.`,
    },
  };
}

interface CaseRow {
  readonly channel: string;
  readonly stage: Stage;
  readonly opened: number;
  readonly answeredAt: number | null;
  readonly until: number;
}

/**
 * Dated cases that needed a reply, on the channels whose replies can be attached. Without an answer a case is censored where the
 * observation of its stage ends: a stray date of next year makes nobody wait. Read once per corpus.
 */
export function careCases(corpus: CorpusTables, options: CareOptions): Promise<readonly CareCase[]> {
  const key = { zone: resolveOptions(options).zone, businessHours: options.businessHours };
  return oncePerCorpus(corpus, `care cases ${JSON.stringify(key)}`, () => readCareCases(corpus, options));
}

async function readCareCases(corpus: CorpusTables, options: CareOptions): Promise<CareCase[]> {
  const rows = columnsOf<CaseRow>(
    await corpus.query(`SELECT firstStage AS stage, firstChannel AS channel, CAST(epoch_ms(openedAt) AS DOUBLE) AS opened,
      CAST(epoch_ms(${ANSWERED_AT}) AS DOUBLE) AS answeredAt, CAST(epoch_ms(observedUntil) AS DOUBLE) AS until
    FROM cases ${WITH_REPLIES} WHERE openedAt IS NOT NULL AND ${NEEDS_REPLY} ORDER BY openedAt, caseId`),
  );
  const { observedUntil } = await observationOf(corpus);
  const isMeasured = await measuredChannels(corpus);
  const hoursBetween = hoursClock(corpus, options);
  const cases: CareCase[] = [];
  for (let k = 0; k < rows.opened.length; k++) {
    const stage = rows.stage[k] as Stage,
      channel = rows.channel[k] as string,
      opened = rows.opened[k] as number,
      until = rows.until[k] as number,
      answeredAt = rows.answeredAt[k] as number | null;
    const end = answeredAt ?? Math.min(until, observedUntil[stage] ?? until);
    if (!isMeasured({ stage, channel }) || end < opened) continue;
    cases.push({ stage, channel, hours: hoursBetween(opened, end), answered: answeredAt !== null });
  }
  const order = orderBy(cases.length, (i) => (cases[i] as CareCase).hours);
  return Array.from(order, (i) => cases[i] as CareCase);
}

/** Cases of each stage that has any, private first: the two are never pooled. */
export const byStage = <One extends { readonly stage: Stage }>(cases: readonly One[]): [Stage, One[]][] =>
  (['private', 'public'] as const)
    .map((stage): [Stage, One[]] => [stage, cases.filter((one) => one.stage === stage)])
    .filter(([, list]) => list.length > 0);

/** What the headline figure of a care metric counts: private cases where there are any, else public ones. */
export const ofStage = (
  stage: Stage,
  { fr, en }: { readonly fr: string; readonly en: string },
): { readonly fr: string; readonly en: string } =>
  stage === 'private'
    ? { fr: `${fr}, ouverts en privé`, en: `${en}, opened in private` }
    : { fr: `${fr}, ouverts en public`, en: `${en}, opened in public` };

/** Answered or not over time; the unanswered are censored. */
export const curveOf = (cases: readonly CareCase[], level: number): ReturnType<typeof kaplanMeier> =>
  kaplanMeier({
    durations: cases.map(({ hours }) => hours),
    eventObserved: cases.map(({ answered }) => answered),
    level,
  });
