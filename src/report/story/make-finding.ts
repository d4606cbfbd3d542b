import type { Metric } from '../../model/index.js';
import { changeOf } from './change.js';
import type { Telling } from './reading.js';
import type { Action, Figure, Finding, Rank, StoryChart, StoryQuote } from './story.js';

export interface Draft {
  readonly id: string;
  readonly metric: Metric;
  readonly title: string;
  readonly text?: string;
  /** The first is the figure of the finding. */
  readonly figures: readonly [Figure, ...Figure[]];
  /** On what it stands, where the title tells the first figure in another unit. */
  readonly evidence?: string;
  readonly chart?: StoryChart | null;
  readonly quotes?: readonly StoryQuote[];
  readonly headlines?: readonly StoryQuote[];
  readonly action?: Omit<Action, 'finding'> | null;
  readonly drivers?: readonly string[];
  readonly stages?: readonly string[];
  readonly periods?: readonly string[];
  /** Share of its whole that the finding bears on, in [0, 1]. */
  readonly size: number;
  /** Furthest stage it reaches. */
  readonly stage: 'private' | 'public' | 'press';
  /** How new it is, in [0, 1]; by default from the change against the previous period. */
  readonly novelty?: number;
  /** False where the figure is not what two quarters were compared on. */
  readonly compared?: boolean;
}

/** Private matters are one customer's, public ones everybody's, the press a nation's. */
const REACH: Readonly<Record<Draft['stage'], number>> = { private: 0.6, public: 0.8, press: 1 };

const within = (value: number): number => Math.min(1, Math.max(0.05, value));

/** 1 for a bare count of many, near 0 when the interval is as wide as the value. */
function certaintyOf({ value, low, high, n, style }: Figure): number {
  if (low === null || high === null) return within(1 - 1 / Math.sqrt(Math.max(1, n)));
  if (style === 'ratio' && low <= 1 && high >= 1) return 0.1;
  const scale = style === 'score' ? 0.5 : Math.max(Math.abs(value), 1e-9);
  return within(1 - (high - low) / (2 * scale));
}

/** Whether a figure stands in a text by itself: « 5,0 % » is no part of « 15,0 % ». */
const prints = (text: string, told: string): boolean => {
  const parts = text.split(told);
  return parts
    .slice(1)
    .some((after, at) => !/[\d−][,.\u202f]?$/.test(parts[at] as string) && !/^[,.\u202f]?\d/.test(after));
};

/** On what a finding stands; an interval of a figure that its title does not print begins with it. */
function evidenceOf({ title, figures: [figure] }: Draft, { words }: Telling): string {
  const told = words.value(figure.value, figure.style);
  const untold = figure.low !== null && figure.style !== 'ratio' && !prints(title, told);
  return `${untold ? words.say(`${told} ; `, `${told}; `) : ''}${words.evidence(figure)}`;
}

/** A finding with its rank: size × certainty × novelty × reach of the stage. */
export function makeFinding(telling: Telling, draft: Draft): Finding {
  const { metric, figures } = draft;
  const change = draft.compared === false ? null : changeOf(telling, figures[0].metric);
  const parts: Omit<Rank, 'score'> = {
    size: within(draft.size),
    certainty: certaintyOf(figures[0]),
    novelty: draft.novelty ?? (change === null ? 0.5 : change.clear ? 1 : 0.3),
    reach: REACH[draft.stage],
  };
  const { words } = telling;
  return {
    id: draft.id,
    title: draft.title,
    text: draft.text ?? '',
    figures,
    evidence: draft.evidence ?? evidenceOf(draft, telling),
    change: change?.text ?? '',
    chart: draft.chart ?? null,
    quotes: draft.quotes ?? [],
    headlines: draft.headlines ?? [],
    action: draft.action ? { ...draft.action, finding: draft.id } : null,
    method: words.of(metric.method),
    limits: metric.limits === undefined ? '' : words.of(metric.limits),
    facets: {
      drivers: draft.drivers ?? [],
      stages: draft.stages ?? [draft.stage],
      periods: draft.periods ?? [],
    },
    rank: { ...parts, score: parts.size * parts.certainty * parts.novelty * parts.reach },
  };
}
