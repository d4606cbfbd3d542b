import type { CorpusTables } from '../../engine/corpus-tables.js';
import { authorsOf, knownReach, publicBursts, subjectsOf, type PublicBurst } from './crisis-bursts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, type MetricFrame, type TableRow } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import {
  readPublicMovement,
  type CriticalMessage,
  type PublicMovement,
  type ReportingArticle,
} from './public-movement.js';
import { suggestScct, type ScctCluster } from './scct.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Messages from which a burst without press is worth a sheet. */
const LEAST_BUZZ = 10;
/** Private cases on the subject belong to the run-up while no more than three days part them, six weeks back at most. */
const RUN_UP_GAP = 3 * DAY;
const RUN_UP = 42 * DAY;
/** Public messages this long before an article may be what it reports. */
const BEFORE_ARTICLE = 21 * DAY;
/** Without a link, an excess on the article's subject counts: four messages and three times the usual, ten days before to three after. */
const EXCESS_BEFORE = 10 * DAY;
const EXCESS_AFTER = 3 * DAY;
const LEAST_EXCESS = 4;
/** One voice is no movement, even before an article. */
const LEAST_REPORTED = 2;
const JOURNALIST = `regexp_matches(lower(strip_accents(text)), '(je suis|suis) journaliste|journaliste (a|au|pour|chez) |appel a temoin|pour (un article|un reportage|une enquete)|i.?m a (journalist|reporter)')`;

export interface CrisisSheetOptions extends MetricOptions {
  /** Clusters a person has set, by `sheetId`: they replace the suggestion. */
  readonly clusters?: Readonly<Record<string, ScctCluster>>;
}

/** A movement worth a sheet: a burst, or public messages that the press reports without a burst. */
interface Movement extends Pick<PublicBurst, 'brand' | 'start' | 'end' | 'messages' | 'articles'> {
  readonly burst: boolean;
}

const idsOf = (messages: readonly CriticalMessage[]): Set<string> =>
  new Set(messages.map(({ messageId }) => messageId));

/** Outermost bursts; of two that share most of their messages, the one with press, then the larger. */
function distinctBursts(bursts: readonly PublicBurst[]): Movement[] {
  const worth = bursts
    .filter(({ messages, articles }) => articles.length > 0 || messages.length >= LEAST_BUZZ)
    .toSorted(
      (a, b) =>
        Number(b.articles.length > 0) - Number(a.articles.length > 0) ||
        b.messages.length - a.messages.length ||
        a.start - b.start,
    );
  const kept: Movement[] = [];
  for (const burst of worth) {
    const ids = idsOf(burst.messages);
    const known = kept.some(({ brand, messages }) => {
      const shared = messages.filter(({ messageId }) => ids.has(messageId)).length;
      return brand === burst.brand && shared > 0.3 * Math.min(ids.size, messages.length);
    });
    if (!known) kept.push({ ...burst, burst: true });
  }
  return kept;
}

/** Public messages an article may report: those cases link to it, else an excess on one of its drivers around its date. */
function reportedBy(
  article: ReportingArticle,
  { messages, reported }: PublicMovement,
): readonly CriticalMessage[] {
  const linked = reported.get(article.messageId);
  if (linked)
    return messages.filter(({ messageId, at }) => linked.has(messageId) && at >= article.at - BEFORE_ARTICLE);
  const span = Math.max(DAY, (messages[messages.length - 1]?.at ?? 0) - (messages[0]?.at ?? 0));
  for (const driver of article.drivers) {
    const same = messages.filter(
      (message) =>
        message.drivers.includes(driver) &&
        (article.brands.length === 0 || article.brands.includes(message.brand)),
    );
    const near = same.filter(({ at }) => at >= article.at - EXCESS_BEFORE && at <= article.at + EXCESS_AFTER);
    const expected = (same.length * (EXCESS_BEFORE + EXCESS_AFTER)) / span;
    if (near.length >= LEAST_EXCESS && near.length >= 3 * expected) return near;
  }
  return [];
}

/** Is the article about the movement: on one of the subjects of its articles within a week, or reporting mostly its messages? */
function follows(
  article: ReportingArticle,
  messages: readonly CriticalMessage[],
  { articles, messages: known }: Movement,
): boolean {
  if (
    articles.some(
      (other) =>
        Math.abs(article.at - other.at) < 7 * DAY &&
        other.drivers.some((driver) => article.drivers.includes(driver)),
    )
  )
    return true;
  const ids = idsOf(known);
  return messages.filter(({ messageId }) => ids.has(messageId)).length > messages.length / 2;
}

