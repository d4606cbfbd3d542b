import type { CorpusTables } from '../../engine/corpus-tables.js';
import { formatNumber } from '../../util/french.js';
import { usedParameters } from '../care/clustered-counts.js';
import { grainOf, perGrain } from '../grain.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, metricFrame, type Bilingual, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { countWhere, periodOf, quarterHours, SPOKEN } from '../sql.js';

const frameOf = (grain: 'week' | 'month') =>
  metricFrame({
    name: 'messageVolume',
    label: { fr: `Messages ${perGrain(grain).fr}`, en: `Messages ${perGrain(grain).en}` },
    unit: 'messages',
    denominator: {
      fr: 'messages datés écrits par une personne, hors notes internes',
      en: 'dated messages written by a person, internal notes left out',
    },
    method: {
      fr: `Dénombrement exhaustif des messages conservés${grain === 'week' ? ' ; la semaine commence le lundi' : ''}. Sans intervalle : rien n’est estimé.`,
      en: `Exhaustive count of the kept messages${grain === 'week' ? '; weeks begin on Monday' : ''}. No interval: nothing is estimated.`,
    },
    columns: {
      period: 'text',
      grain: 'text',
      stage: 'text',
      channel: 'text',
      direction: 'text',
      n: 'number',
    },
  });

type DatedRow = RowOf<ReturnType<typeof frameOf>['columns']>;
type VolumeRow = Omit<DatedRow, 'period'> & { readonly period: string | null };

/**
 * Messages by period × stage × channel × direction; the period is its first day, a week or a month (`grain`). Value: number of
 * dated messages; undated ones are counted in the limits, never put in a period.
 */
export const messageVolume = defineMetric(
  { frame: frameOf('week'), of: 'messages', groups: 'value' },
  async (corpus, options: MetricOptions) => {
    const { zone } = resolveOptions(options);
    const grain = await grainOf(corpus);
    const frame = frameOf(grain);
    const sql = `SELECT CASE WHEN sentAt IS NULL THEN NULL ELSE ${periodOf('sentAt', grain)} END AS period, '${grain}' AS grain, stage, channel, direction,
      CAST(sum(n) AS DOUBLE) AS n
    FROM ${quarterHours(SPOKEN, 'stage', 'channel', 'direction')} GROUP BY ALL ORDER BY period, stage, channel, direction`;
    const all = (await corpus.query(sql, usedParameters(sql, { zone }))).objects() as VolumeRow[];
    const rows = all.filter((row): row is DatedRow => row.period !== null);
    const total = (list: readonly VolumeRow[]): number => list.reduce((sum, row) => sum + row.n, 0);
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
  },
);

const channelFrame = metricFrame({
  name: 'volumeByChannel',
  label: { fr: 'Messages par canal', en: 'Messages by channel' },
  unit: 'messages',
  denominator: {
    fr: 'messages conservés écrits par une personne, datés ou non, hors notes internes',
    en: 'kept messages written by a person, dated or not, internal notes left out',
  },
  method: {
    fr: 'Dénombrement exhaustif. Réponses automatiques, avis de service, répétitions, partages et messages privés qui ne sont pas de clients (fournisseurs, candidatures, démarchage, lettres d’information) sont comptés à part.',
    en: 'Exhaustive count. Automatic replies, service notices, repeats, reshares and private messages that are none of customers (suppliers, applicants, offers of services, newsletters) are counted apart.',
  },
  columns: {
    stage: 'text',
    channel: 'text',
    inbound: 'number',
    outbound: 'number',
    authors: 'number',
    n: 'number',
    distinctTexts: 'number',
    automatic: 'number',
    service: 'number',
    repeats: 'number',
    reshares: 'number',
    business: 'number',
  },
});

/** What customers wrote in public may be more or fewer by the copies under posts that the exports do not hold. */
async function rangeOf(corpus: CorpusTables, inPublic: number): Promise<Bilingual | undefined> {
  const { reshares, own } = (
    await corpus.query(`SELECT ${countWhere("speech = 'reshare'")} AS reshares, ${countWhere("speech = 'own'")} AS own
      FROM storedMessages SEMI JOIN (SELECT DISTINCT file, "row" FROM main.doubts WHERE reason = 'absent-post') USING (file, "row")`)
  ).object() as { reshares: number; own: number };
  const n = reshares + own;
  if (n === 0) return undefined;
  const [low, high] = [inPublic - own, inPublic + reshares];
  const many = (k: number, one: string, more: string): string => `${formatNumber(k)} ${k > 1 ? more : one}`;
  return {
    fr: `${many(n, 'message public dit', 'messages publics disent')} mot pour mot ce que disent d’autres comptes, sous un même message absent de ces exports ou pour une même promotion : ${many(reshares, 'compte comme un partage', 'comptent comme des partages')}, puisque les copies sous les messages présents en sont, et une promotion reprise en chœur ; ${many(own, 'compte comme écrit par son auteur', 'comptent comme écrits par leurs auteurs')}. Les clients ont écrit de ${formatNumber(low)} à ${formatNumber(high)} messages publics.`,
    en: `${n} public message${n > 1 ? 's say' : ' says'} word for word what other accounts say, under one post that is not in these exports or for one promotion: ${reshares} ${reshares === 1 ? 'counts' : 'count'} as ${reshares === 1 ? 'a reshare' : 'reshares'}, as what is repeated under posts that are there, and a promotion in chorus, ${own} as written by ${own === 1 ? 'its author' : 'their authors'}. Customers wrote ${low} to ${high} messages in public.`,
  };
}

/**
 * Messages by stage × channel, those of customers and those of the brand, with the number of distinct authors and of distinct texts of
 * customers; beside them, what no person wrote there: automatic replies, service notices, repeats, reshares, and what others than customers wrote in private. Copies under a post that the exports
 * do not hold, and promotions in chorus, may be reshares: how many, and the range that leaves, are in the limits.
 */
export const volumeByChannel = defineMetric(
  { frame: channelFrame, of: 'messages', groups: 'rows' },
  async (corpus) => {
    const rows = (
      await corpus.query(`SELECT stage, channel, ${countWhere("spoken AND direction = 'inbound'")} AS inbound, ${countWhere("spoken AND direction = 'outbound'")} AS outbound,
      CAST(count(DISTINCT authorKey) FILTER (WHERE spoken) AS DOUBLE) AS authors, ${countWhere('spoken')} AS n,
      CAST(count(DISTINCT coalesce(textKey, messageId)) FILTER (WHERE spoken AND direction = 'inbound') AS DOUBLE) AS distinctTexts,
      ${countWhere("speech = 'automatic'")} AS automatic, ${countWhere("speech = 'service'")} AS service, ${countWhere("speech = 'repeat'")} AS repeats, ${countWhere("speech = 'reshare'")} AS reshares, ${countWhere("speech = 'business' AND direction = 'inbound'")} AS business
    FROM (SELECT *, ${SPOKEN} AS spoken FROM storedMessages WHERE direction <> 'internal') GROUP BY stage, channel ORDER BY n DESC, stage, channel`)
    ).objects() as RowOf<typeof channelFrame.columns>[];
    const n = rows.reduce((sum, row) => sum + row.n, 0);
    if (n === 0) return unmeasured(channelFrame, 0, 'aucun message conservé', 'no message was kept');
    const inPublic = rows.reduce((sum, row) => sum + (row.stage === 'public' ? row.inbound : 0), 0);
    return makeMetric(channelFrame, { value: n, n, rows, limits: await rangeOf(corpus, inPublic) });
  },
);
