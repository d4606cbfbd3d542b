import type { Sector } from '../../model/config.js';
import type { Language } from '../../util/language.js';
import type { NumberStyle } from '../../util/french.js';

/**
 * What is told to a client, as plain data in one language: page, deck, workbook and JSON are renderings of it and compute
 * nothing. Depth 1 is `happened`, `overflows`, `actions` and `tiles`; depth 2 the findings; depth 3 the annex.
 */
export interface Story {
  readonly language: Language;
  readonly title: string;
  /** Period and sources, in a sentence. */
  readonly subtitle: string;
  readonly notes: readonly string[];
  readonly version: string;
  readonly sector: StorySector;
  readonly tiles: readonly Tile[];
  readonly happened: readonly Said[];
  readonly overflows: readonly Said[];
  readonly actions: readonly Action[];
  /** Ranked, the first first. */
  readonly findings: readonly Finding[];
  /** What has too little data: one line each. */
  readonly lines: readonly string[];
  readonly annex: readonly AnnexTable[];
  /** Counts and messages from which a reader's own choice is shown. */
  readonly explorer: Explorer;
}

/** Sector that orders a report; `other` where the configuration names none that is known. */
export type StorySector = Sector | 'other';

/** One number with all that defends it, and where it stands in `metrics.json`. */
export interface Figure {
  /** Name of the metric. */
  readonly metric: string;
  /** Columns that find the row in the metric's table; absent: the metric's own value. */
  readonly row?: Readonly<Record<string, string | number>>;
  /** Column of that row; `value` when there is no row. */
  readonly column: string;
  readonly value: number;
  readonly style: NumberStyle;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** What n counts. */
  readonly denominator: string;
}

/** A sentence and the numbers in it. */
export interface Said {
  readonly text: string;
  readonly figures: readonly Figure[];
}

/** What to do, after which finding, and how much is at stake. */
export interface Action extends Said {
  /** Id of the finding that calls for it. */
  readonly finding: string;
  /** Share of its whole that the action bears on, in [0, 1]; under 5 % it is no priority. */
  readonly stake: number;
}

export interface Tile {
  readonly label: string;
  readonly figure: Figure;
  readonly value: string;
  /** Interval and n. */
  readonly detail: string;
  /** Against the previous period, or why there is no comparison. */
  readonly change: string;
  /** Whether it moved beyond uncertainty since the previous period; absent where the two are not compared. */
  readonly moved?: boolean;
  /** Against the brands of the sector that are in the corpus; empty when nothing can be compared. */
  readonly sector: string;
  readonly finding: string;
}

/** Messages that a mark stands for. */
export interface Facet {
  readonly driver?: string;
  readonly stage?: string;
  readonly channel?: string;
  readonly brand?: string;
  readonly sentiment?: string;
  /** First day of a month. */
  readonly period?: string;
}

export interface Mark {
  readonly label: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** Value as printed. */
  readonly text: string;
  /** Value, interval and n in words. */
  readonly detail: string;
  readonly strong?: boolean;
  /** Place from left to right of a `quadrant` or a `curve`. */
  readonly across?: number;
  readonly facet?: Facet;
}

/** A chart as data, drawn by the page and by the deck alike. */
export interface StoryChart {
  /** `bars`: one mark a category, with its interval; `pairs`: two series; `time`: one mark a period; `curve`: growth over time; `steps`: parts that sum to the last mark; `quadrant`: one mark a place across and up. */
  readonly kind: 'bars' | 'pairs' | 'time' | 'curve' | 'steps' | 'quadrant';
  /** What a `quadrant` reads to the right and up, and where it divides. */
  readonly axes?: readonly [string, string];
  readonly levels?: readonly [number, number];
  readonly title: string;
  /** What is counted, n and the level of the intervals; `counted`: what the marks sum up to, where that is not the n of the finding. */
  readonly subtitle: string;
  readonly counted?: string;
  /** Marks that are in the annex alone. */
  readonly left?: number;
  readonly style: NumberStyle;
  /** Ends of the scale, where it has its own; by default from zero to the largest bound. */
  readonly scale?: readonly [least: number, most: number];
  readonly series: readonly { readonly name: string; readonly marks: readonly Mark[] }[];
  /** Events drawn on a chart over time, at the place of a mark. */
  readonly events: readonly { readonly at: number; readonly label: string }[];
  /** The chart in words, with its figures. */
  readonly alt: string;
}