/** Gives each article that no burst explains to the movement it follows, else makes a movement of what it reports: few voices, an article. */
function withOtherArticles(movement: PublicMovement, bursts: readonly Movement[]): Movement[] {
  const explained = new Set(bursts.flatMap(({ articles }) => articles.map(({ messageId }) => messageId)));
  const found = [...bursts],
    unplaced: ReportingArticle[] = [];
  const place = (article: ReportingArticle, messages: readonly CriticalMessage[]): boolean => {
    const at = found.findIndex((one) => follows(article, messages, one)),
      followed = found[at];
    if (followed)
      found[at] = { ...followed, articles: [...followed.articles, article].toSorted((a, b) => a.at - b.at) };
    return followed !== undefined;
  };
  for (const article of movement.articles.filter(({ messageId }) => !explained.has(messageId))) {
    const messages = reportedBy(article, movement);
    if (place(article, messages)) continue;
    const [head, last] = [messages[0], messages[messages.length - 1]];
    if (head && last && messages.length >= LEAST_REPORTED)
      found.push({
        brand: head.brand,
        start: head.at,
        end: last.at,
        messages,
        articles: [article],
        burst: false,
      });
    else unplaced.push(article);
  }
  // The first article may come when few have spoken yet: it follows what a later one has shown.
  for (const article of unplaced) place(article, []);
  return found;
}

/** Hour with the most messages, and the hours from the start to it. */
function peakOf(
  messages: readonly CriticalMessage[],
  start: number,
): { peakAt: number; peakMessages: number; riseHours: number } {
  const counts = new Map<number, number>();
  for (const { at } of messages)
    counts.set(Math.floor(at / HOUR), (counts.get(Math.floor(at / HOUR)) ?? 0) + 1);
  const [hour, peakMessages] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0] as [
    number,
    number,
  ]);
  return { peakAt: hour * HOUR, peakMessages, riseHours: Math.max(0, hour - Math.floor(start / HOUR)) };
}

interface PrivateCase {
  readonly caseId: string;
  readonly at: number;
  readonly answeredAt: number | null;
}

/** First private case of the run-up, and how many: complaints on the main subject, walked back from the start. */
function runUp(cases: readonly PrivateCase[], start: number): { first: PrivateCase | null; count: number } {
  const earlier = cases.filter(({ at }) => at <= start && at >= start - RUN_UP).toReversed();
  let first: PrivateCase | null = null,
    count = 0,
    edge = start;
  for (const one of earlier) {
    if (edge - one.at > RUN_UP_GAP && first !== null) break;
    if (first === null && start - one.at > 2 * RUN_UP_GAP) break;
    [first, edge] = [one, one.at];
    count++;
  }
  return { first, count };
}

async function privateCases(corpus: CorpusTables, driver: string | undefined): Promise<PrivateCase[]> {
  if (driver === undefined) return [];
  return (
    await corpus.query(
      `SELECT caseId, CAST(epoch_ms(openedAt) AS DOUBLE) AS at, CAST(epoch_ms(answeredAt) AS DOUBLE) AS answeredAt
    FROM cases WHERE firstStage = 'private' AND complaint AND openedAt IS NOT NULL AND list_contains(drivers, $driver) ORDER BY openedAt, caseId`,
      { driver },
    )
  ).objects() as PrivateCase[];
}

async function textsOf(
  corpus: CorpusTables,
  ids: readonly string[],
): Promise<{ texts: string[]; journalists: number }> {
  const rows = (
    await corpus.query(
      `SELECT coalesce(title || '. ', '') || coalesce(text, '') AS text, stage = 'public' AND coalesce(${JOURNALIST}, false) AS journalist
    FROM messages JOIN (SELECT unnest(from_json($ids, '["VARCHAR"]')) AS messageId) USING (messageId)`,
      { ids: JSON.stringify(ids) },
    )
  ).objects() as { text: string; journalist: boolean }[];
  return {
    texts: rows.map(({ text }) => text),
    journalists: rows.filter(({ journalist }) => journalist).length,
  };
}

/** What the articles of a movement without a burst speak of: each counts its drivers by rank (1, ½, ⅓, …); those over half of the first. */
function reportedSubjects(articles: readonly ReportingArticle[]): string[] {
  const weights = new Map<string, number>();
  for (const { drivers } of articles)
    drivers.forEach((driver, rank) => weights.set(driver, (weights.get(driver) ?? 0) + 1 / (rank + 1)));
  const ranked = [...weights].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)),
    most = ranked[0]?.[1] ?? 0;
  return ranked.filter(([, weight]) => weight > most / 2).map(([driver]) => driver);
}

