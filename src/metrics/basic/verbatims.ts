import { SENTIMENTS, type Sentiment } from '../../model/index.js';
import { DeversoirError } from '../../util/errors.js';
import { nearDuplicateGroups } from '../../util/near-duplicates.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { BY_ITS_STARS, QUOTABLE, QUOTABLE_WITH_PRIVATE } from '../sql.js';

export interface VerbatimOptions extends MetricOptions {
  /** Texts given, at most. Default 12. */
  readonly n?: number;
  /** Only texts that speak of these drivers. */
  readonly driver?: string | readonly string[];
  /** Only texts on these topics. */
  readonly topic?: string | readonly string[];
  readonly sentiment?: Sentiment;
  /** Leave out texts that are the same but for a few words. Default true. */
  readonly diverse?: boolean;
}

const LISTED = 12;
const PER_GROUP = 3;
/** A text seen so often is passed on, not said by one person. */
const COPIED_FROM = 3;
const FOLDED = 'strip_accents(lower(text))';
/** A text that holds so many letters of the opening of a copied one is a copy with words around it. */
const OPENING = 40;
const QUOTABLE_TEXT = `sentiment IS NOT NULL AND len(harms) = 0 AND coalesce(languageCode, 'und') IN ('fr', 'en', 'und') AND length(text) BETWEEN 40 AND 400 AND ${BY_ITS_STARS}`;
const frame = metricFrame({
  name: 'verbatims',
  label: { fr: 'Verbatims citables', en: 'Verbatims that may be quoted' },
  unit: 'messages',
  denominator: { fr: 'textes publics citables', en: 'public texts that may be quoted' },
  method: {
    fr: 'Pour chaque motif et chaque tonalité, les textes les plus proches de la tonalité médiane du groupe, dans l’ordre du poids des groupes ; un seul par auteur. Ni les plus virulents, ni les plus flatteurs.',
    en: 'For each driver and sentiment, the texts nearest to the group’s median polarity, in the order of the groups’ weight; one an author. Neither the harshest nor the most flattering.',
  },
  limits: {
    fr: 'Choix déterministe ; coordonnées masquées ; messages signalés à la modération, textes recopiés et avis dont les étoiles contredisent la tonalité lue écartés.',
    en: 'Deterministic choice; contact details masked; flagged messages, copied texts and reviews whose stars contradict the tone read left out.',
  },
  columns: {
    messageId: 'text',
    text: 'text',
    sentAt: 'instant?',
    dayOnly: 'boolean',
    channel: 'text',
    stage: 'text',
    sentiment: 'text',
    driver: 'text?',
    polarity: 'number?',
    groupSize: 'number',
  },
});
type Row = RowOf<typeof frame.columns>;

function checked({ n = LISTED, sentiment }: VerbatimOptions): number {
  if (!(Number.isSafeInteger(n) && n > 0))
    throw new DeversoirError('option-invalid', `n ${n}`, { hint: 'expected a whole number above 0' });
  if (sentiment !== undefined && !SENTIMENTS.includes(sentiment))
    throw new DeversoirError('option-invalid', `sentiment "${String(sentiment)}"`, {
      hint: `expected one of ${SENTIMENTS.join(', ')}`,
    });
  return n;
}

/**
 * Texts that may be quoted, chosen to stand for the drivers and tones of the corpus, of one driver, topic or
 * sentiment where asked; contact details and names masked. Of 40 to 400 characters, in French or English; public only, unless
 * `quotePrivate`. Value: how many texts could be quoted.
 */
export const verbatims = defineMetric(
  { frame: frame, of: 'messages' },
  async (whole, options: VerbatimOptions) => {
    const { quotePrivate } = resolveOptions(options);
    const { driver, topic, sentiment, diverse = true } = options;
    const listed = checked(options);
    const corpus =
      driver === undefined && topic === undefined
        ? whole
        : whole.where({ ...(driver !== undefined && { driver }), ...(topic !== undefined && { topic }) });
    const told = `${quotePrivate ? QUOTABLE_WITH_PRIVATE : QUOTABLE} AND ${QUOTABLE_TEXT}${sentiment === undefined ? '' : ` AND sentiment = '${sentiment}'`}`;
    const rows = (
      await corpus.query(`WITH quotable AS (
      SELECT messageId, sentiment, polarity, coalesce(textKey, messageId) AS sameText, list_extract(drivers, 1) AS driver
      FROM storedMessages WHERE ${told}),
    often AS (SELECT sameText FROM quotable GROUP BY sameText HAVING count(*) >= ${COPIED_FROM}),
    copied AS (SELECT coalesce(textKey, messageId) AS sameText, min(left(${FOLDED}, ${OPENING})) AS opening
      FROM storedMessages WHERE ${told} AND coalesce(textKey, messageId) IN (SELECT sameText FROM often) GROUP BY 1),
    groups AS (SELECT driver, sentiment, count(*) AS groupSize, median(polarity) AS middle FROM quotable GROUP BY driver, sentiment),
    ranked AS (
      SELECT driver, sentiment, groupSize, unnest(nearest) AS messageId, generate_subscripts(nearest, 1) AS place
      FROM (SELECT quotable.driver, quotable.sentiment, any_value(groupSize) AS groupSize,
          arg_min(messageId, (coalesce(abs(polarity - middle), 'infinity'), md5(messageId)), ${Math.max(PER_GROUP, 2 * listed)}) AS nearest
        FROM quotable JOIN groups ON groups.driver IS NOT DISTINCT FROM quotable.driver AND groups.sentiment = quotable.sentiment
        WHERE sameText NOT IN (SELECT sameText FROM often) GROUP BY quotable.driver, quotable.sentiment))
    SELECT messageId, text, sentAt, dayOnly, channel, stage, ranked.sentiment, ranked.driver, polarity, coalesce(authorKey, messageId) AS author, coalesce(textKey, messageId) AS sameText,
      CAST(groupSize AS DOUBLE) AS groupSize, CAST((SELECT count(*) FROM quotable) AS DOUBLE) AS total
    FROM ranked JOIN storedMessages USING (messageId)
    WHERE NOT EXISTS (SELECT 1 FROM copied WHERE contains(${FOLDED}, copied.opening))
    ORDER BY place, ranked.driver IS NULL, groupSize DESC, ranked.driver, ranked.sentiment, messageId`)
    ).objects() as (Row & Chosen)[];
    if (corpus !== whole) corpus.close();
    const n = rows[0]?.total ?? 0;
    if (n === 0)
      return unmeasured(
        frame,
        0,
        'aucun texte public en français ou en anglais et de longueur citable',
        'no public text in French or English and of a length to quote',
      );
    const kept = firstOfEach(rows);
    return makeMetric(frame, {
      value: n,
      n,
      rows: (diverse ? withoutNearDuplicates(kept) : kept).slice(0, listed),
    });
  },
);

interface Chosen {
  readonly author: string;
  readonly sameText: string;
  readonly total: number;
}

/** Keeps the first text of each author, and each text once. */
function firstOfEach<R extends Chosen>(rows: readonly R[]): R[] {
  const seen = new Set<string>();
  return rows.filter(({ author, sameText }) => {
    const keys = [`author ${author}`, `text ${sameText}`];
    if (keys.some((key) => seen.has(key))) return false;
    for (const key of keys) seen.add(key);
    return true;
  });
}

/** Keeps the first of the texts that are the same but for a few words. */
function withoutNearDuplicates<R extends { readonly text: string }>(rows: readonly R[]): R[] {
  const first = nearDuplicateGroups(rows.map(({ text }) => text));
  return rows.filter((_, at) => first[at] === at);
}
