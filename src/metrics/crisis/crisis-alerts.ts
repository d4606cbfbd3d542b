import { expectedCount } from '../../stats/alarms/count-baseline.js';
import { PARTS_OF_HOUR, periodOf, type AlertRule } from './alert-rules.js';
import { LEAST_MESSAGES, readAlerts, type CrisisAlertOptions, type RuleState } from './alert-states.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { PART, type Series } from './watched-series.js';

export type { CrisisAlertOptions } from './alert-states.js';

const DENOMINATOR = {
  fr: 'messages publics critiques et datés à l’heure (plainte ou tonalité négative)',
  en: 'critical public messages with an hour (complaint or negative tone)',
} as const;
const WHY_NOT = [
  `il faut au moins deux semaines et ${LEAST_MESSAGES} messages publics critiques datés à l’heure sur une marque`,
  `at least two weeks and ${LEAST_MESSAGES} critical public messages with an hour about one brand are needed`,
] as const;

const rulesFrame = metricFrame({
  name: 'alertRules',
  label: { fr: 'Règles d’alerte', en: 'Alert rules' },
  unit: 'events',
  denominator: DENOMINATOR,
  method: {
    fr: 'Comptes par cinq minutes pour le CUSUM, par heure pour les règles du marché. Référence : moyenne par heure de la semaine, écho (part des messages que d’autres appellent) et dispersion binomiale négative, sans les jours qui sortent du calme. Le seuil de chaque règle est réglé pour tenir le même nombre de fausses alertes par marque et par mois, sur soixante mois de calme simulés, où niveau, heures et écho sont tirés aussi loin que la référence les laisse ouverts. CUSUM binomial négatif (Page 1954 ; Höhle et Paul 2008) sur ce que la semaine n’explique pas, réglé à la fois sur un doublement qui dure et sur une hausse de 12 fois.',
    en: 'Counts by five minutes for the CUSUM, by hour for the market’s rules. Baseline: mean by hour of the week, echo (share of messages that others call for) and negative-binomial spread, without the days that are no calm. The threshold of each rule keeps to the same number of false alarms a brand and month, on sixty simulated months of calm, in which level, hours and echo are drawn as far as the baseline leaves them open. Negative-binomial CUSUM (Page 1954; Höhle & Paul 2008) on what the week does not explain, tuned at once to a lasting doubling and to a rise of 12 times.',
  },
  limits: {
    fr: 'Le taux de fausses alertes vaut pour un calme semblable à la référence. Sur vingt-quatre calmes simulés d’un an, de 1,5 à 6 messages par jour, d’écho faible ou fort, rapide ou lent, le CUSUM donne 0,9 alarme par mois pour 1 annoncée (de 0,3 à 1,5 selon le calme), soit 0,75 alerte (alarmes à moins de 72 heures réunies). Appris sur peu de semaines puis suivi, il peut en donner davantage : ce qu’elles laissent ouvert n’est porté qu’en partie. Une campagne ou un changement de modération déplace ce taux.',
    en: 'The false-alarm rate holds for a calm like the baseline. On twenty-four simulated calms of a year, of 1.5 to 6 messages a day, with a weak or strong, quick or slow echo, the CUSUM gives 0.9 alarms a month for 1 announced (0.3 to 1.5 by calm), which make 0.75 alerts (alarms within 72 hours taken together). Learnt from few weeks and then followed, it may give more: what they leave open is carried in part. A campaign or a change of moderation moves that rate.',
  },
  columns: {
    brand: 'text?',
    rule: 'text',
    threshold: 'number',
    falseAlarmsPerMonth: 'number',
    stdErr: 'number',
    alarms: 'number',
    lastAlarmAt: 'instant?',
    level: 'number?',
    alertNow: 'boolean',
  },
});

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
      states.map(({ rule, calibrated, alarms, statistic }) => {
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
      value: rows.filter((row) => row.rule === 'cusum' && row.alertNow).length,
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

const alertsFrame = metricFrame({
  ...rulesFrame,
  name: 'crisisAlerts',
  label: { fr: 'Alertes', en: 'Alerts' },
  columns: {
    at: 'instant?',
    brand: 'text?',
    messages: 'number',
    expected: 'number',
    periodHours: 'number',
    falseAlarmsPerMonth: 'number',
  },
});
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
      return alertSpans(state).map(({ from, first, last }) => {
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
      rows: rows.toSorted((a, b) => Number(a.at ?? 0) - Number(b.at ?? 0)),
    });
  },
);
