import type { CorpusTables } from '../../engine/corpus-tables.js';
import {
  byPartsOfHour,
  calibrateThreshold,
  expectedCount,
  fitCountBaseline,
  type CalibratedThreshold,
  type CountBaseline,
} from '../../stats/index.js';
import { DeversoirError } from '../../util/errors.js';
import { ALERT_RULES, hourly, PARTS_OF_HOUR, periodOf, runAlertRule, type AlertRule } from './alert-rules.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, type MetricFrame, type TableRow } from '../make-metric.js';
import { resolveOptions, type MetricOptions, type ResolvedOptions } from '../options.js';
import { BRAND, CRITICAL, mainBrandOf } from './public-movement.js';

const HOUR = 3_600_000;
/** Five minutes. */
const PART = HOUR / PARTS_OF_HOUR;
/** Brands with fewer critical messages have no rhythm to learn. */
const LEAST_MESSAGES = 30;
const BRANDS_WATCHED = 6;
/** Months of calm on which thresholds are calibrated. */
const MONTHS = 60;

export interface CrisisAlertOptions extends MetricOptions {
  /** False alarms a brand and month of 30 days that every rule keeps to. Default 1. */
  readonly falseAlarmsPerMonth?: number;
}

/** Critical public messages of one brand by five minutes, from the first hour of the corpus to its last. */
interface Series {
  readonly brand: string;
  readonly counts: Float64Array;
  /** Instant of a period that holds messages, by its place. */
  readonly instants: ReadonlyMap<number, number>;
  readonly total: number;
}

interface Watched {
  readonly series: readonly Series[];
  readonly startHourOfWeek: number;
  /** Periods of five minutes watched. */ readonly periods: number;
}

/**
 * Hours are those of the wall clock of `zone`, so that a morning stays a morning over the change of season; the hour that it repeats
 * is counted with its twin. The clock runs from the first public message of customers to the last.
 */
async function watchedSeries(corpus: CorpusTables, { zone, brands }: ResolvedOptions): Promise<Watched> {
  const wall = `floor(epoch(timezone($zone, timezone('UTC', sentAt))) / ${PART / 1000})`;
  const ends = (
    await corpus.query(
      `SELECT CAST(floor(min(${wall}) / ${PARTS_OF_HOUR}) AS DOUBLE) AS first, CAST(floor(max(${wall}) / ${PARTS_OF_HOUR}) AS DOUBLE) AS last
    FROM messages WHERE stage = 'public' AND sentAt IS NOT NULL AND NOT dayOnly`,
      { zone },
    )
  ).object() as { first: number | null; last: number | null };
  if (ends.first === null || ends.last === null) return { series: [], startHourOfWeek: 0, periods: 0 };
  const { first } = ends,
    periods = PARTS_OF_HOUR * (ends.last - first + 1);
  const main = await mainBrandOf(corpus, { brands });
  const rows = (
    await corpus.query(
      `SELECT ${BRAND} AS brand, CAST(${wall} AS DOUBLE) AS part, CAST(min(epoch_ms(sentAt)) AS DOUBLE) AS instant, CAST(count(*) AS DOUBLE) AS n
    FROM messages WHERE ${CRITICAL} AND sentAt IS NOT NULL AND NOT dayOnly GROUP BY 1, 2 ORDER BY 1, 2`,
      { zone, main },
    )
  ).objects() as { brand: string; part: number; instant: number; n: number }[];
  const series = [...new Set(rows.map(({ brand }) => brand))].map((brand): Series => {
    const counts = new Float64Array(periods),
      instants = new Map<number, number>();
    let total = 0;
    for (const row of rows.filter((one) => one.brand === brand)) {
      const place = row.part - PARTS_OF_HOUR * first;
      counts[place] = row.n;
      instants.set(place, row.instant);
      total += row.n;
    }
    return { brand, counts, instants, total };
  });
  // 1 January 1970 was a Thursday: hour 72 of a week that begins on Monday.
  return {
    series: series.toSorted((a, b) => b.total - a.total),
    startHourOfWeek: (((first + 72) % 168) + 168) % 168,
    periods,
  };
}

/** A rule on one brand; `alarms` and `statistic` by its own periods. */
interface RuleState {
  readonly rule: AlertRule;
  readonly calibrated: CalibratedThreshold;
  readonly baseline: CountBaseline;
  readonly counts: Float64Array;
  readonly alarms: readonly number[];
  readonly statistic: Float64Array;
}

