import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Metric } from '../model/index.js';
import { usedParameters } from './care/clustered-counts.js';
import { contributionShares } from './basic/contribution-shares.js';
import { driverShares } from './basic/driver-shares.js';
import { grainOf } from './grain.js';
import { harmShares } from './basic/harm-shares.js';
import { netSentimentScore } from './basic/net-sentiment.js';
import { shareOfVoice } from './basic/share-of-voice.js';
import { CUSTOMER, periodOf, PUBLIC_CUSTOMER, SPOKEN, OPEN_VOICED } from './sql.js';
import { messageVolume } from './basic/message-volume.js';

/** A bar, dot or line of a table of the report that a message is counted in. */
export interface BarOfMessage {
  readonly metric: string;
  /** Values of the columns that name the bar: `{ period: '2026-03-02', stage: 'public' }`. */
  readonly bar: Readonly<Record<string, string>>;
  /** The whole count of the bar, this message among them. */
  readonly count: number;
}

interface Facts {
  readonly stage: string;
  readonly period: string | null;
  readonly direction: string;
  readonly sentiment: string | null;
  readonly customer: boolean;
  readonly publicCustomer: boolean;
  readonly voiced: boolean;
  readonly spoken: boolean;
  readonly hasText: boolean;
  readonly drivers: readonly string[];
  readonly harms: readonly string[];
  readonly contributions: readonly string[];
  readonly brands: readonly string[];
}

/**
 * The bars of the report that one message is counted in, with the count of each, read off the metrics themselves. Empty when
 * the message is unknown or counted nowhere.
 */
export async function barsOfMessage(corpus: CorpusTables, messageId: string): Promise<BarOfMessage[]> {
  const sql = `SELECT stage, direction, sentiment, drivers, harms, contributions, brands, text IS NOT NULL AS hasText,
      CASE WHEN sentAt IS NULL THEN NULL ELSE ${periodOf('sentAt', await grainOf(corpus))} END AS period, (${CUSTOMER}) AS customer,
      (${PUBLIC_CUSTOMER}) AS publicCustomer, (${OPEN_VOICED}) AS voiced, (${SPOKEN}) AS spoken
    FROM storedMessages WHERE messageId = $messageId`;
  const facts = (await corpus.query(sql, usedParameters(sql, { messageId, zone: corpus.zone }))).object() as
    Facts | undefined;
  if (facts === undefined) return [];
  const bars: BarOfMessage[] = [];
  const add = (metric: Metric, bar: Readonly<Record<string, string>>, column: string): void => {
    const rows = (metric.table.objects() as Record<string, unknown>[]).filter((row) =>
      Object.entries(bar).every(([name, value]) => row[name] === value),
    );
    const count = rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
    if (count > 0) bars.push({ metric: metric.name, bar, count });
  };
  if (facts.period !== null && facts.spoken)
    add(
      await messageVolume(corpus),
      { period: facts.period, stage: facts.stage, direction: facts.direction },
      'n',
    );
  if (facts.customer && facts.sentiment !== null)
    add(await netSentimentScore(corpus), { stage: facts.stage }, facts.sentiment);
  if (facts.customer && facts.hasText)
    for (const driver of facts.drivers) add(await driverShares(corpus), { driver }, 'n');
  if (facts.publicCustomer && facts.hasText) {
    for (const name of facts.harms) add(await harmShares(corpus), { harm: name }, 'messages');
    for (const contribution of facts.contributions)
      add(await contributionShares(corpus), { contribution }, 'messages');
  }
  if (facts.voiced) for (const brand of facts.brands) add(await shareOfVoice(corpus), { brand }, 'mentions');
  return bars;
}
