import { join } from 'node:path';
import { PRESS, PRIVATE, PUBLIC, type CaseMessage } from '../messages/case-message.js';
import { cueOf } from '../messages/opening-words.js';
import { contact, cut, key, KNOWN, SHORT, WHOLE } from './contact-columns.js';
import { saidOf } from '../messages/said-of.js';
import { forgetQuotedNumbers } from './quoted-numbers.js';
import { complaintSql, toneShares } from './tone-shares.js';
import { wordsOf } from '../messages/word-hashes.js';
import { rowsOf, sqlText, type Database } from '../../engine/database.js';
import { filedAs } from '../../engine/filed-as.js';
import { AUTOMATIC_REPLY, humanMessage, RATES_ALONE } from '../../engine/human-messages.js';
import { readObservation, type Observation } from '../../engine/observation.js';
import { parquetFile } from '../../engine/parquet.js';
import { divideIntoParts } from '../../engine/parts.js';

/** What tools call a closed ticket; case and accents are folded. */
const SOLVED =
  'solved closed resolved done resolu resolue clos close cloture cloturee ferme fermee termine terminee'.split(
    ' ',
  );

/** The message answered; a reply to a review that names none answers the review in the row before it. */
const PARENT = `coalesce(parentId, CASE WHEN stage = 'public' AND direction = 'outbound' AND kind = 'review' AND reviewBefore.sentAt <= sentAt THEN reviewBefore.messageId END)`;
const REVIEW_BEFORE = `CASE WHEN stage = 'public' AND kind = 'review' THEN last_value(CASE WHEN direction = 'inbound' THEN {'messageId': messageId, 'sentAt': sentAt} END IGNORE NULLS)
  OVER (PARTITION BY file, stage = 'public' AND kind = 'review' ORDER BY "row" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) END`;

/** The subject of a mail without its marks of reply, nor those that desks and mail servers put before it: `[#991]`, `[EXTERNE]`. */
const SUBJECT = `CASE WHEN platform = 'email' THEN nullif(trim(regexp_replace(strip_accents(lower(title)), '^(\\s*((re|aw|sv|rep|fwd?|tr|wg|antw|r)\\s?(\\[[0-9]+\\])?\\s?:|\\[[^\\]]{1,40}\\]+)\\s*)+', '')), '') END`;

const PRIVATE_ROWS = `(SELECT threadId, format, attributes FROM m WHERE stage = 'private')`;
/**
 * What the care tool files each private conversation under. Its word and the model's are two witnesses of what opens the conversation: how far
 * the tool is to be believed is learnt here, from how often it files what the model takes for a complaint, or not, as one.
 */
const CHANCE = `least(0.98, greatest(0.02, coalesce(complaintProbability, 0.5)))`;
const FILED = `, filed AS (${filedAs(PRIVATE_ROWS, 'threadId', PRIVATE_ROWS)}),
  opened AS (SELECT asComplaint, arg_min(position, (m.sentAt, position)) AS position, arg_min(${CHANCE}, (m.sentAt, position)) AS chance
    FROM m JOIN filed USING (threadId) WHERE stage = 'private' AND direction = 'inbound' AND speech = 'own' AND NOT ${RATES_ALONE} GROUP BY threadId, asComplaint),
  belief AS (SELECT (1 + coalesce(sum(chance) FILTER (asComplaint), 0)) / (2 + sum(chance)) AS hit,
    (1 + coalesce(sum(1 - chance) FILTER (asComplaint), 0)) / (2 + sum(1 - chance)) AS slip FROM opened),
  opening AS (SELECT position, odds / (1 + odds) AS chance FROM (SELECT position, chance / (1 - chance) * CASE WHEN asComplaint THEN hit / slip ELSE (1 - hit) / (1 - slip) END AS odds FROM opened, belief))`;

/**
 * What stitching needs: all private messages and articles; of the public ones complaints, answers of the brand, and whatever shares
 * an identifier with a private message. A closing later than all that is seen (`closedBy`) counts from its end. Words only where there is a private message or an article to compare with.
 */
