import type { Knobs } from '../../../src/simulate/index.js';
import type { LinkScore } from './link-scores.js';
import type { Score } from './scores.js';

/** All that was measured on one world. */
export interface WorldResult {
  readonly seed: number;
  readonly knobs: Knobs;
  /** From the raw exports, and from truth labels. */
  readonly read: readonly Score[];
  readonly labelled: readonly Score[];
  readonly links: LinkScore;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const number = (value: number): string =>
  Number.isFinite(value) ? value.toFixed(Math.abs(value) >= 10 ? 1 : 3) : '–';
const percent = (value: number): string => (Number.isFinite(value) ? `${Math.round(100 * value)} %` : '–');

/** Coverage, bias, width and share not measured of some scores of one figure. */
export function summary(scores: readonly Score[]): {
  n: number;
  coverage: number;
  bias: number;
  width: number;
  notMeasured: number;
} {
  const measured = scores.filter((one): one is Score & { value: number } => one.value !== null);
  const ranged = measured.filter((one) => one.low !== null && one.high !== null) as (Score & {
    value: number;
    low: number;
    high: number;
  })[];
  return {
    n: scores.length,
    coverage:
      ranged.length === 0
        ? NaN
        : mean(ranged.map(({ low, high, truth }) => (low <= truth && truth <= high ? 1 : 0))),
    bias: measured.length === 0 ? NaN : mean(measured.map(({ value, truth }) => value - truth)),
    width: ranged.length === 0 ? NaN : mean(ranged.map(({ low, high }) => high - low)),
    notMeasured: 1 - measured.length / scores.length,
  };
}

const figuresOf = (results: readonly WorldResult[]): string[] => [
  ...new Set(results.flatMap(({ read }) => read.map(({ figure }) => figure))),
];

/** Coverage of each figure, from the exports and from truth labels. */
function overall(results: readonly WorldResult[]): string[] {
  const lines = [
    '| figure | mean truth | n | coverage | bias | width | not measured | coverage, truth labels | bias, truth labels |',
    '|---|---|---|---|---|---|---|---|---|',
  ];
  for (const figure of figuresOf(results)) {
    const of = (part: 'read' | 'labelled'): Score[] =>
      results.flatMap((result) => result[part].filter((one) => one.figure === figure));
    const [read, labelled] = [summary(of('read')), summary(of('labelled'))];
    lines.push(
      `| ${figure} | ${number(mean(of('read').map(({ truth }) => truth)))} | ${read.n} | ${percent(read.coverage)} | ${number(read.bias)} | ${number(read.width)} | ${percent(read.notMeasured)} | ${percent(labelled.coverage)} | ${number(labelled.bias)} |`,
    );
  }
  return lines;
}

/** Coverage of the main figures at each level of each knob, from the exports. */
function byKnob(results: readonly WorldResult[], figures: readonly string[]): string[] {
  const lines = [
    `| knob | level | worlds | ${figures.join(' | ')} |`,
    `|---|---|---|${figures.map(() => '---|').join('')}`,
  ];
  for (const knob of Object.keys(results[0]?.knobs ?? {}) as (keyof Knobs)[]) {
    const levels = [...new Set(results.map(({ knobs }) => knobs[knob]))].toSorted((a, b) => (a < b ? -1 : 1));
    for (const level of levels) {
      const own = results.filter(({ knobs }) => knobs[knob] === level);
      const cells = figures.map((figure) => {
        const scores = own.flatMap(({ read }) => read.filter((one) => one.figure === figure));
        if (scores.length === 0) return '–';
        const { coverage, bias } = summary(scores);
        return `${percent(coverage)} (${bias >= 0 ? '+' : '−'}${number(Math.abs(bias))})`;
      });
      lines.push(`| ${knob} | ${level} | ${own.length} | ${cells.join(' | ')} |`);
    }
  }
  return lines;
}

/** Intervals of a figure at one level from which its coverage there is told. */
const TOLD = 10;

/** Where a figure falls short at a level of a knob: under 80 % of its intervals hold, or over 30 % are not measured (but not all, as where replies are not exported). */
function shortfalls(results: readonly WorldResult[]): string[] {
  const lines = ['| knob | level | figure | n | coverage | not measured |', '|---|---|---|---|---|---|'];
  for (const knob of Object.keys(results[0]?.knobs ?? {}) as (keyof Knobs)[])
    for (const level of new Set(results.map(({ knobs }) => knobs[knob])))
      for (const figure of figuresOf(results)) {
        const scores = results
          .filter(({ knobs }) => knobs[knob] === level)
          .flatMap(({ read }) => read.filter((one) => one.figure === figure));
        const { n, coverage, notMeasured } = summary(scores);
        if (n >= TOLD && (coverage < 0.8 || (notMeasured > 0.3 && notMeasured < 1)))
          lines.push(
            `| ${knob} | ${level} | ${figure} | ${n} | ${percent(coverage)} | ${percent(notMeasured)} |`,
          );
      }
  return lines;
}

const BINS = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 1] as const;

function linkTable(results: readonly WorldResult[]): string[] {
  const lines = ['| links | said | n | mean said | right |', '|---|---|---|---|---|'];
  for (const stage of ['public', 'press'])
    for (let i = 0; i + 1 < BINS.length; i++) {
      const [from, to] = [BINS[i] as number, BINS[i + 1] as number];
      const inside = results
        .flatMap(({ links }) => links.links)
        .filter(({ toStage, probability }) => toStage === stage && probability > from && probability <= to);
      if (inside.length > 0)
        lines.push(
          `| private→${stage} | ${from}–${to} | ${inside.length} | ${number(mean(inside.map(({ probability }) => probability)))} | ${percent(mean(inside.map(({ right }) => (right ? 1 : 0))))} |`,
        );
    }
  const [found, linkable] = [
    results.reduce((sum, { links }) => sum + links.found, 0),
    results.reduce((sum, { links }) => sum + links.linkable, 0),
  ];
  return [
    ...lines,
    '',
    `Recall of the linkable spills at p > 0.5: ${found} of ${linkable} (${percent(found / linkable)}).`,
  ];
}

const MAIN = [
  'spillRate',
  'timeToSpill 30 d',
  'answerEffect',
  'deversoirMatrix private→public',
  'icebergRatio',
  'responseRate private',
];

/** The whole table as Markdown, as it came out. */
export function markdown(results: readonly WorldResult[]): string {
  const seeds = results.map(({ seed }) => seed);
  return [
    '# Worlds',
    '',
    `Figures on ${results.length} random worlds (${seeds.length < 60 ? `seeds ${seeds.join(', ')}` : `seeds from ${Math.min(...seeds)} to ${Math.max(...seeds)}`}), as they came out; \`WORLDS=${results.length} npm run test:long -- worlds\` prints this. Each world is read from its raw exports by the reader, the classifiers and the linking (first columns), and measured once more from truth labels (last columns), so that errors of reading and linking and of estimating are told apart. Coverage is the share of nominal 95 % intervals that hold the truth; bias is the mean of figure − truth; counts have no interval.`,
    '',
    '## Figures',
    '',
    ...overall(results),
    '',
    '## Links',
    '',
    ...linkTable(results),
    '',
    '## By level of each knob',
    '',
    'Coverage from the raw exports, with the bias in brackets.',
    '',
    ...byKnob(results, MAIN),
    '',
    '## Where a figure falls short',
    '',
    `Figures of which, at a level of a knob, under 80 % of ${TOLD} intervals or more hold, or over 30 % are not measured.`,
    '',
    ...shortfalls(results),
    '',
  ].join('\n');
}