async function sheetOf(
  corpus: CorpusTables,
  movement: Movement,
  clusters: Readonly<Record<string, ScctCluster>>,
): Promise<TableRow> {
  const { brand, start, end, messages, articles } = movement;
  const reported = movement.burst ? [] : reportedSubjects(articles);
  const drivers = (reported.length > 0 ? reported : subjectsOf(messages)).slice(0, 3);
  const { first, count } = runUp(await privateCases(corpus, drivers[0]), start);
  const { texts, journalists } = await textsOf(
    corpus,
    [...messages, ...articles].map(({ messageId }) => messageId),
  );
  const sheetId = [brand, drivers[0] ?? 'all', new Date(start).toISOString().slice(0, 10)].join('|');
  const suggestion = suggestScct(texts),
    given = clusters[sheetId];
  const article = articles[0];
  return {
    sheetId,
    kind: movement.burst ? (article ? 'crisis' : 'badBuzz') : 'reported',
    stage: article ? 'press' : 'public',
    brand: brand || null,
    drivers,
    start: new Date(start),
    end: new Date(end),
    hours: (end - start) / HOUR,
    messages: messages.length,
    authors: authorsOf(messages),
    reach: knownReach(messages),
    ...dated(peakOf(messages, start)),
    privateCases: count,
    firstCaseId: first?.caseId ?? null,
    firstPrivateAt: first ? new Date(first.at) : null,
    warningHours: first ? (start - first.at) / HOUR : null,
    silenceHours: first ? Math.max(0, Math.min(first.answeredAt ?? start, start) - first.at) / HOUR : null,
    articles: articles.length,
    firstArticleAt: article ? new Date(article.at) : null,
    firstArticleDayOnly: article?.dayOnly ?? null,
    articleDelayHours: article ? (article.at - start) / HOUR : null,
    sources: [...new Set(articles.flatMap(({ source }) => (source === null ? [] : [source])))].toSorted(),
    journalists,
    cluster: given ?? suggestion.cluster,
    clusterBy: given === undefined ? (suggestion.cluster === null ? null : 'suggestion') : 'person',
    clusterEvidence: given === undefined ? suggestion.evidence : [],
  };
}

const dated = ({ peakAt, ...rest }: ReturnType<typeof peakOf>): TableRow => ({
  peakAt: new Date(peakAt),
  ...rest,
});

const frame: MetricFrame = {
  name: 'crisisSheets',
  label: { fr: 'Fiches de crise', en: 'Crisis sheets' },
  unit: 'events',
  denominator: {
    fr: 'messages publics critiques et datés à l’heure (plainte ou tonalité négative)',
    en: 'critical public messages with an hour (complaint or negative tone)',
  },
  method: {
    fr: 'Une fiche par emballement public (au moins 10 messages, ou repris par la presse) et par mouvement que la presse rapporte sans emballement. Montée : du début à l’heure la plus chargée. Silence : du premier dossier privé sur le motif, dans l’enchaînement qui précède, à la première réponse ou au débordement. Sujets : ceux des messages, ou des articles quand peu de voix ont parlé. Famille selon Coombs (2007), suggérée par les mots des messages et des articles.',
    en: 'A sheet for each public burst (at least 10 messages, or reported by the press) and each movement the press reports without a burst. Rise: from the start to the busiest hour. Silence: from the first private case on the subject, in the run before, to the first reply or the overflow. Subjects: those of the messages, or of the articles when few voices have spoken. Cluster after Coombs (2007), suggested by the words of messages and articles.',
  },
  limits: {
    fr: 'Le rapprochement d’un dossier privé et d’un mouvement public par le motif et le temps n’établit pas que l’un cause l’autre. La famille est une suggestion à confirmer.',
    en: 'A private case and a public movement brought together by subject and time are not cause and effect. The cluster is a suggestion to confirm.',
  },
  columns: [
    'sheetId',
    'kind',
    'stage',
    'brand',
    'drivers',
    'start',
    'end',
    'hours',
    'messages',
    'authors',
    'reach',
    'peakAt',
    'peakMessages',
    'riseHours',
    'privateCases',
    'firstCaseId',
    'firstPrivateAt',
    'warningHours',
    'silenceHours',
    'articles',
    'firstArticleAt',
    'firstArticleDayOnly',
    'articleDelayHours',
    'sources',
    'journalists',
    'cluster',
    'clusterBy',
    'clusterEvidence',
  ],
};

/**
 * Crisis sheets, in order of time: amplitude, speed, stage reached, subjects, the private run-up and its silence, articles, and a suggested
 * SCCT cluster. `kind` is `crisis` (burst and press), `badBuzz` (burst) or `reported` (press without a burst). Value: number of sheets.
 */
export const crisisSheets = defineMetric(
  { frame: frame, of: 'messages' },
  async (corpus, options: CrisisSheetOptions) => {
    const movement = await readPublicMovement(corpus, resolveOptions(options));
    const n = movement.messages.length;
    if (n === 0)
      return unmeasured(
        frame,
        0,
        'aucun message public critique daté à l’heure',
        'no critical public message with an hour',
      );
    const all = withOtherArticles(movement, distinctBursts(publicBursts(movement))).toSorted(
      (a, b) => a.start - b.start,
    );
    const rows: TableRow[] = [];
    for (const one of all) rows.push(await sheetOf(corpus, one, options.clusters ?? {}));
    return makeMetric(frame, { value: rows.length, n, rows });
  },
);
