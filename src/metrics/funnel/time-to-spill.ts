import { aalenJohansen, type AalenJohansen } from '../../stats/survival/aalen-johansen.js';
import {
  GROUP_COLUMNS,
  groupsOf,
  OPENED_IN_PRIVATE,
  PRIVATE_DENOMINATOR,
  resolveFunnelOptions,
  whyNoPrivateCase,
  type FunnelOptions,
  type GroupKey,
} from './funnel-cases.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, type MetricFrame, type TableRow } from '../make-metric.js';

/** How a case ended, in hours since its first message: 0 still open when the exports end, 1 went public, 2 resolved first. */
export interface CaseEnd {
  readonly driver: string | null;
  readonly channel: string;
  readonly hours: number;
  readonly ending: number;
  readonly followedHours: number;
}

/** First of spill and resolution; a spill at the same instant counts as the spill. */
export const CASE_ENDS = `SELECT driver, firstChannel AS channel,
  epoch_ms(least(coalesce(spilledAt, observedUntil), coalesce(resolvedAt, observedUntil), observedUntil)) / 3600000.0 - epoch_ms(openedAt) / 3600000.0 AS hours,
  CAST(CASE WHEN spilledAt <= observedUntil AND (resolvedAt IS NULL OR spilledAt <= resolvedAt) THEN 1 WHEN resolvedAt <= observedUntil THEN 2 ELSE 0 END AS DOUBLE) AS ending,
  epoch_ms(observedUntil) / 3600000.0 - epoch_ms(openedAt) / 3600000.0 AS followedHours
FROM cases WHERE ${OPENED_IN_PRIVATE} AND coalesce(spilledAt, observedUntil) >= openedAt AND coalesce(resolvedAt, observedUntil) >= openedAt
ORDER BY openedAt, caseId`;

/** Delays reported: 24 h, 72 h, 7 d, 30 d. */
export const SPILL_HORIZONS = [24, 72, 168, 720] as const;
/** Fewer cases than this have no curve of their own. */
const LEAST = 20;
/** A curve is given by at most so many steps. */
const MOST_STEPS = 120;
const SPILL = 1,
  RESOLVED = 2;
/** Follow-up before a rate may be called final. */
const FOLLOW_UP_HOURS = 60 * 24;

const frame: MetricFrame = {
  name: 'timeToSpill',
  label: {
    fr: 'Part des dossiers qui débordent, selon le délai',
    en: 'Share of cases spilled within a time',
  },
  unit: 'share',
  denominator: PRIVATE_DENOMINATOR,
  method: {
    fr: 'Incidence cumulée d’Aalen-Johansen depuis le premier message : la résolution est un événement concurrent, les dossiers encore ouverts sont censurés à la fin des exports ; intervalle log-log. Valeur : à 30 jours. Motifs et canaux d’au moins 20 dossiers. Un dossier d’abord résolu compte comme résolu, même s’il déborde ensuite.',
    en: 'Aalen-Johansen cumulative incidence since the first message: resolution competes, open cases are censored at the end of the exports; log-log interval. Value: within 30 days. Drivers and channels with at least 20 cases. A case first resolved counts as resolved even if it spills later.',
  },
  columns: [
    ...GROUP_COLUMNS,
    'point',
    'hours',
    'cumulativeIncidence',
    'low',
    'high',
    'atRisk',
    'spilled',
    'resolvedIncidence',
    'n',
  ],
};

const fit = (cases: readonly CaseEnd[], level: number): AalenJohansen =>
  aalenJohansen({
    durations: cases.map(({ hours }) => hours),
    eventTypes: cases.map(({ ending }) => ending),
    causes: 2,
    level,
  });

function rowAt(key: GroupKey, curve: AalenJohansen, hours: number, point: 'horizon' | 'step'): TableRow[] {
  const spill = curve.at(SPILL, hours),
    resolved = curve.at(RESOLVED, hours);
  if (!spill || !resolved) return [];
  return [
    {
      ...key,
      point,
      hours,
      cumulativeIncidence: spill.incidence,
      low: spill.low,
      high: spill.high,
      atRisk: spill.atRisk,
      spilled: spill.events,
      resolvedIncidence: resolved.incidence,
      n: curve.n,
    },
  ];
}

/** Steps of the curve up to 30 days: its start, each time it rises (thinned where there are many), its end. */
function stepsOf(key: GroupKey, curve: AalenJohansen): TableRow[] {
  const last = Math.min(720, curve.times.at(-1) ?? 0);
  const rises = [...curve.times].filter(
    (time, at) => time > 0 && time < last && (curve.events[SPILL - 1]?.[at] ?? 0) > 0,
  );
  const every = Math.max(1, Math.ceil(rises.length / MOST_STEPS));
  return [...new Set([0, ...rises.filter((_, at) => (rises.length - 1 - at) % every === 0), last])].flatMap(
    (hours) => rowAt(key, curve, hours, 'step'),
  );
}

function followUpOf(cases: readonly CaseEnd[]): { fr: string; en: string } {
  const long = cases.filter(({ followedHours }) => followedHours >= FOLLOW_UP_HOURS).length;
  return {
    fr: `Il faut 60 jours de recul pour dire un taux définitif : ${long} des ${cases.length} dossiers les ont. Les rattachements retenus sont tenus pour sûrs. Un délai n’est donné que jusqu’au dernier dossier suivi.`,
    en: `A rate is final after 60 days of follow-up: ${long} of the ${cases.length} cases have them. The links used are taken as sure. A delay is given only as far as the last case followed.`,
  };
}

/**
 * Cumulative incidence of the spill at 24 h, 72 h, 7 d and 30 d (rows `horizon`) and as a curve (rows `step`), in all, by driver and
 * by channel, with the cases still at risk.
 */
export const timeToSpill = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions) => {
    const { level } = resolveFunnelOptions(options);
    const cases = (await corpus.query(CASE_ENDS)).objects() as CaseEnd[];
    if (cases.length === 0) {
      const { fr, en } = await whyNoPrivateCase(corpus);
      return unmeasured(frame, 0, fr, en);
    }
    const limits = followUpOf(cases);
    const curves = groupsOf(cases, LEAST).map(({ key, rows }) => ({ key, curve: fit(rows, level) }));
    const rows = [
      ...curves.flatMap(({ key, curve }) =>
        SPILL_HORIZONS.flatMap((hours) => rowAt(key, curve, hours, 'horizon')),
      ),
      ...curves.flatMap(({ key, curve }) => stepsOf(key, curve)),
    ];
    const month = curves[0]?.curve.at(SPILL, 720);
    if (!month)
      return unmeasured(
        { ...frame, limits },
        cases.length,
        'aucun dossier encore ouvert n’est suivi pendant 30 jours',
        'no open case was followed for 30 days',
        rows,
      );
    const interval = { low: month.low, high: month.high, level, method: 'aalen-johansen-log-log' };
    return makeMetric(frame, { value: month.incidence, n: cases.length, interval, rows, limits });
  },
);