const inputSql = (
  messages: string,
  withWords: boolean,
  withReviews: boolean,
  withFiling: boolean,
  closedBy: number | null,
): string => `
  CREATE TABLE input AS WITH m AS (
    SELECT *, file_row_number AS position, ${complaintSql} AS complaint, ${withReviews ? REVIEW_BEFORE : 'NULL'} AS reviewBefore FROM read_parquet(${messages}, file_row_number = true)
    WHERE sentAt IS NOT NULL AND direction <> 'internal' AND (${humanMessage()} OR (stage = 'private' AND (${AUTOMATIC_REPLY} OR speech = 'repeat')))
  )${withWords ? KNOWN : ''}${withFiling ? FILED : ''}
  SELECT position, file, "row", messageId, epoch_ms(m.sentAt)::DOUBLE AS sentAt, dayOnly, stage, direction = 'outbound' AS outbound,
    ${key('messageId')} AS id, ${key(withReviews ? PARENT : 'parentId')} AS parent, ${key('threadId')} AS thread, ${key('authorKey')} AS author, authorByName AS byName, stage = 'private' AND platform <> 'email' AND kind <> 'ticket' AS chat,
    ${contact('email')} AS email, ${contact('phone')} AS phone, ${contact('order')} AS "order", ${contact('handle')} AS handle, ${key(WHOLE[0])} AS name, ${key(WHOLE[1])} AS spelt,
    ${key(cut('parts', 1, 5))} AS firstName, ${key(cut('parts', 6, 5))} AS lastName, ${key(SHORT[0])} AS initialLast, ${key(SHORT[1])} AS firstInitial,
    ${key('recipientKeys[1]')} AS recipient, ${key(SUBJECT)} AS subject,
    array_to_string(drivers, ',') AS drivers, coalesce(brands[1], givenBrand) AS brand, ${key('products[1]')} AS product, ${key('places[1]')} AS place,
    channel, polarity, ${withFiling ? 'coalesce(opening.chance >= 0.5, complaint) AS complaint, coalesce(opening.chance, complaintProbability)' : 'complaint, complaintProbability'} AS chance, ${withFiling ? 'NOT coalesce(filed.asComplaint, true)' : 'false'} AS misfiled, speech = 'automatic' AS automatic, speech = 'repeat' AS repeated, ${RATES_ALONE} AS mute, list_contains(intents, 'question') AS question, list_contains(intents, 'thanks') AS thanks,
    CASE WHEN (stage = 'private' OR direction = 'outbound') AND length(text) < 20000 THEN text END AS said,
    CASE WHEN status <> '' THEN strip_accents(lower(status)) IN (${SOLVED.map(sqlText).join(', ')}) WHEN closedAt IS NOT NULL THEN true END AS solved,
    CASE WHEN closedAt IS NOT NULL THEN least(epoch_ms(closedAt), ${closedBy ?? 'NULL'}) END::DOUBLE AS closedAt,
    ${withWords ? `CASE WHEN stage = 'press' THEN concat_ws(' ', title, text) ELSE coalesce(text, title) END` : 'NULL'} AS words
  FROM m ${withFiling ? 'LEFT JOIN filed USING (threadId) LEFT JOIN opening USING (position)' : ''}
  WHERE stage <> 'public' OR direction = 'outbound' OR complaint ${withWords ? 'OR position IN (SELECT position FROM known)' : ''}`;

const NO_WORDS: readonly number[] = [];

/** Messages of a corpus for stitching, in parts that have no person in common. */
export interface CaseInput {
  readonly parts: number;
  /** Where the observation of each stage ends, epoch ms; `null` without any message of it. */
  readonly observedUntil: Observation['observedUntil'];
  /** Of the public messages of customers that do not speak well, the shares of the levels of tone. */
  readonly tones: readonly number[];
  /** Names by the codes that messages carry; they grow as parts are loaded. */
  readonly drivers: readonly string[];
  readonly brands: readonly string[];
  /** Messages of a part in order of time, and the id of each by its row. */
  load(part: number): Promise<{ readonly messages: CaseMessage[]; readonly ids: readonly string[] }>;
}

/** Codes for names, from 1, in order of appearance. */
function coder(): { readonly names: string[]; code(name: string): number } {
  const codes = new Map<string, number>();
  const names: string[] = [];
  return {
    names,
    code(name) {
      let code = codes.get(name);
      if (code === undefined) {
        code = names.push(name);
        codes.set(name, code);
      }
      return code;
    },
  };
}

/** Messages of a part at most, about: what a part holds in memory. */
const PART_ROWS = 150_000;

/**
 * Selects what stitching reads of a corpus folder. A corpus with neither private messages nor articles is divided by person, so that
 * memory does not grow with its rows; otherwise any public complaint may be the continuation of a private one, or be what an article
 * reports, and all are compared in one part.
 */
export async function selectCaseInput(
  database: Database,
  folder: string,
  partRows = PART_ROWS,
): Promise<CaseInput> {
  const messages = sqlText(parquetFile(join(folder, 'messages')));
  const { n, loose, filed } = await database.columns(
    `SELECT count(*) FILTER (stage <> 'public') AS n,
      count(*) FILTER (stage = 'public' AND kind = 'review' AND direction = 'outbound' AND parentId IS NULL) AS loose,
      count(*) FILTER (stage = 'private' AND attributes IS NOT NULL) AS filed FROM read_parquet(${messages})`,
  );
  const observation = await readObservation(`read_parquet(${messages})`, async (sql) =>
    rowsOf(await database.columns(sql)),
  );
  const publicOnly = n?.[0] === 0;
  const { observedUntil } = observation;
  await database.run(
    inputSql(messages, !publicOnly, Number(loose?.[0]) > 0, Number(filed?.[0]) > 0, observedUntil.private),
  );
  await forgetQuotedNumbers(database);
  const { rows } = await database.columns('SELECT count(*) AS rows FROM input');
  const count = rows?.[0] as number;
  const parts = publicOnly ? Math.max(1, Math.ceil(count / partRows)) : 1;
  if (parts > 1) {
    await database.run(
      `CREATE VIEW keyed AS SELECT position, CASE WHEN outbound THEN [parent, "order"] ELSE [id, author, email, phone, "order", handle, name] END AS keys FROM input`,
    );
    await divideIntoParts(database, { table: 'keyed', parts, mostRows: partRows / 10 });
  }
  const query = (part: number): string =>
    `SELECT * FROM input ${parts > 1 ? `JOIN parts USING (position) WHERE part = ${part}` : ''} ORDER BY sentAt, file, "row", messageId`;
  const drivers = coder(),
    brands = coder();
  return {
    parts,
    observedUntil,
    tones: await toneShares(database, `read_parquet(${messages})`),
    drivers: drivers.names,
    brands: brands.names,
    load: (part) => load(database, query(part), drivers.code, brands.code),
  };
}

