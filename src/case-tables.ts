import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { PRESS, PRIVATE, PUBLIC, type CaseMessage } from './cases/case-message.js';
import { stitchCases, type Stitched } from './cases/stitch.js';
import { wordsOf } from './cases/words.js';
import { openDatabase, sqlText, type Database } from './engine/database.js';
import { writeParquet } from './engine/parquet.js';
import { createStagingSql, openStagingWriter, stagedQuery, type StagingWriter } from './engine/staging.js';
import { caseColumns, caseMessageColumns, linkColumns, transitionColumns, type ColumnBatch, type Columns } from './model/index.js';

/** Over this calibrated probability an inbound message counts as a complaint. */
const COMPLAINT = 0.5;
/** What an agent writes when a case is closed, and what tools call a closed ticket; case and accents are folded. */
const CLOSING = '(dossier|demande|ticket|reclamation|conversation)[^.!?]{0,40}(clos|clotur|ferme|resolu|termine)|(je|nous) (cloture|clos|ferme)|(remboursement|avoir|geste commercial|echange)[^.!?]{0,40}(effectue|valide|envoye|emis|credite)|(closed|resolved|refund (has been )?(issued|sent|processed))';
const SOLVED = ['solved', 'closed', 'resolu', 'clos', 'ferme', 'resolved'];

const key = (value: string): string => `CASE WHEN ${value} IS NULL THEN 0 ELSE CAST(hash(${value}) >> 11 AS DOUBLE) + 1 END`;
const contact = (kind: string): string => key(`list_filter(contactKeys, k -> starts_with(k, '${kind}:'))[1]`);

const complaintSql = `(coalesce(complaintProbability, 0) >= ${COMPLAINT} OR list_contains(intents, 'complaint'))`;

/**
 * What stitching needs: all private messages and articles; of the public ones complaints, answers of the brand, and whatever shares
 * an identifier with a private message. Words only where there is a private message or an article to compare with.
 */
const messageQuery = (folder: string, withWords: boolean): string => `
  WITH m AS (
    SELECT *, file_row_number AS position, ${complaintSql} AS complaint FROM read_parquet(${sqlText(join(folder, 'messages', '*.parquet'))}, file_row_number = true)
    WHERE sentAt IS NOT NULL AND kind NOT IN ('system', 'deleted') AND direction <> 'internal'
  ), privateKeys AS (SELECT DISTINCT unnest(contactKeys) AS k FROM m WHERE stage = 'private' AND direction = 'inbound'),
  known AS (SELECT DISTINCT position FROM (SELECT position, unnest(contactKeys) AS k FROM m WHERE stage = 'public' AND NOT complaint) JOIN privateKeys USING (k))
  SELECT messageId, epoch_ms(m.sentAt)::DOUBLE AS sentAt, stage, direction = 'outbound' AS outbound,
    ${key('messageId')} AS id, ${key('parentId')} AS parent, ${key('threadId')} AS thread, ${key('authorKey')} AS author,
    ${contact('email')} AS email, ${contact('phone')} AS phone, ${contact('order')} AS "order", ${contact('handle')} AS handle, ${contact('name')} AS name,
    array_to_string(drivers, ',') AS drivers, coalesce(brands[1], givenBrand) AS brand, ${key('products[1]')} AS product, ${key('places[1]')} AS place,
    channel, polarity, complaint, list_contains(intents, 'question') AS question, list_contains(intents, 'thanks') AS thanks,
    direction = 'outbound' AND regexp_matches(strip_accents(lower(coalesce(text, ''))), ${sqlText(CLOSING)}) AS closing,
    strip_accents(lower(coalesce(status, ''))) IN (${SOLVED.map(sqlText).join(', ')}) AS solved,
    ${withWords ? `CASE WHEN stage = 'press' THEN concat_ws(' ', title, text) ELSE coalesce(text, title) END` : 'NULL'} AS words
  FROM m
  WHERE stage <> 'public' OR direction = 'outbound' OR complaint OR position IN (SELECT position FROM known)
  ORDER BY m.sentAt, m.file, m."row", messageId`;

const NO_WORDS: readonly number[] = [];

