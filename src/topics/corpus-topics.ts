import type { Database } from '../engine/database.js';
import { humanMessage } from '../engine/human-messages.js';
import type { TextNamer } from '../engine/corpus-tables.js';
import type { TopicFacts, TopicTaxonomy } from '../model/index.js';
import { discoverTopics, type DiscoverOptions, type Topics } from './discover.js';
import { nameTexts } from './name-texts.js';
import { loadPhraseTest } from './noun-phrase.js';
import { PhraseIndex } from './phrase-index.js';
import { taxonomyMatcher } from './taxonomy-matcher.js';
import { loadStopWords } from '../util/stop-words.js';
import type { OnProgress } from '../util/progress.js';

/** French and English, whose words are known, and what is too short to say. */
const READ = `(languageCode IS NULL OR languageCode IN ('fr', 'en', 'und'))`;
/** What is sent to everybody is nobody's subject. */
const NO_SPAM = `NOT list_has_any(coalesce(harms, []), ['spam', 'scam'])`;
/** Customers' own words, in which subjects are found. */
const SAID = `${READ} AND direction = 'inbound' AND stage <> 'press' AND NOT authorIsBrand AND text IS NOT NULL AND ${humanMessage()} AND ${NO_SPAM}`;
/** What is told a subject: customers' messages, and articles by title and text. */
const TOLD = `((${SAID}) OR (stage = 'press' AND ${READ}))`;
/** What comes later in a private case handles it, whatever it is about: reminders, addresses, thanks. */
const HANDLES = `messageId IN (SELECT later.messageId FROM main.caseMessages AS link JOIN main.cases USING (caseId)
  JOIN main.messages AS later ON later.messageId = link.messageId WHERE later.stage = 'private' AND later.sentAt > openedAt + INTERVAL 1 HOUR)`;
const SAMPLE = 20_000;

const TEXT = `concat_ws('. ', title, text)`;

/**
 * Discovers the subjects of the corpus in `main.messages` and fills `main.messageTopics` (messageId, topics, aspect): the model is fitted
 * on 20,000 distinct texts of customers at most, drawn by hash, what comes later in a private case left out, then tells every message and article; what comes later, only where it says the name of a subject, in several words. Nodes of `taxonomies` are told
 * beside: a message is in the subject discovered and in every node it speaks of.
 */
export async function discoverCorpusTopics(
  database: Database,
  options: DiscoverOptions & {
    readonly taxonomies?: readonly TopicTaxonomy[];
    readonly onProgress?: OnProgress | undefined;
  } = {},
): Promise<readonly TopicFacts[]> {
  const { taxonomies = [], onProgress, ...how } = options;
  const sample = how.sample ?? SAMPLE;
  const texts = await saidIn(database, `${SAID} AND NOT ${HANDLES}`, sample);
  const onStep = (done: number, total: number): void =>
    onProgress?.({ task: 'finding subjects', done, total, unit: 'steps' });
  const found = await discoverTopics(texts, { ...how, sample, onStep });
  const facts = [...factsOf(found), ...nodesOf(taxonomies, found)];
  await tellMessages(database, found, taxonomies, facts, onProgress);
  return facts;
}

/** Reads the same sample of what customers write: from it some texts of the corpus (a burst, a crisis, a case) are named. */
export async function readCorpusNames(database: Database): Promise<TextNamer> {
  const background = new PhraseIndex(await saidIn(database, SAID, SAMPLE), loadStopWords());
  const isPhrase = loadPhraseTest();
  return (texts, options) => nameTexts(texts, { background, isPhrase, ...options }) ?? null;
}

/** Distinct texts of customers, drawn by hash. */
async function saidIn(database: Database, where: string, sample: number): Promise<string[]> {
  const { said = [] } = await database.columns(
    `SELECT said FROM (SELECT DISTINCT ${TEXT} AS said FROM main.messages WHERE ${where}) ORDER BY md5(said) LIMIT ${sample}`,
  );
  return said.map(String);
}

function factsOf({ topics }: Topics): TopicFacts[] {
  return topics.map(({ topic, parent, name, phrases, terms, stability, n }) => ({
    topic,
    parent: parent ?? null,
    name,
    phrases: phrases.map(({ phrase }) => phrase),
    terms,
    stability: stability ?? null,
    nameShare: phrases[0]?.phrase === name ? phrases[0].n / n : null,
    taxonomy: null,
  }));
}