/** Every rule, each on counts by its own period; none where there is too little to learn the calm from. */
function watch({ counts: parts }: Series, startHourOfWeek: number, perMonth: number): RuleState[] {
  const hours = hourly(parts),
    hourlyBaseline = fitCountBaseline(hours, { hoursPerPeriod: 1, startHourOfWeek });
  if (!hourlyBaseline.measured) return [];
  return ALERT_RULES.flatMap((rule, place) => {
    const fine = periodOf(rule) < 1,
      counts = fine ? parts : hours,
      baseline = fine ? byPartsOfHour(hourlyBaseline, PARTS_OF_HOUR) : hourlyBaseline;
    const calibrated = calibrateThreshold(
      (drawn, threshold) => runAlertRule(rule, drawn as ArrayLike<number>, baseline, threshold),
      baseline,
      { perMonth, seed: 11 + place, months: MONTHS },
    );
    if (!calibrated.measured) return [];
    return [
      { rule, calibrated, baseline, counts, ...runAlertRule(rule, counts, baseline, calibrated.threshold) },
    ];
  });
}

interface Alerts {
  readonly brands: readonly { readonly series: Series; readonly states: readonly RuleState[] }[];
  readonly n: number;
  readonly periods: number;
}

async function readAlerts(corpus: CorpusTables, options: CrisisAlertOptions): Promise<Alerts> {
  const { falseAlarmsPerMonth: perMonth = 1 } = options;
  if (!(perMonth > 0))
    throw new DeversoirError('option-invalid', `falseAlarmsPerMonth ${perMonth}`, {
      hint: 'use a number above 0',
    });
  const { series, startHourOfWeek, periods } = await watchedSeries(corpus, resolveOptions(options));
  const brands = series
    .filter(({ total }) => total >= LEAST_MESSAGES)
    .slice(0, BRANDS_WATCHED)
    .map((one) => ({ series: one, states: watch(one, startHourOfWeek, perMonth) }));
  return {
    brands: brands.filter(({ states }) => states.length > 0),
    n: series.reduce((sum, { total }) => sum + total, 0),
    periods,
  };
}

const DENOMINATOR = {
  fr: 'messages publics critiques et datés à l’heure (plainte ou tonalité négative)',
  en: 'critical public messages with an hour (complaint or negative tone)',
} as const;
const WHY_NOT = [
  `il faut au moins deux semaines et ${LEAST_MESSAGES} messages publics critiques datés à l’heure sur une marque`,
  `at least two weeks and ${LEAST_MESSAGES} critical public messages with an hour about one brand are needed`,
] as const;

const rulesFrame: MetricFrame = {
  name: 'alertRules',
  label: { fr: 'Règles d’alerte', en: 'Alert rules' },
  unit: 'events',
  denominator: DENOMINATOR,
  method: {
    fr: 'Comptes par cinq minutes pour le CUSUM, par heure pour les règles du marché. Référence : moyenne par heure de la semaine, écho (part des messages que d’autres appellent) et dispersion binomiale négative, sans les périodes très hautes. Le seuil de chaque règle est réglé pour tenir le même nombre de fausses alertes par marque et par mois, sur soixante mois de calme simulés. CUSUM binomial négatif (Page 1954 ; Höhle et Paul 2008) sur ce que la semaine et l’écho n’expliquent pas, réglé à la fois sur un doublement qui dure et sur une hausse de 12 fois.',
    en: 'Counts by five minutes for the CUSUM, by hour for the market’s rules. Baseline: mean by hour of the week, echo (share of messages that others call for) and negative-binomial spread, without very high periods. The threshold of each rule keeps to the same number of false alarms a brand and month, on sixty simulated months of calm. Negative-binomial CUSUM (Page 1954; Höhle & Paul 2008) on what week and echo do not explain, tuned at once to a lasting doubling and to a rise of 12 times.',
  },
  limits: {
    fr: 'Le taux de fausses alertes vaut pour un calme semblable à la référence. Sur un calme simulé, appris sur cinq semaines de trois messages par jour, le CUSUM donne 1,4 alarme par mois pour 1 annoncée, soit 1,2 alerte (alarmes à moins de 72 heures réunies). Une campagne ou un changement de modération déplace ce taux.',
    en: 'The false-alarm rate holds for a calm like the baseline. On simulated calm, learnt from five weeks of three messages a day, the CUSUM gives 1.4 alarms a month for 1 announced, which make 1.2 alerts (alarms within 72 hours taken together). A campaign or a change of moderation moves that rate.',
  },
  columns: [
    'brand',
    'rule',
    'threshold',
    'falseAlarmsPerMonth',
    'stdErr',
    'alarms',
    'lastAlarmAt',
    'level',
    'alertNow',
  ],
};

