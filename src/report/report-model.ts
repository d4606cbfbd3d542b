import type { Chart } from '../charts/chart.js';
import type { Manifest, Metric } from '../model/index.js';

/** A report as plain data: what a page, a deck or a workbook shows, in order. Texts are French, not yet escaped. */
export interface ReportModel {
  readonly language: 'fr';
  readonly title: string;
  /** Period and sources, in a sentence. */
  readonly subtitle: string;
  /** Sentences that the reader must know first. */
  readonly notes: readonly string[];
  /** Version of the library that made it. */
  readonly version: string;
  readonly sections: readonly ReportSection[];
  readonly metrics: readonly Metric[];
  readonly manifest: Manifest;
}

export interface ReportSection {
  /** Anchor, stable: `synthese`, `volumes`, … */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly ReportBlock[];
}

export type ReportBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Small print for the analyst who wants to go back to the data. */
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'figures'; readonly items: readonly KeyFigure[] }
  | { readonly kind: 'chart'; readonly chart: Chart; readonly narrow: Chart }
  | ReportTable
  | { readonly kind: 'quotes'; readonly quotes: readonly Quote[] }
  | { readonly kind: 'note'; readonly text: string }
  /** How the figures above were made, and what they can't say. */
  | { readonly kind: 'method'; readonly method: string; readonly limits?: string }
  /** Metrics that could not be measured for one same reason. */
  | { readonly kind: 'missing'; readonly what: readonly string[]; readonly why: string };

/** One number of the top of the report, with what is needed to defend it. */
export interface KeyFigure {
  readonly label: string;
  readonly value: string;
  /** Interval and n. */
  readonly detail: string;
}

export interface ReportTable {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A text that may be quoted. `text` is the user's, masked, and hostile until escaped. */
export interface Quote {
  readonly text: string;
  /** Channel, date, sentiment, driver. */
  readonly source: string;
}

export interface ReportInput {
  readonly manifest: Manifest;
  /** Basic metrics; looked up by name, the order is free. */
  readonly metrics: readonly Metric[];
  /** Metrics of the funnel private → public → press, shown in the order given. */
  readonly funnel?: readonly Metric[];
  /** Metrics of bursts, crises and alerts; looked up by name. */
  readonly crises?: readonly Metric[];
}

export interface ReportOptions {
  /** Client's brand, for the title. */
  readonly brand?: string;
  /** Whole title, in place of the one made from the brand. */
  readonly title?: string;
  /** IANA zone in which dates are written. Default `Europe/Paris`. */
  readonly zone?: string;
  /** Sentences under the title, e.g. that the data are a demonstration. */
  readonly notes?: readonly string[];
}