export interface StoryQuote {
  readonly text: string;
  /** Its tone, where it was read. */
  readonly sentiment?: string;
  readonly source: string;
}

export interface Finding {
  /** Stable: `spill`, `answers`, `crisis-1`, … */
  readonly id: string;
  /** The conclusion, as a sentence: the title of its block and of its slide. */
  readonly title: string;
  /** What adds to the title, in a sentence or two; may be empty. */
  readonly text: string;
  readonly figures: readonly Figure[];
  /** The figure, its interval and its denominator in words. */
  readonly evidence: string;
  /** Against the previous period; empty when there is no comparison. */
  readonly change: string;
  readonly chart: StoryChart | null;
  readonly quotes: readonly StoryQuote[];
  readonly headlines: readonly StoryQuote[];
  readonly action: Action | null;
  readonly method: string;
  readonly limits: string;
  /** What a filter of the page keeps it for. */
  readonly facets: {
    readonly drivers: readonly string[];
    readonly stages: readonly string[];
    readonly periods: readonly string[];
  };
  readonly rank: Rank;
}

/** Why a finding stands where it stands: each in [0, 1], the score is their product. */
export interface Rank {
  readonly size: number;
  readonly certainty: number;
  readonly novelty: number;
  readonly reach: number;
  readonly score: number;
}

/** A table of the annex with the method behind it. */
export interface AnnexTable {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly AnnexColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Said when rows are left out. */
  readonly note: string;
  readonly method: string;
  readonly limits: string;
}

/** A column of a table in the annex. */
export interface AnnexColumn {
  readonly title: string;
  readonly numeric: boolean;
  /** The column, from 0, whose lower bound this one is, or with `upper` its upper one. */
  readonly boundOf?: number;
  readonly upper?: boolean;
}

export interface Explorer {
  readonly definition: string;
  /** Months, first days. */
  readonly periods: readonly Choice[];
  readonly brands: readonly Choice[];
  readonly drivers: readonly Choice[];
  readonly stages: readonly Choice[];
  readonly stores: readonly Choice[];
  readonly counts: readonly {
    readonly period: string;
    readonly stage: string;
    readonly brand: string;
    readonly store: string;
    /** `all`: every message once; empty: messages without a driver. */
    readonly driver: string;
    /** A number for who writes several times, 0 for such people who are not told apart, `null` for who writes once. */
    readonly author: number | null;
    readonly negative: number;
    readonly positive: number;
    readonly n: number;
    readonly rated: number;
    readonly stars: number;
  }[];
  readonly cases: readonly {
    readonly period: string;
    readonly stage: string;
    readonly brand: string;
    readonly store: string;
    readonly driver: string;
    readonly asked: number;
    readonly answered: number;
    readonly followed: number;
    readonly spilled: number;
    /** Variance of `spilled` as links are drawn. */
    readonly doubt: number;
  }[];
  /** Share of the overflows that links find, with its bounds, over which what is seen of a choice is taken; `null`: what is seen is a floor. */
  readonly found: readonly [share: number, low: number, high: number] | null;
  /** Whether the response rate is that of the answers counted: in public it is corrected, and a choice can't tell it again. */
  readonly answersCounted: boolean;
  readonly messages: readonly {
    readonly text: string;
    readonly source: string;
    readonly period: string;
    readonly stage: string;
    readonly channel: string;
    readonly brand: string;
    readonly store: string;
    readonly sentiment: string;
    readonly drivers: readonly string[];
  }[];
}

export interface Choice {
  readonly code: string;
  readonly label: string;
}
