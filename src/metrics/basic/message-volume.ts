import type { CorpusTables } from '../../engine/corpus-tables.js';
import type { Metric } from '../../model/index.js';
import { usedParameters } from '../care/clustered-counts.js';
import { grainOf, perGrain } from '../grain.js';
import { makeMetric, unmeasured, type MetricFrame, type TableRow } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { periodOf } from '../sql.js';

const frameOf = (grain: 'week' | 'month'): MetricFrame => ({
  name: 'messageVolume',
  label: { fr: `Messages ${perGrain(grain).fr}`, en: `Messages ${perGrain(grain).en}` },
  unit: 'messages',
  denominator: { fr: 'messages datés, hors notes internes', en: 'dated messages, internal notes left out' },
  method: {
    fr: `Dénombrement exhaustif des messages conservés${grain === 'week' ? ' ; la semaine commence le lundi' : ''}. Sans intervalle : rien n’est estimé.`,
    en: `Exhaustive count of the kept messages${grain === 'week' ? '; weeks begin on Monday' : ''}. No interval: nothing is estimated.`,
  },
  columns: ['period', 'grain', 'stage', 'channel', 'direction', 'n'],
});

/**
 * Messages by period × stage × channel × direction; the period is its first day, a week or a month (`grain`). Value: number of
 * dated messages; undated ones are counted in the limits, never put in a period.
 */
export async function messageVolume(corpus: CorpusTables, options: MetricOptions = {}): Promise<Metric> {
  const { zone } = resolveOptions(options);
  const grain = await grainOf(corpus);
  const frame = frameOf(grain);
  const sql = `SELECT CASE WHEN sentAt IS NULL THEN NULL ELSE ${periodOf('sentAt', grain)} END AS period, '${grain}' AS grain, stage, channel, direction,
      CAST(count(*) AS DOUBLE) AS n
    FROM messages WHERE direction <> 'internal' GROUP BY ALL ORDER BY period, stage, channel, direction`;
  const all = (await corpus.query(sql, usedParameters(sql, { zone }))).objects() as TableRow[];
  const rows = all.filter((row) => row['period'] !== null);
  const total = (list: readonly TableRow[]): number => list.reduce((sum, row) => sum + Number(row['n']), 0);
  const n = total(rows);
  const undated = total(all) - n;
  if (n === 0) {
    return undated === 0
      ? unmeasured(frame, 0, 'aucun message conservé', 'no message was kept')
      : unmeasured(
          frame,
          0,
          undated === 1 ? 'le seul message n’est pas daté' : `aucun des ${undated} messages n’est daté`,
          `none of the ${undated} messages has a date`,
        );
  }
  const limits =
    undated === 0
      ? undefined
      : {
          fr: `${undated} message${undated > 1 ? 's' : ''} sans date hors du décompte ${perGrain(grain).fr}.`,
          en: `${undated} undated message${undated > 1 ? 's' : ''} not counted in any ${grain}.`,
        };
  return makeMetric(frame, { value: n, n, rows, limits });
}

const channelFrame: MetricFrame = {
  name: 'volumeByChannel',
  label: { fr: 'Messages par canal', en: 'Messages by channel' },
  unit: 'messages',
  denominator: {
    fr: 'messages conservés, datés ou non, hors notes internes',
    en: 'kept messages, dated or not, internal notes left out',
  },
  method: { fr: 'Dénombrement exhaustif.', en: 'Exhaustive count.' },
  columns: ['stage', 'channel', 'inbound', 'outbound', 'authors', 'n'],
};

/** Messages by stage × channel, those of customers and those of the brand, with the number of distinct authors. */
export async function volumeByChannel(corpus: CorpusTables): Promise<Metric> {
  const rows = (
    await corpus.query(`SELECT stage, channel, CAST(count(*) FILTER (WHERE direction = 'inbound') AS DOUBLE) AS inbound,
      CAST(count(*) FILTER (WHERE direction = 'outbound') AS DOUBLE) AS outbound,
      CAST(count(DISTINCT authorKey) AS DOUBLE) AS authors, CAST(count(*) AS DOUBLE) AS n
    FROM messages WHERE direction <> 'internal' GROUP BY stage, channel ORDER BY n DESC, stage, channel`)
  ).objects() as TableRow[];
  const n = rows.reduce((sum, row) => sum + Number(row['n']), 0);
  if (n === 0) return unmeasured(channelFrame, 0, 'aucun message conservé', 'no message was kept');
  return makeMetric(channelFrame, { value: n, n, rows });
}
