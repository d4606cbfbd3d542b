import type { CorpusTables } from '../../engine/corpus-tables.js';
import { nearDuplicateGroups } from '../../util/near-duplicates.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, metricFrame, type RowOf } from '../make-metric.js';
import { STAGES } from '../../model/index.js';

const LISTED = 8;
const LEAST_COPIES = 3;
const LEAST_WORDS = 8;
/** Words of a run that two texts must share to be compared at all. */
const RUN = 5;
const COUNTED = `textKey IS NOT NULL AND direction = 'inbound' AND speech IN ('own', 'reshare')`;
const WORDS = `regexp_extract_all(lower(strip_accents(text)), '[a-z0-9]+')`;
/** Words that ask for a text to be passed on. */
const CHAIN = `regexp_matches(lower(strip_accents(text)), '(faire|faites) (tourner|passer|circuler)|copi(e|er|ez)[ -]colle|partage[rz]? (a|avec|a tous|a toute)|a tous (vos|tes) contacts|pass it on|copy and paste')`;
const frame = metricFrame({
  name: 'travellingTexts',
  label: { fr: 'Textes qui circulent', en: 'Texts that travel' },
  unit: 'messages',
  denominator: {
    fr: 'messages conservés dont le texte, à quelques mots près, paraît au moins trois fois',
    en: 'kept messages whose text, but for a few words, appears at least three times',
  },
  method: {
    fr: 'Textes d’au moins huit mots, groupés par empreinte puis par ressemblance de leurs suites de trois mots (MinHash, seuil 0,6) ; seul un exemplaire public est cité. Rumeur et chaîne sont des signaux à vérifier, pas des verdicts.',
    en: 'Texts of at least eight words, grouped by fingerprint, then by resemblance of their runs of three words (MinHash, threshold 0.6); only a public copy is quoted. Rumour and chain are flags to check, not verdicts.',
  },
  columns: {
    text: 'text',
    copies: 'number',
    privateCopies: 'number',
    publicCopies: 'number',
    pressCopies: 'number',
    authors: 'number',
    channels: 'texts',
    firstAt: 'instant?',
    lastAt: 'instant?',
    firstStage: 'text',
    stages: 'texts',
    harms: 'texts',
    versions: 'number',
    path: 'texts',
    medianGapHours: 'number?',
    rumour: 'boolean',
    chain: 'boolean',
  },
});

/** Each fingerprint with one of its texts, then each of these texts once, under the first of its fingerprints. */
const TEXTS = `distinctTexts AS (
    SELECT textKey, min(text) AS text, count(*) AS copies, bool_or(stage <> 'private' AND text IS NOT NULL) AS quoted FROM storedMessages WHERE ${COUNTED} GROUP BY textKey),
  eachText AS (SELECT text, min(textKey) AS textKey, sum(copies) AS copies, count(*) AS keys, bool_or(quoted) AS quoted FROM distinctTexts GROUP BY text)`;
/** Words that follow each other, five by five: the last four begin no run. */
const RUNS = `list_transform(list_zip(${Array.from({ length: RUN }, (_, k) => `words[${k + 1}:]`).join(', ')}), run -> hash(run))[:len(words) - ${RUN - 1}]`;

/** Texts that may travel: seen three times, under two fingerprints, or sharing a run of five words with another. */
const CANDIDATES = `WITH ${TEXTS},
  worded AS (SELECT row_number() OVER () AS place, textKey, text, copies, quoted, copies >= ${LEAST_COPIES} OR keys > 1 AS copied, ${WORDS} AS words FROM eachText),
  long AS MATERIALIZED (SELECT place, textKey, text, copies, quoted, copied, list_distinct(${RUNS}) AS runs FROM worded WHERE len(words) >= ${LEAST_WORDS}),
  runs AS MATERIALIZED (SELECT place, unnest(runs) AS run FROM long),
  held AS (SELECT run FROM runs GROUP BY run HAVING count(*) > 1)
  SELECT textKey, text, CAST(copies AS DOUBLE) AS copies, quoted FROM long WHERE copied OR place IN (SELECT place FROM runs SEMI JOIN held USING (run)) ORDER BY textKey`;

/**
 * What groups of texts look like: copies, channels, path and pace. `$texts` and `$groups` are lists in JSON, of one length. What bears a
 * fingerprint of such a text is looked at alone; it belongs to the group where that text stands for the fingerprint.
 */
