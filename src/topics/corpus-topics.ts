import type { Database } from '../engine/database.js';
import { humanMessage } from '../engine/human-messages.js';
import type { TopicFacts } from '../model/index.js';
import { discoverTopics, type DiscoverOptions } from './discover.js';

/** Customers' own words, in which subjects are found. */
const SAID = `direction = 'inbound' AND stage <> 'press' AND NOT authorIsBrand AND text IS NOT NULL AND ${humanMessage()}`;
/** What is told a subject: customers' messages, and articles by title and text. */
const TOLD = `((${SAID}) OR stage = 'press')`;
const SAMPLE = 20_000;

const TEXT = `concat_ws('. ', title, text)`;

/**
 * Discovers the subjects of the corpus in `main.messages` and fills `main.messageTopics` (messageId, topic, aspect): the model is fitted
 * on 20,000 distinct texts of customers at most, drawn by hash, then tells every message and article.
 */
export async function discoverCorpusTopics(
  database: Database,
  options: DiscoverOptions = {},
): Promise<readonly TopicFacts[]> {
  const sample = options.sample ?? SAMPLE;
  const { said = [] } = await database.columns(
    `SELECT said FROM (SELECT DISTINCT ${TEXT} AS said FROM main.messages WHERE ${SAID}) ORDER BY md5(said) LIMIT ${sample}`,
  );
  const found = await discoverTopics(said.map(String), { ...options, sample });
  const nameOf = new Map(found.topics.map(({ topic, name }) => [topic, name]));
  const appender = await database.connection.createAppender('messageTopics', 'main');
  for await (const chunk of database.stream(
    `SELECT messageId, ${TEXT} AS said FROM main.messages WHERE ${TOLD} ORDER BY messageId`,
  )) {
    const texts = (chunk['said'] ?? []) as readonly string[];
    const ids = (chunk['messageId'] ?? []) as readonly string[];
    texts.forEach((text, at) => {
      const topic = found.topicOf(text);
      if (topic === undefined) return;
      appender.appendVarchar(ids[at] as string);
      appender.appendVarchar(nameOf.get(topic.subject) ?? topic.subject);
      appender.appendVarchar(nameOf.get(topic.topic) ?? topic.topic);
      appender.endRow();
    });
  }
  appender.closeSync();
  return found.topics.map(({ topic, parent, name, phrases, terms, stability }) => ({
    topic,
    parent: parent ?? null,
    name,
    phrases: phrases.map(({ phrase }) => phrase),
    terms,
    stability: stability ?? null,
  }));
}
