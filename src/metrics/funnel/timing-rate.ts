import { CASE_KEY } from '../../engine/said-in-cases.js';
import type { CorpusTables } from '../../engine/corpus-tables.js';
import { markedEffect, type MarkedEffect, type MarkedEvents } from '../../stats/hawkes/marked-effect.js';
import { SPREAD } from '../../stats/hawkes/marked-recovery.js';
import { joinedSpans, type Span } from '../../stats/hawkes/kernel-baseline.js';
import { lowerBound } from '../../util/lower-bound.js';
import { othersTurn } from '../../util/turn.js';
import { publicBursts } from '../crisis/crisis-bursts.js';
import { readPublicMovement } from '../crisis/public-movement.js';
import { oncePerCorpus } from '../memo.js';
import { resolveOptions } from '../options.js';
import { funnelEvents, type FunnelEvents } from './deversoir-events.js';
import type { ResolvedFunnelOptions } from './funnel-cases.js';
import { spillsOf, type Spills } from './spill-cases.js';

const HOUR = 3_600_000;
/** Messages from which a burst of a subject is a shock of its own, and the hours before it that belong to it. */
const LEAST_SHOCK = 30;
const BEFORE = 2;
/** Linked cases whose delays tell the law of lags; links surer than this are pairs of one person. */
const LEAST_LAGS = 20;
const SURE = 0.9;
/** What is thought of the agreement of subjects before pairs are seen: one in two, for the weight of two pairs. */
const PRIOR = { agree: 1, of: 2 } as const;
/** How much of the sure pairs times count where none is known: what is thought before data. */
const NOT_KNOWN = { share: 1, error: SPREAD } as const;
/** With fewer complaints on a side nothing can be told from times. */
const LEAST_EVENTS = 20;

/** Complaints of both sides with their main subject, as each message alone says it: links must not lend theirs. A case is named where it has both. */
const MARKED = `WITH said AS (
    SELECT caseKey, epoch_ms(min(sentAt) FILTER (WHERE stage = 'public')) AS "at", min_by(drivers[1], place) FILTER (WHERE stage = 'private' AND drivers[1] IS NOT NULL) AS privateDriver,
      min_by(coalesce(drivers[1], ''), place) FILTER (WHERE stage = 'public') AS publicDriver
    FROM main.caseSaid WHERE direction = 'inbound' AND own AND sentAt IS NOT NULL AND NOT dayOnly AND (stage = 'private' OR (stage = 'public' AND complains)) GROUP BY caseKey),
  marked AS (SELECT 'private' AS stage, caseId, CAST(epoch_ms(openedAt) AS DOUBLE) AS "at", privateDriver AS driver
  FROM cases LEFT JOIN said ON caseKey = ${CASE_KEY} WHERE firstStage = 'private' AND complaint AND openedAt IS NOT NULL
  UNION ALL
  SELECT 'public', caseId, CAST("at" AS DOUBLE), publicDriver FROM cases JOIN said ON caseKey = ${CASE_KEY} WHERE "at" IS NOT NULL)
  SELECT stage, CASE WHEN stage = 'private' OR caseId IN (SELECT caseId FROM marked WHERE stage = 'private') THEN caseId END AS caseId, "at", driver
  FROM marked ORDER BY "at", stage, marked.caseId`;

interface MarkedRow {
  readonly stage: 'private' | 'public';
  readonly caseId: string | null;
  readonly at: number;
  readonly driver: string | null;
}

/** Spills for one complaint opened in private, told by times and subjects alone, outside bursts. */
export interface TimingRate extends Pick<MarkedEffect, 'value' | 'low' | 'high'> {
  /** Share of the same complaints that links found to spill into what is read as a public complaint, for comparison. */
  readonly found: number;
  readonly n: number;
  /** Linked cases whose delays gave the law of lags; 0: none did. */
  readonly lags: number;
  /** Relative standard deviation of the share of sure pairs that times count, over which they are taken. */
  readonly doubt: number;
}

/** Bursts of a subject, and those in which no subject dominates, in hours of the events' clock. */
async function burstsOf(
  corpus: CorpusTables,
  zone: string,
  { start, events, gaps }: FunnelEvents,
  marks: ReadonlyMap<string, number>,
): Promise<(Span & { readonly mark: number | null })[]> {
  const movement = await readPublicMovement(corpus, resolveOptions({ zone }));
  const great = publicBursts(movement).filter(({ messages }) => messages.length >= LEAST_SHOCK);
  const ofSubjects = joinedSpans(
      great.flatMap((one) => (one.driver === null ? [] : [{ from: one.start, to: one.end }])),
    ),
    ends = ofSubjects.map(({ to }) => to);
  const spans = great.flatMap(({ driver, start: from, end }) => {
    const mark = driver === null ? null : (marks.get(driver) ?? null);
    // a burst of everything is that of its subjects, where they have one of their own
    if (driver === null && (ofSubjects[lowerBound(ends, from)]?.from ?? Infinity) <= end) return [];
    return [{ mark, from: from / HOUR - start - BEFORE, to: end / HOUR - start }];
  });
  return [...spans, ...gaps.map((gap) => ({ ...gap, mark: null }))]
    .filter(({ from, to }) => to > 0 && from < events.horizonHours)
    .map((one) => ({ ...one, from: Math.max(0, one.from), to: Math.min(events.horizonHours, one.to) }));
}

