import type { CorpusTables } from '../../engine/corpus-tables.js';
import { openAt, opennessOf, silenceOf, silencesOf } from '../../stats/survival/open-silence.js';
import { oncePerCorpus } from '../memo.js';
import { riskCases, type RiskCase } from './answer-spells.js';
import { foundSpills } from './found-spills.js';
import type { ResolvedFunnelOptions } from './funnel-cases.js';
import { atTheEnd } from './reservoir-learning.js';
import { DORMANT_DAYS, openCases } from './reservoir-model.js';
import type { UnseenOpen } from './unseen-open.js';
import { waitingEstimate } from './waiting-estimate.js';
import { waitsAgain } from './waits-again.js';

/** Of the silences that nothing breaks, how many begin with a matter that is settled: none, half of them, all. */
const PAST = { high: 0, expected: 0.5, low: 1 } as const;

/** How many of some cases without a trace of resolution are open, those that went public unseen and those told twice among them. */
type OpenOf = (cases: readonly Silent[]) => UnseenOpen;
type Silent = Pick<RiskCase, 'caseId' | 'waiting'>;

/** Who waits is open; who was answered and is silent as far as those who break such a silence tell. */
async function openOf(corpus: CorpusTables): Promise<OpenOf> {
  const waits = await waitsAgain(corpus),
    spells = (await riskCases(corpus)).map(({ caseId, answered, end }) => ({
      caseId,
      spell: { turned: answered ?? Infinity, end, known: waits.get(caseId) ?? [] },
    }));
  const silence = silenceOf(spells.map(({ spell }) => spell)),
    most = silence.lasting.at(-1) as number;
  const silent = new Map(
    spells.map(({ caseId, spell }) => {
      const last = silencesOf(spell).at(-1);
      return [caseId, last === undefined || last.broken ? Infinity : last.to - last.from];
    }),
  );
  const sum = (cases: readonly Silent[], past: number): number => {
    const openness = opennessOf(silence, past * most);
    return cases.reduce(
      (all, { caseId, waiting }) => all + (waiting ? 1 : openAt(openness, silent.get(caseId) ?? Infinity)),
      0,
    );
  };
  return (cases) => ({
    expected: sum(cases, PAST.expected),
    low: sum(cases, PAST.low),
    high: sum(cases, PAST.high),
  });
}

/** What of those told is open when the exports end, the public ones too, learnt on all exports of the brand: parts of them are too small to tell. */
async function keptOf(
  wide: CorpusTables,
  options: ResolvedFunnelOptions,
): Promise<{ readonly openOf: OpenOf; readonly of: number; readonly kept: UnseenOpen }> {
  const tell = await openOf(wide),
    { at, cases } = await atTheEnd(wide, await riskCases(wide)),
    open = openCases(cases, at).map(({ oneCase }) => oneCase),
    { expected } = tell(open);
  const kept = await waitingEstimate(
    wide,
    { waiting: expected, untraced: open.length },
    await foundSpills(wide, options),
    { ...options, since: (at - DORMANT_DAYS * 24) * 3_600_000 },
  );
  return { openOf: tell, of: Math.max(1, expected), kept };
}

/**
 * How many of the young cases without a trace of resolution when the exports end are still open: those that wait, and of those answered and silent since half of what
 * nobody can tell (who writes again was open, who never does may be or not: mixture cure model, as in `answerEffect`), less what `waitingEstimate`
 * takes off those that wait. Bounds: from all of these silent settled to none of them, with the doubts of that estimate by their squares. `null` where that is fewer than the `waiting` customers
 * told beside, some of whom wait in older cases.
 */
export async function stillOpen(
  corpus: CorpusTables,
  cases: readonly Silent[],
  waiting: number,
  options: ResolvedFunnelOptions,
): Promise<UnseenOpen | null> {
  const wide = corpus.ofItsBrands(),
    { level, seed, zone, replicates } = options;
  const {
    openOf: tell,
    of,
    kept,
  } = await oncePerCorpus(wide, `still open ${zone} ${level} ${seed} ${replicates}`, () =>
    keptOf(wide, options),
  );
  const own = tell(cases),
    part = own.expected / of,
    expected = part * kept.expected;
  if (Math.round(expected) < waiting) return null;
  return {
    expected,
    low: Math.max(0, expected - Math.hypot(part * (kept.expected - kept.low), own.expected - own.low)),
    high: Math.min(
      cases.length,
      expected + Math.hypot(part * (kept.high - kept.expected), own.high - own.expected),
    ),
  };
}
