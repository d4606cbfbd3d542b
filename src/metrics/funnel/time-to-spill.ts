import type { LabelOptions } from '../basic/labelled-shares.js';
import {
  DELAYS_BY_LABELS,
  labelledSpills,
  lentTo,
  NONE_COMPLAINS,
  toldOfLabels,
  type LentByLabels,
} from './labelled-spills.js';
import { aalenJohansen, type AalenJohansen } from '../../stats/survival/aalen-johansen.js';
import {
  correctedShares,
  type CorrectedAt,
  type KeyedCase,
} from '../../stats/quantification/unseen-events.js';
import {
  GROUP_COLUMNS,
  groupsOf,
  PRIVATE_DENOMINATOR,
  replicatesFor,
  resolveFunnelOptions,
  type FunnelOptions,
  type GroupKey,
  type ResolvedFunnelOptions,
} from './funnel-cases.js';
import { foundSpills, headlineOf, MISREAD } from './found-spills.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type Bilingual, type RowOf } from '../make-metric.js';
import { spillsOf, whyNotMeasured, type SpillCase, type Spills } from './spill-cases.js';
import { complaintsOf, countOf } from './weighed-complaints.js';

/** Delays reported: 24 h, 72 h, 7 d, 30 d. */
const SPILL_HORIZONS = [24, 72, 168, 720] as const;
/** Fewer cases than this have no curve of their own. */
const LEAST = 20;
/** A curve is given by at most so many steps. */
const MOST_STEPS = 60;
const SPILL = 1,
  RESOLVED = 2;
/** Follow-up before a rate may be called final. */
const FOLLOW_UP_HOURS = 60 * 24;

const frame = metricFrame({
  name: 'timeToSpill',
  label: {
    fr: 'Part des plaintes privées qui débordent, selon le délai',
    en: 'Share of private complaints spilled within a time',
  },
  unit: 'share',
  denominator: {
    fr: `${PRIVATE_DENOMINATOR.fr}, sur la période des exports publics`,
    en: `${PRIVATE_DENOMINATOR.en}, over the days of the public exports`,
  },
  method: {
    fr: 'Incidence cumulée depuis le premier message, la résolution étant un événement concurrent ; une plainte publique reprend la résolution dite avant elle. Une plainte n’est suivie que tant que les exports publics observent ; chaque débordement vu compte pour l’inverse de la part des plaintes suivies aussi longtemps, et le tout est rapporté à la part retrouvée, comme au taux de débordement. Intervalle : plaintes, liens et part retrouvée tirés ensemble ; pour l’ensemble, dont des témoins comptent les débordements sans les rattachements, la borne haute doute seulement de la part d’entre eux qui vient si tôt. À côté : la part vue (Aalen-Johansen), un plancher. Valeur : à 30 jours. Motifs (ceux que nomment les messages privés) et canaux d’au moins 20 plaintes, chacun par lui-même : au contraire du taux de débordement, rien n’est emprunté aux autres.',
    en: 'Cumulative incidence since the first message, resolution competing; a public complaint takes back a resolution told before it. A complaint is followed only while public exports watch; each spill seen counts for one over the share of complaints followed as long, and the whole is taken over the share found, as in the spill rate. Interval: complaints, links and the share found drawn together; for the whole, of which witnesses count the spills without links, the upper bound doubts only which part of them comes so soon. Beside it: the seen share (Aalen-Johansen), a floor. Value: within 30 days. Drivers (those that private messages name) and channels with at least 20 complaints, each by itself: unlike in the spill rate, nothing is borrowed from the others.',
  },
  columns: {
    ...GROUP_COLUMNS,
    point: 'text',
    hours: 'number',
    cumulativeIncidence: 'number?',
    low: 'number?',
    high: 'number?',
    seen: 'number?',
    seenLow: 'number?',
    seenHigh: 'number?',
    atRisk: 'number',
    spilled: 'number',
    resolvedIncidence: 'number',
    n: 'number',
  },
});
type Row = RowOf<typeof frame.columns>;

/** What is seen: the spill, which takes back a resolution told before it, else the resolution, while the case is watched. */
function seenCurve(cases: readonly SpillCase[], level: number): AalenJohansen {
  const endings = cases.map((one) => {
    const spill = one.spilled ? one.lag : Infinity,
      first = Number.isFinite(spill) ? spill : one.resolvedAfter,
      end = Math.max(0, Math.min(first, one.followed));
    return { end, type: end === spill ? SPILL : end === first ? RESOLVED : 0 };
  });
  return aalenJohansen({
    durations: endings.map(({ end }) => end),
    eventTypes: endings.map(({ type }) => type),
    causes: 2,
    level,
  });
}

/** Where the curve is given: its start, spills (thinned where there are many), its end. */
function stepTimes(cases: readonly KeyedCase[]): number[] {
  const last = Math.min(
    720,
    cases.reduce((most, { followed }) => Math.max(most, followed), -Infinity),
  );
  const rises = [
    ...new Set(
      cases.filter(({ probability, lag }) => probability > 0 && lag > 0 && lag < last).map(({ lag }) => lag),
    ),
  ].toSorted((a, b) => a - b);
  const every = Math.max(1, Math.ceil(rises.length / MOST_STEPS));
  return [...new Set([0, ...rises.filter((_, at) => (rises.length - 1 - at) % every === 0), last])];
}

/**
 * The size of the sample that knows a part of the spills seen: where witnesses count all spills without links, how few are seen makes only
 * unsure which part of them came so soon.
 */
function sizeOfPart({ share, size }: CorrectedAt, seen: number, n: number): number {
  const part = Math.min(0.999, share / Math.max(share, seen / n));
  return share > 0 ? Math.max(size, (((1 - share) / share) * seen * part) / (1 - part)) : size;
}