interface Loaded {
  readonly messages: CaseMessage[];
  /** Id of each message, in the same order. */
  readonly ids: readonly string[];
  readonly drivers: readonly string[];
  readonly brands: readonly string[];
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

async function load(database: Database, folder: string): Promise<Loaded> {
  const messages: CaseMessage[] = [];
  const ids: string[] = [];
  const drivers = coder();
  const brands = coder();
  const masks = new Map<string, number>();
  const maskOf = (list: string): number => {
    let mask = masks.get(list);
    if (mask === undefined) {
      mask = list === '' ? 0 : list.split(',').reduce((bits, name) => { const code = drivers.code(name); return code <= 31 ? bits | (1 << (code - 1)) : bits; }, 0);
      masks.set(list, mask);
    }
    return mask;
  };
  const { n } = await database.columns(`SELECT count(*) AS n FROM read_parquet(${sqlText(join(folder, 'messages', '*.parquet'))}) WHERE stage <> 'public'`);
  const channels = new Map<string, string>();
  const sharedText = (text: string): string => { const known = channels.get(text); if (known === undefined) channels.set(text, text); return known ?? text; };
  for await (const chunk of database.stream(messageQuery(folder, Number(n?.[0] ?? 0) > 0))) {
    const column = <T>(name: string): readonly T[] => (chunk[name] ?? []) as readonly T[];
    const numbers = (name: string): readonly number[] => column<number>(name);
    const flags = (name: string): readonly boolean[] => column<boolean>(name);
    const stages = column<string>('stage'), texts = column<string | null>('words'), polarity = column<number | null>('polarity'), brand = column<string | null>('brand');
    stages.forEach((stageName, at) => {
      const stage = stageName === 'private' ? PRIVATE : stageName === 'public' ? PUBLIC : PRESS;
      const outbound = flags('outbound')[at] === true;
      const row = ids.push(column<string>('messageId')[at] ?? '') - 1;
      messages.push({
        row, stage, outbound, sentAt: numbers('sentAt')[at] ?? 0, id: numbers('id')[at] ?? 0, parent: numbers('parent')[at] ?? 0,
        thread: numbers('thread')[at] ?? 0, author: numbers('author')[at] ?? 0, email: numbers('email')[at] ?? 0, phone: numbers('phone')[at] ?? 0,
        order: numbers('order')[at] ?? 0, handle: numbers('handle')[at] ?? 0, name: numbers('name')[at] ?? 0,
        drivers: maskOf(column<string>('drivers')[at] ?? ''), brand: brand[at] === null || brand[at] === undefined ? 0 : brands.code(brand[at]),
        product: numbers('product')[at] ?? 0, place: numbers('place')[at] ?? 0, channel: sharedText(column<string>('channel')[at] ?? ''), polarity: polarity[at] ?? Number.NaN,
        complaint: flags('complaint')[at] === true, question: flags('question')[at] === true, thanks: flags('thanks')[at] === true,
        closing: flags('closing')[at] === true, solved: flags('solved')[at] === true, words: outbound || texts[at] === null || texts[at] === undefined ? NO_WORDS : wordsOf(texts[at]),
      });
    });
  }
  return { messages, ids, drivers: drivers.names, brands: brands.names };
}

/** Joins the messages of a corpus folder into cases and writes `cases/`, `case-messages/`, `transitions/` and `links/`. */
export async function stitchCorpus(folder: string): Promise<void> {
  const spillFolder = join(folder, 'spill');
  const database = await openDatabase({ memoryLimitMb: 300, spillFolder });
  try {
    const { messages, ids, drivers, brands } = await load(database, folder);
    const pieces = stitchCases(messages, {
      observedUntil: messages.at(-1)?.sentAt ?? 0,
      driverName: (bit) => drivers[bit] ?? '',
      brandName: (code) => brands[code - 1] ?? null,
      messageId: (row) => ids[row] ?? '',
    });
    await writeTables(database, folder, pieces);
  } finally {
    database.close();
    rmSync(spillFolder, { recursive: true, force: true });
  }
}

const TABLES: readonly { readonly part: string; readonly columns: Columns; readonly batch: (piece: Stitched) => ColumnBatch<Columns> }[] = [
  { part: 'cases', columns: caseColumns, batch: (piece) => piece.cases },
  { part: 'case-messages', columns: caseMessageColumns, batch: (piece) => piece.caseMessages },
  { part: 'transitions', columns: transitionColumns, batch: (piece) => piece.transitions },
  { part: 'links', columns: linkColumns, batch: (piece) => piece.links },
];

async function writeTables(database: Database, folder: string, pieces: Iterable<Stitched>): Promise<void> {
  const writers: StagingWriter<Columns>[] = [];
  for (const { part, columns } of TABLES) {
    await database.run(createStagingSql(`"${part}"`, columns));
    writers.push(await openStagingWriter(database, part, columns));
  }
  for (const piece of pieces) TABLES.forEach(({ batch }, at) => writers[at]?.append(batch(piece)));
  for (const [at, { part, columns }] of TABLES.entries()) {
    writers[at]?.close();
    await writeParquet(database, stagedQuery(`"${part}"`, columns), join(folder, part));
  }
}