/** Nodes of taxonomies as topics. Their label is their name; where a discovered subject has it already, the taxonomy is said too. */
function nodesOf(taxonomies: readonly TopicTaxonomy[], { topics }: Topics): TopicFacts[] {
  const taken = new Set(topics.map(({ name }) => name));
  return taxonomies.flatMap(({ id, topics: nodes }) =>
    Object.entries(nodes).map(([topic, { label, parent, terms }]) => {
      const name = taken.has(label.fr) ? `${label.fr} (${id})` : label.fr;
      taken.add(name);
      return {
        topic: `${id}/${topic}`,
        parent: parent === undefined ? null : `${id}/${parent}`,
        name,
        phrases: [],
        terms: terms.map((term) => (typeof term === 'string' ? term : term.term)),
        stability: null,
        nameShare: null,
        taxonomy: id,
      };
    }),
  );
}

interface ToldText {
  readonly topics: string;
  readonly aspect: string | undefined;
}

/** What is told, by its text: one that many messages repeat is told its subjects once. The title of what comes later is that of the case. */
const SAID_TEXTS = `CREATE OR REPLACE TABLE main.saidTexts AS
  SELECT CAST(row_number() OVER () AS DOUBLE) AS place, said, handles, list(messageId) AS ids, CAST(count(*) AS DOUBLE) AS n
  FROM (SELECT messageId, handles, CASE WHEN handles THEN text ELSE ${TEXT} END AS said
    FROM (SELECT messageId, title, text, ${HANDLES} AS handles FROM main.messages WHERE ${TOLD})) GROUP BY said, handles`;
const TOLD_TEXTS = 'CREATE OR REPLACE TABLE main.toldTexts (place DOUBLE, topics VARCHAR, aspect VARCHAR)';

async function tellMessages(
  database: Database,
  found: Topics,
  taxonomies: readonly TopicTaxonomy[],
  facts: readonly TopicFacts[],
  onProgress: OnProgress | undefined,
): Promise<void> {
  const nameOf = new Map(facts.map(({ topic, name }) => [topic, name]));
  const matchers = taxonomies.map((taxonomy) => ({ id: taxonomy.id, matcher: taxonomyMatcher(taxonomy) }));
  const toldOf = (text: string, named: boolean): ToldText | undefined => {
    const topic = found.topicOf(text, { named });
    const nodes = matchers.flatMap(({ id, matcher }) =>
      matcher.match(text).map((told) => nameOf.get(`${id}/${told.topic}`) ?? told.topic),
    );
    const subject = topic === undefined ? [] : [nameOf.get(topic.subject) ?? topic.subject];
    return subject.length + nodes.length === 0
      ? undefined
      : {
          topics: [...subject, ...nodes].join('\n'),
          aspect: topic && (nameOf.get(topic.topic) ?? topic.topic),
        };
  };
  await database.run(`${SAID_TEXTS}; ${TOLD_TEXTS}`);
  const { total: [total] = [] } = await database.columns('SELECT sum(n) AS total FROM main.saidTexts');
  const appender = await database.connection.createAppender('toldTexts', 'main');
  let done = 0;
  for await (const chunk of database.stream('SELECT place, said, handles, n FROM main.saidTexts')) {
    onProgress?.({ task: 'telling subjects', done, total: Number(total), unit: 'messages' });
    const [places, counts] = [chunk['place'], chunk['n']] as [readonly number[], readonly number[]];
    const handles = chunk['handles'] as readonly boolean[];
    (chunk['said'] as readonly string[]).forEach((text, at) => {
      done += counts[at] as number;
      const told = toldOf(text, handles[at] === true);
      if (told === undefined) return;
      appender.appendDouble(places[at] as number);
      appender.appendVarchar(told.topics);
      if (told.aspect === undefined) appender.appendNull();
      else appender.appendVarchar(told.aspect);
      appender.endRow();
    });
  }
  appender.closeSync();
  await database.run(
    `INSERT INTO main.messageTopics SELECT unnest(ids), string_split(topics, chr(10)), aspect FROM main.saidTexts JOIN main.toldTexts USING (place);
    DROP TABLE main.saidTexts; DROP TABLE main.toldTexts`,
  );
}
