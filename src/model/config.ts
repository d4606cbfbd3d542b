import type { TopicTaxonomy } from './topic.js';

/** Sectors that are known: their drivers, subjects and order of the report. */
export const SECTORS = ['agri-food', 'retail'] as const;
export type Sector = (typeof SECTORS)[number];

/** A unit cost: from `low` to `high`, and where it comes from (a study, an accounting figure). */
export interface CostRange {
  readonly low: number;
  readonly high: number;
  readonly source: string;
}

/** When the brand answers, in local time. */
export interface BusinessHours {
  /** Days of the week, 1 for Monday to 7 for Sunday. */
  readonly days: readonly number[];
  /** Hours of the day, 0 to 24: open from `from` until `to`. */
  readonly from: number;
  readonly to: number;
}

/** What things cost the user. Each is optional: only what all of its costs are known of is turned into euros. */
export interface UnitCosts {
  /** ISO 4217; `EUR` unless said. */
  readonly currency?: string;
  /** Euros a lost customer is worth. */
  readonly lostCustomer?: CostRange;
  /** Share of customers lost after their problem went public, 0 to 1. */
  readonly lossAfterSpill?: CostRange;
  /** Share of customers lost when a complaint stays without an answer, 0 to 1. */
  readonly lossUnanswered?: CostRange;
  /** Euros a review of one or two stars costs. */
  readonly negativeReview?: CostRange;
  /** Euros an hour of an agent costs. */
  readonly agentHour?: CostRange;
  /** Minutes an agent spends on a reply. */
  readonly minutesPerReply?: CostRange;
  /** Euros a point of click rate is worth over the period. */
  readonly clickRatePoint?: CostRange;
  /** Points of click rate that a star of rating is worth. */
  readonly clickPointsPerStar?: CostRange;
}

/**
 * What the user says about a client: `deversoir.json`, beside the exports or given with `--config`. All optional.
 */
export interface CorpusConfig {
  /** The client's brand, as reports name it. */
  readonly brand?: string;
  /** Names, handles and addresses of the brand's own accounts and agents. */
  readonly brandAccounts?: readonly string[];
  /** Brands that share of voice compares with. */
  readonly competitors?: readonly string[];
  /** Other spellings: brand or product → how people write it. */
  readonly aliases?: Readonly<Record<string, readonly string[]>>;
  readonly products?: readonly string[];
  /**
   * Which drivers are looked for (agri-food: its own, delivery, staff and loyalty; retail, or none given: all), which taxonomy of subjects where none is given,
   * and what the report tells first.
   */
  readonly sector?: 'agri-food' | 'retail';
  /** Heads that `deversoir train` or `deversoir adapt` wrote, in place of the shipped ones of their names: paths from this file. */
  readonly heads?: readonly string[];
  /** Taxonomies of subjects: `agri-food`, `retail`, a JSON file (path from this file), or one of your own, see `TopicTaxonomy`. Default: that of the sector. */
  readonly taxonomies?: readonly (string | TopicTaxonomy)[];
  /** IANA zone for times without zone. */
  readonly zone?: string;
  readonly dateOrder?: 'dmy' | 'mdy';
  /** Path of an extract of Open Food Facts: tab-separated CSV, JSONL or Parquet. */
  readonly productFacts?: string;
  /** Unit costs, for what is at stake in euros; off unless given. */
  readonly costs?: UnitCosts;
  /** When the brand answers: reply and resolution times count open hours alone. Default: all hours. */
  readonly businessHours?: BusinessHours;
  /** Hours within which a reply is due (SLA), open ones where business hours are given. Default 24. */
  readonly replyTargetHours?: number;
  /** The part that `deversoir report` tells of, as `--period` names it: `2026-Q3`. Default: all. */
  readonly period?: string;
  /** Sentences for the head of the report: what its reader must know first. */
  readonly notes?: readonly string[];
}