/**
 * Alert rules at one budget of false alarms: threshold, expected rate with its standard error, alarms over the corpus, and the state at its end:
 * `level` is the statistic over its threshold, `alertNow` an alarm in the last 24 hours. Value: brands in alert now by CUSUM.
 */
export const alertRules = defineMetric(
  { frame: rulesFrame, of: 'messages' },
  async (corpus, options: CrisisAlertOptions) => {
    const { brands, n, periods } = await readAlerts(corpus, options);
    if (brands.length === 0) return unmeasured(rulesFrame, n, ...WHY_NOT);
    const rows = brands.flatMap(({ series, states }) =>
      states.map(({ rule, calibrated, alarms, statistic }): TableRow => {
        const last = alarms[alarms.length - 1],
          now = statistic[statistic.length - 1] ?? 0,
          hours = periodOf(rule);
        return {
          brand: series.brand || null,
          rule,
          threshold: calibrated.threshold,
          falseAlarmsPerMonth: calibrated.perMonth,
          stdErr: calibrated.stdErr,
          alarms: alarms.length,
          lastAlarmAt: instantOf(series, rule, last),
          level: Number.isFinite(now) ? Math.max(0, now / calibrated.threshold) : null,
          alertNow: last !== undefined && last * hours >= periods / PARTS_OF_HOUR - 24,
        };
      }),
    );
    return makeMetric(rulesFrame, {
      value: rows.filter((row) => row['rule'] === 'cusum' && row['alertNow'] === true).length,
      n,
      rows,
    });
  },
);

/** Instant at which an alarm can be given: the end of its period. */
function instantOf({ instants }: Series, rule: AlertRule, place: number | undefined): Date | null {
  if (place === undefined) return null;
  const width = Math.round(periodOf(rule) * PARTS_OF_HOUR),
    parts = Array.from({ length: width }, (_, part) => instants.get(width * place + part));
  const instant = parts.find((one) => one !== undefined);
  return instant === undefined ? null : new Date((Math.floor(instant / (width * PART)) + 1) * width * PART);
}

const alertsFrame: MetricFrame = {
  ...rulesFrame,
  name: 'crisisAlerts',
  label: { fr: 'Alertes', en: 'Alerts' },
  columns: ['at', 'brand', 'messages', 'expected', 'periodHours', 'falseAlarmsPerMonth'],
};
/** Alarms closer than so many hours are one alert: the CUSUM starts again from zero after each. */
const SAME_ALERT = 72;

/** Alarms in groups, each from the period in which the statistic left zero. */
function alertSpans({
  rule,
  alarms,
  statistic,
}: RuleState): { readonly from: number; readonly first: number; readonly last: number }[] {
  const groups: { from: number; first: number; last: number }[] = [];
  for (const alarm of alarms) {
    const group = groups[groups.length - 1];
    if (group && (alarm - group.last) * periodOf(rule) < SAME_ALERT) {
      group.last = alarm;
      continue;
    }
    let from = alarm;
    while (from > 0 && (statistic[from - 1] ?? 0) > 0) from--;
    groups.push({ from, first: alarm, last: alarm });
  }
  return groups;
}

/**
 * Alerts the CUSUM rule would have given, in order of time: alarms less than 72 hours apart are one. `messages` and `expected` are counted from
 * the five minutes in which the statistic left zero to the last alarm; every alert carries the expected rate of false alarms. Value: number of alerts.
 */
export const crisisAlerts = defineMetric(
  { frame: alertsFrame, of: 'messages' },
  async (corpus, options: CrisisAlertOptions) => {
    const { brands, n } = await readAlerts(corpus, options);
    if (brands.length === 0) return unmeasured(alertsFrame, n, ...WHY_NOT);
    const rows = brands.flatMap(({ series, states }) => {
      const state = states.find(({ rule }) => rule === 'cusum');
      if (!state) return [];
      return alertSpans(state).map(({ from, first, last }): TableRow => {
        let messages = 0,
          expected = 0;
        for (let k = from; k <= last; k++)
          [messages, expected] = [
            messages + (series.counts[k] ?? 0),
            expected + expectedCount(state.baseline, k),
          ];
        return {
          at: instantOf(series, state.rule, first),
          brand: series.brand || null,
          messages,
          expected,
          periodHours: (last - from + 1) * periodOf(state.rule),
          falseAlarmsPerMonth: state.calibrated.perMonth,
        };
      });
    });
    return makeMetric(alertsFrame, {
      value: rows.length,
      n,
      rows: rows.toSorted((a, b) => Number(a['at'] ?? 0) - Number(b['at'] ?? 0)),
    });
  },
);