/** Of sure pairs, the share in which both sides name the same subject. */
function agreementOf(rows: readonly MarkedRow[], sure: ReadonlySet<string>): number {
  const drivers = (stage: MarkedRow['stage']): Map<string, string | null> =>
    new Map(
      rows.flatMap((row) =>
        row.stage === stage && row.caseId !== null && sure.has(row.caseId)
          ? [[row.caseId, row.driver || null] as const]
          : [],
      ),
    );
  const publicly = drivers('public');
  let agree = PRIOR.agree,
    of: number = PRIOR.of;
  for (const [caseId, driver] of drivers('private')) {
    if (!publicly.has(caseId)) continue;
    of++;
    if (publicly.get(caseId) === driver) agree++;
  }
  return agree / of;
}

async function measured(corpus: CorpusTables, zone: string, level: number): Promise<TimingRate | undefined> {
  const data = await funnelEvents(corpus, zone);
  if (data === undefined) return undefined;
  const { start, events, startHourOfWeek } = data;
  const rows = ((await corpus.query(MARKED)).objects() as MarkedRow[]).filter(
    ({ at }) => at / HOUR >= start && at / HOUR <= start + events.horizonHours,
  );
  const names = [...new Set(rows.map(({ driver }) => driver || ''))].toSorted();
  const marks = new Map(names.map((name, mark) => [name, mark]));
  const side = (stage: MarkedRow['stage']): MarkedEvents => {
    const own = rows.filter((row) => row.stage === stage);
    return {
      times: own.map(({ at }) => at / HOUR - start),
      marks: own.map(({ driver }) => marks.get(driver || '') ?? 0),
    };
  };
  const sources = side('private'),
    targets = side('public');
  if (Math.min(sources.times.length, targets.times.length) < LEAST_EVENTS) return undefined;
  const spills: Spills = await spillsOf(corpus);
  const sure = spills.cases.filter(({ best }) => best > SURE);
  const hours = sure.map(({ lag }) => lag).filter((lag) => Number.isFinite(lag) && lag >= 0);
  const lags = hours.length >= LEAST_LAGS ? hours : [];
  const press = events.typeNames.indexOf('press');
  const counted = data.counted.flatMap(({ edges, counts }) =>
    Array.from(counts).flatMap((n, k) => Array.from({ length: n }, () => edges[k] ?? 0)),
  );
  const shocks = await burstsOf(corpus, zone, data, marks);
  await othersTurn();
  const inside = new Map(
    rows.filter(({ stage }) => stage === 'private').map((row) => [row.caseId, row] as const),
  );
  const spilled = new Set(
    sure.filter((one) => one.spilled && one.readProbability > 0).map(({ caseId }) => caseId),
  );
  const effect = markedEffect({
    sources,
    targets,
    others: [...Array.from(events.times).filter((_, k) => events.types[k] === press), ...counted].toSorted(
      (a, b) => a - b,
    ),
    marks: names.length,
    horizonHours: events.horizonHours,
    startHourOfWeek,
    shocks,
    agreement: agreementOf(rows, new Set(sure.map(({ caseId }) => caseId))),
    lags,
    known: rows
      .filter(({ stage }) => stage === 'public')
      .flatMap(({ caseId }, k) => (caseId !== null && spilled.has(caseId) && inside.has(caseId) ? [k] : [])),
    level,
  });
  await othersTurn();
  if (effect === undefined) return undefined;
  // spills found among the same complaints, as times see them: read as complaints, and not in a shock
  const compared = spills.cases.filter(({ caseId }) => inside.has(caseId));
  const found = compared.reduce((sum, { caseId, readProbability, lag }) => {
    if (readProbability === 0) return sum;
    const row = inside.get(caseId) as MarkedRow,
      spill = row.at / HOUR - start + lag;
    const lost = shocks.some(
      ({ from, to, mark }) =>
        spill >= from && spill <= to && (mark === null || mark === marks.get(row.driver || '')),
    );
    return sum + (lost ? 0 : readProbability);
  }, 0);
  const { share, error } = effect.recovered ?? NOT_KNOWN;
  return {
    value: effect.value / share,
    low: effect.low / share,
    high: effect.high / share,
    found: found / Math.max(1, compared.length),
    n: compared.length,
    lags: lags.length,
    doubt: error / share,
  };
}

/** The timing rate, measured once per corpus; `undefined` with under 20 complaints a side. */
export const timingRate = (
  corpus: CorpusTables,
  { zone, level }: Pick<ResolvedFunnelOptions, 'zone' | 'level'>,
): Promise<TimingRate | undefined> =>
  oncePerCorpus(corpus, `timing ${zone} ${level}`, () => measured(corpus, zone, level));