function rowsOf(
  key: GroupKey,
  rows: readonly SpillCase[],
  { found, times, weight }: LentByLabels,
  { level, seed, replicates }: ResolvedFunnelOptions,
): Row[] {
  // all that links found, weighted for the length of the watch: no key is asked for
  const cases = rows.map(({ probability, lag, followed, stratum }) => ({
      keys: 1,
      probability,
      lag,
      followed,
      stratum,
    })),
    seen = seenCurve(rows, level),
    steps = stepTimes(cases),
    count = cases.reduce((sum, { probability }) => sum + probability, 0),
    horizons = [...new Set([...SPILL_HORIZONS, ...steps])];
  const weighted = correctedShares(cases, [1], [], {
    seed,
    level,
    replicates: replicatesFor(cases.length, replicates),
    horizons,
  });
  const of = new Map(weighted?.at.map((one) => [one.horizon, one]));
  const row = (hours: number, point: 'horizon' | 'step'): Row[] => {
    const spill = seen.at(SPILL, hours),
      resolved = seen.at(RESOLVED, hours),
      at: CorrectedAt | undefined = of.get(hours);
    if (!spill || !resolved || at === undefined) return [];
    const share = times * at.share,
      low = times * at.interval.low,
      none = cases.reduce((all, { probability, lag }) => all * (lag > hours ? 1 : 1 - probability), 1),
      part = { share, low, n: weight, none };
    const whole = headlineOf({ ...part, size: at.size }, found, { seed, level });
    if (whole === undefined) return [];
    const counted =
      key.by === 'total' && !found.floor && (found.keys ?? found.timing) !== undefined
        ? headlineOf({ ...part, size: sizeOfPart(at, count, cases.length) }, found, { seed, level })
        : undefined;
    return [
      {
        ...key,
        point,
        hours,
        cumulativeIncidence: whole.share,
        low: whole.low,
        high: Math.min(whole.high, counted?.high ?? 1),
        seen: spill.incidence,
        seenLow: spill.low,
        seenHigh: spill.high,
        atRisk: spill.atRisk,
        spilled: spill.events,
        resolvedIncidence: resolved.incidence,
        n: Math.round(weight),
      },
    ];
  };
  return [
    ...SPILL_HORIZONS.flatMap((hours) => row(hours, 'horizon')),
    ...steps.flatMap((hours) => row(hours, 'step')),
  ];
}

function followUpOf({ cases, outside }: Spills, reading: readonly (Bilingual | undefined)[]): Bilingual {
  const told = (language: keyof Bilingual): string =>
    reading.map((one) => (one === undefined ? '' : ` ${one[language]}`)).join('');
  const long = cases.filter(({ followed }) => followed >= FOLLOW_UP_HOURS).length;
  return {
    fr: `Il faut 60 jours de recul pour dire un taux définitif ; plaintes qui les ont : ${long} sur ${cases.length}. Un délai n’est donné que si dix plaintes au moins sont suivies aussi longtemps.${outside.length > 0 ? ` Plaintes ouvertes quand aucun export public n’observe, laissées de côté : ${outside.length}.` : ''}${told('fr')}`,
    en: `A rate is final after 60 days of follow-up; complaints that have them: ${long} of ${cases.length}. A delay is given only where ten complaints at least are followed as long.${outside.length > 0 ? ` Complaints opened when no public export watches, left out: ${outside.length}.` : ''}${told('en')}`,
  };
}

/**
 * Cumulative incidence of the spill at 24 h, 72 h, 7 d and 30 d (rows `horizon`) and as a curve (rows `step`), corrected for spills that
 * can't be seen, in all, by driver and by channel, with the cases still at risk.
 */
export const timeToSpill = defineMetric(
  { frame: frame, of: 'cases', groups: 'value' },
  async (corpus, options: FunnelOptions & LabelOptions, whole) => {
    const resolved = resolveFunnelOptions(options);
    const spills = await spillsOf(corpus),
      { cases } = spills;
    const labelled = await labelledSpills(corpus, options.labels ?? [], resolved),
      n = countOf(labelled?.cases ?? cases);
    const why =
      (await whyNotMeasured(corpus, spills)) ??
      (labelled !== undefined && complaintsOf(labelled.cases).length === 0 ? NONE_COMPLAINS : undefined);
    if (why !== undefined) return unmeasured(frame, n, why.fr, why.en);
    const found = await foundSpills(corpus, resolved),
      limits = followUpOf(
        spills,
        labelled === undefined
          ? [toldOfLabels(options.labels, labelled), found.complaining && MISREAD]
          : [DELAYS_BY_LABELS],
      );
    const rows = groupsOf(cases, LEAST)
      .slice(0, whole ? 1 : undefined)
      .flatMap((group) => {
        const lent = lentTo(group, found, labelled);
        return lent === undefined ? [] : rowsOf(group.key, group.rows, lent, resolved);
      });
    const month = rows.find((row) => row.by === 'total' && row.point === 'horizon' && row.hours === 720);
    if (month === undefined)
      return unmeasured(
        { ...frame, limits },
        n,
        rows.length === 0
          ? 'les plaintes privées et les plaintes publiques n’ont pas assez de clés communes'
          : 'moins de dix plaintes sont suivies pendant 30 jours',
        rows.length === 0
          ? 'private and public complaints have too few keys in common'
          : 'fewer than ten complaints are followed for 30 days',
        rows,
      );
    return makeMetric(frame, {
      value: month.cumulativeIncidence,
      n,
      ...(month.low !== null &&
        month.high !== null && {
          interval: {
            low: month.low,
            high: month.high,
            level: resolved.level,
            method: 'seen / found, posterior of keys and timing',
          },
        }),
      rows,
      limits,
    });
  },
);