/** The bit set of drivers of a list as text. */
function maskReader(code: (name: string) => number): (list: string) => number {
  const masks = new Map<string, number>();
  return (list) => {
    let mask = masks.get(list);
    if (mask === undefined) {
      mask =
        list === ''
          ? 0
          : list.split(',').reduce((bits, name) => {
              const bit = code(name);
              return bit <= 31 ? bits | (1 << (bit - 1)) : bits;
            }, 0);
      masks.set(list, mask);
    }
    return mask;
  };
}

async function load(
  database: Database,
  query: string,
  driverCode: (name: string) => number,
  brandCode: (name: string) => number,
): Promise<{ readonly messages: CaseMessage[]; readonly ids: readonly string[] }> {
  const messages: CaseMessage[] = [];
  const ids: string[] = [];
  const maskOf = maskReader(driverCode);
  const channels = new Map<string, string>();
  const sharedText = (text: string): string => {
    if (!channels.has(text)) channels.set(text, text);
    return channels.get(text) ?? text;
  };
  for await (const chunk of database.stream(query)) {
    const column = <T>(name: string): readonly T[] => (chunk[name] ?? []) as readonly T[];
    const numbers = (name: string): readonly number[] => column<number>(name);
    const flags = (name: string): readonly boolean[] => column<boolean>(name);
    const stages = column<string>('stage'),
      texts = column<string | null>('words'),
      said = column<string | null>('said'),
      polarity = column<number | null>('polarity'),
      brand = column<string | null>('brand');
    stages.forEach((stageName, at) => {
      const stage = stageName === 'private' ? PRIVATE : stageName === 'public' ? PUBLIC : PRESS;
      const outbound = flags('outbound')[at] === true;
      const row = ids.push(column<string>('messageId')[at] ?? '') - 1;
      messages.push({
        row,
        stage,
        outbound,
        sentAt: numbers('sentAt')[at] ?? 0,
        dayOnly: flags('dayOnly')[at] === true,
        id: numbers('id')[at] ?? 0,
        parent: numbers('parent')[at] ?? 0,
        thread: numbers('thread')[at] ?? 0,
        author: numbers('author')[at] ?? 0,
        byName: flags('byName')[at] === true,
        chat: flags('chat')[at] === true,
        cue: outbound ? undefined : cueOf(said[at] ?? ''),
        email: numbers('email')[at] ?? 0,
        phone: numbers('phone')[at] ?? 0,
        order: numbers('order')[at] ?? 0,
        handle: numbers('handle')[at] ?? 0,
        name: numbers('name')[at] ?? 0,
        spelt: numbers('spelt')[at] ?? 0,
        firstName: numbers('firstName')[at] ?? 0,
        lastName: numbers('lastName')[at] ?? 0,
        initialLast: numbers('initialLast')[at] ?? 0,
        firstInitial: numbers('firstInitial')[at] ?? 0,
        recipient: numbers('recipient')[at] ?? 0,
        subject: numbers('subject')[at] ?? 0,
        drivers: maskOf(column<string>('drivers')[at] ?? ''),
        brand: brand[at] === null || brand[at] === undefined ? 0 : brandCode(brand[at]),
        product: numbers('product')[at] ?? 0,
        place: numbers('place')[at] ?? 0,
        channel: sharedText(column<string>('channel')[at] ?? ''),
        polarity: polarity[at] ?? Number.NaN,
        complaint: flags('complaint')[at] === true,
        complaintChance: column<number | null>('chance')[at] ?? 0,
        question: flags('question')[at] === true,
        ...saidOf(said[at], outbound, flags('question')[at] === true, flags('thanks')[at] === true),
        solved: column<boolean | null>('solved')[at] ?? undefined,
        closedAt: column<number | null>('closedAt')[at] ?? undefined,
        misfiled: flags('misfiled')[at] === true,
        automatic: flags('automatic')[at] === true,
        repeated: flags('repeated')[at] === true,
        mute: flags('mute')[at] === true,
        words: outbound || texts[at] === null || texts[at] === undefined ? NO_WORDS : wordsOf(texts[at]),
      });
    });
  }
  return { messages, ids };
}