const GROUPS = `WITH told AS (SELECT unnest(from_json($texts, '["VARCHAR"]')) AS text, unnest(from_json($groups, '["VARCHAR"]')) AS textGroup),
  near AS (SELECT DISTINCT textKey FROM storedMessages SEMI JOIN told USING (text) WHERE ${COUNTED}),
  said AS MATERIALIZED (SELECT messageId, textKey, text, stage, channel, authorKey, sentAt, harms FROM storedMessages SEMI JOIN near USING (textKey) WHERE ${COUNTED}),
  keyed AS (SELECT textKey, textGroup FROM (SELECT textKey, min(text) AS text FROM said GROUP BY textKey) JOIN told USING (text)),
  copy AS (
    SELECT said.*, textGroup, sentAt - lag(sentAt) OVER (PARTITION BY textGroup ORDER BY sentAt, messageId) AS gap
    FROM said JOIN keyed USING (textKey)),
  reached AS (
    SELECT textGroup, list(stage ORDER BY first, stage) AS path FROM (SELECT textGroup, stage, min(coalesce(sentAt, TIMESTAMP '9999-01-01')) AS first FROM copy GROUP BY ALL) GROUP BY textGroup),
  travelling AS (
    SELECT textGroup, min(text) FILTER (WHERE stage <> 'private') AS text, CAST(count(*) AS DOUBLE) AS copies, ${STAGES.map((stage) => `CAST(count(*) FILTER (WHERE stage = '${stage}') AS DOUBLE) AS ${stage}Copies`).join(', ')}, CAST(count(DISTINCT authorKey) AS DOUBLE) AS authors,
      list_sort(list_distinct(list(channel))) AS channels, min(sentAt) AS firstAt, max(sentAt) AS lastAt, arg_min(stage, (coalesce(sentAt, TIMESTAMP '9999-01-01'), messageId)) AS firstStage,
      list_sort(list_distinct(list(stage))) AS stages, list_sort(list_distinct(flatten(list(harms)))) AS harms, CAST(count(DISTINCT textKey) AS DOUBLE) AS versions,
      CAST(median(epoch_ms(gap)) / 3600000 AS DOUBLE) AS medianGapHours, bool_or(list_contains(harms, 'rumour')) AS rumour, bool_or(${CHAIN}) AS chain
    FROM copy GROUP BY textGroup)
  SELECT travelling.* EXCLUDE (textGroup), path FROM travelling JOIN reached USING (textGroup) ORDER BY text IS NULL, copies DESC, textGroup`;

type TravellingRow = Omit<RowOf<typeof frame.columns>, 'text'> & { readonly text: string | null };

/** Texts that are the same but for a few words, most copied first of those that may be quoted. */
interface TextGroup {
  /** The fingerprint of its first text. */
  readonly key: string;
  readonly texts: string[];
  copies: number;
  quoted: boolean;
}

/**
 * The same text, but for a few words, seen at least three times: copies, in all and by stage, authors, versions, channels, the stages in the order reached (`path`),
 * median hours between copies, and whether it asks to be passed on (`chain`) or was flagged a rumour. Value: messages in such groups.
 */
export const travellingTexts = defineMetric({ frame: frame, of: 'messages' }, async (corpus) => {
  const groups = await travellingGroups(corpus),
    n = groups.reduce((sum, { copies }) => sum + copies, 0),
    hidden = groups.filter(({ quoted }) => !quoted).length;
  if (n === 0) return unmeasured(frame, 0, 'aucun texte ne paraît trois fois', 'no text appears three times');
  const told = groups.slice(0, LISTED).flatMap(({ key, texts }) => texts.map((text) => ({ key, text })));
  const rows = (
    await corpus.query(GROUPS, {
      texts: JSON.stringify(told.map(({ text }) => text)),
      groups: JSON.stringify(told.map(({ key }) => key)),
    })
  ).objects() as TravellingRow[];
  const limits =
    hidden === 0
      ? undefined
      : {
          fr:
            hidden < 2
              ? 'Un texte vu seulement en privé n’est pas cité.'
              : `${hidden} textes vus seulement en privé ne sont pas cités.`,
          en: `${hidden} text${hidden < 2 ? '' : 's'} seen only in private not quoted.`,
        };
  return makeMetric(frame, {
    value: n,
    n,
    rows: rows.filter((row): row is RowOf<typeof frame.columns> => row.text !== null),
    limits,
  });
});

/** Texts that may travel, each by its first fingerprint, and the group each belongs to: the fingerprint of its first text. */
export async function textGroups(
  corpus: CorpusTables,
): Promise<readonly (Candidate & { readonly group: string })[]> {
  const found = (await corpus.query(CANDIDATES)).objects() as Candidate[];
  const firsts = nearDuplicateGroups(found.map(({ text }) => text));
  return found.map((one, at) => ({ ...one, group: found[firsts[at] as number]?.textKey ?? '' }));
}

interface Candidate {
  readonly textKey: string;
  readonly text: string;
  readonly copies: number;
  readonly quoted: boolean;
}

async function travellingGroups(corpus: CorpusTables): Promise<TextGroup[]> {
  const groups = new Map<string, TextGroup>();
  for (const { group: key, text, copies, quoted } of await textGroups(corpus)) {
    const known = groups.get(key) ?? { key, texts: [], copies: 0, quoted: false };
    known.texts.push(text);
    known.copies += copies;
    known.quoted ||= quoted;
    groups.set(key, known);
  }
  return [...groups.values()]
    .filter(({ copies }) => copies >= LEAST_COPIES)
    .toSorted(
      (a, b) => Number(b.quoted) - Number(a.quoted) || b.copies - a.copies || (a.key < b.key ? -1 : 1),
    );
}
