import { CASE_KEY } from '../../engine/said-in-cases.js';
import { wilsonInterval } from '../../stats/shares/interval.js';
import { clusteredCounts, type CountRow } from '../care/clustered-counts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { CUSTOMER } from '../sql.js';
import { shareInterval } from './score-interval.js';

const frame = metricFrame({
  name: 'channelPaths',
  label: { fr: 'De canal en canal', en: 'From channel to channel' },
  unit: 'share',
  denominator: {
    fr: 'dossiers dont un message de client est daté',
    en: 'cases with a dated customer message',
  },
  method: {
    fr: 'Canal du premier message du client, puis premier canal différent où le même dossier se poursuit. Part des dossiers ouverts dans le premier, intervalle de Wilson ; sans suite : le dossier ne change pas de canal.',
    en: 'Channel of the customer’s first message, then the first other channel where the same case goes on. Share of the cases opened in the first, Wilson interval; without a next: the case does not change channel.',
  },
  limits: {
    fr: 'Un changement de canal ne se voit que si les deux côtés montrent quelque chose en commun : c’est un plancher.',
    en: 'A change of channel is seen only when both sides show something in common: a floor.',
  },
  columns: {
    first: 'text',
    next: 'text?',
    n: 'number',
    of: 'number',
    share: 'number',
    low: 'number',
    high: 'number',
  },
});

/** Who begins in which channel, and where the same case goes on: cases and shares of those that begin there. Value: share of cases that change channel. */
export const channelPaths = defineMetric(
  { frame, of: 'cases', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const rows = (
      await corpus.query(`WITH said AS (
        SELECT caseKey, channel, place FROM main.caseSaid
        WHERE direction = 'inbound' AND human AND sentAt IS NOT NULL AND stage <> 'press' AND caseKey IN (SELECT ${CASE_KEY} FROM cases)),
      opened AS (SELECT caseKey, arg_min(channel, place) AS first FROM said GROUP BY caseKey),
      moved AS (SELECT caseKey, arg_min(channel, place) AS next FROM said JOIN opened USING (caseKey) WHERE channel <> first GROUP BY caseKey)
      SELECT first, next, CAST(count(*) AS DOUBLE) AS n FROM opened LEFT JOIN moved USING (caseKey) GROUP BY ALL ORDER BY n DESC, first, next`)
    ).objects() as { first: string; next: string | null; n: number }[];
    const all = rows.reduce((sum, { n }) => sum + n, 0);
    if (all === 0)
      return unmeasured(frame, 0, 'aucun dossier n’a de message daté', 'no case has a dated message');
    const opened = new Map<string, number>();
    for (const { first, n } of rows) opened.set(first, (opened.get(first) ?? 0) + n);
    const moved = rows.reduce((sum, { next, n }) => sum + (next === null ? 0 : n), 0);
    return makeMetric(frame, {
      value: moved / all,
      n: all,
      interval: wilsonInterval(moved, all, level),
      rows: rows.map(({ first, next, n }) => {
        const of = opened.get(first) ?? n,
          { low, high } = wilsonInterval(n, of, level);
        return { first, next, n, of, share: n / of, low, high };
      }),
    });
  },
);

/** Drivers of what happens in a shop. */
const IN_STORE = ['store', 'checkout', 'staff', 'click-and-collect'];

const porosityFrame = metricFrame({
  name: 'storePorosity',
  label: { fr: 'Le magasin raconté en ligne', en: 'The store told online' },
  unit: 'share',
  denominator: { fr: 'messages de clients avec un texte', en: 'customers’ messages with a text' },
  method: {
    fr: 'Part des messages de chaque canal qui nomment un magasin ou parlent de ce qui s’y passe (magasin, caisse, personnel, retrait). Intervalle de Wilson, élargi quand un auteur écrit plusieurs fois.',
    en: 'Share of each channel’s messages that name a store or speak of what happens there (store, checkout, staff, collection). Wilson interval, widened when an author writes several times.',
  },
  columns: {
    channel: 'text',
    n: 'number',
    stores: 'number',
    named: 'number',
    share: 'number',
    low: 'number',
    high: 'number',
  },
});

/** How much of what happens in stores is told in each channel: messages that name a store or speak of one. Value: their share of all. */
export const storePorosity = defineMetric(
  { frame: porosityFrame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const where = `${CUSTOMER} AND text IS NOT NULL`,
      events = {
        named: `store IS NOT NULL OR list_has_any(drivers, [${IN_STORE.map((name) => `'${name}'`).join(', ')}])`,
      };
    const count = { from: 'storedMessages', where, events };
    const [all] = await clusteredCounts(corpus, count);
    if (all === undefined || !all.counts['named'])
      return unmeasured(
        porosityFrame,
        all?.n ?? 0,
        'aucun message ne parle d’un magasin',
        'no message speaks of a store',
      );
    const stores = new Map(
      (
        (
          await corpus.query(
            `SELECT channel, CAST(count(DISTINCT store) AS DOUBLE) AS stores FROM storedMessages WHERE ${where} GROUP BY channel`,
          )
        ).objects() as { channel: string; stores: number }[]
      ).map((row) => [row.channel, row.stores]),
    );
    const told = (row: CountRow) => ({
      k: row.counts['named'] ?? 0,
      n: row.n,
      effectiveN: row.effectiveN['named'] ?? row.n,
    });
    const rows = (await clusteredCounts(corpus, { ...count, by: { channel: 'channel' } })).map((row) => {
      const { k, n } = told(row),
        channel = row.key['channel'] ?? '',
        interval = shareInterval(told(row), level);
      return {
        channel,
        n,
        stores: stores.get(channel) ?? 0,
        named: k,
        share: k / n,
        low: interval?.low ?? 0,
        high: interval?.high ?? 1,
      };
    });
    rows.sort((a, b) => b.named - a.named || (a.channel < b.channel ? -1 : 1));
    return makeMetric(porosityFrame, {
      value: told(all).k / all.n,
      n: all.n,
      interval: shareInterval(told(all), level),
      rows,
    });
  },
);
