import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, metricFrame, type RowOf } from '../make-metric.js';
import { PRESS } from '../sql.js';

const LISTED = 12;
/** Order of the copies of a text: the earliest first, ties by id. */
const FIRST = `(coalesce(sentAt, TIMESTAMP '9999-01-01'), messageId)`;
const frame = metricFrame({
  name: 'pressArticles',
  label: { fr: 'Articles de presse', en: 'Press articles' },
  unit: 'articles',
  denominator: { fr: 'articles conservés', en: 'kept articles' },
  method: {
    fr: 'Dénombrement exhaustif des articles lus ; reprises d’un même texte comptées une fois par titre de presse.',
    en: 'Exhaustive count of the articles read; the same text counts once a newspaper.',
  },
  columns: {
    title: 'text?',
    source: 'text?',
    sentAt: 'instant?',
    dayOnly: 'boolean?',
    sentiment: 'text?',
    driver: 'text?',
    copies: 'number',
  },
});

/** Press articles, latest first, the same text in several newspapers on one line with its number of copies; at most 12 lines. */
export const pressArticles = defineMetric(
  { frame: frame, of: 'messages', groups: 'value' },
  async (corpus) => {
    const rows = (
      await corpus.query(`SELECT arg_min(title, ${FIRST}) AS title, arg_min(sourceName, ${FIRST}) AS source, min(sentAt) AS sentAt, bool_or(dayOnly) AS dayOnly,
      arg_min(sentiment, ${FIRST}) AS sentiment, list_extract(arg_min(drivers, ${FIRST}), 1) AS driver,
      CAST(count(*) AS DOUBLE) AS copies, CAST(sum(count(*)) OVER () AS DOUBLE) AS total
    FROM storedMessages WHERE ${PRESS} GROUP BY coalesce(textKey, messageId)
    ORDER BY sentAt DESC NULLS LAST, title LIMIT ${LISTED}`)
    ).objects() as (RowOf<typeof frame.columns> & { readonly total: number })[];
    const n = rows[0]?.total ?? 0;
    if (n === 0)
      return unmeasured(
        frame,
        0,
        'aucun article de presse dans les exports',
        'no press article in the exports',
      );
    return makeMetric(frame, { value: n, n, rows });
  },
);
