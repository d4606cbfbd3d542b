import type { MessageRecord } from '../../model/index.js';
import type { ExportFile } from '../bytes/export-file.js';
import { WHOLE_JSON_LIMIT, asArray, asObject, asText, at, wholeJson } from '../json/json.js';
import { timeOf, wordsOf, zoneOf } from '../json/json-records.js';
import type { Detection, Parsed, ReadOptions } from '../source.js';
import { described } from './described.js';

/** Sections of the older download, without the name of the conversation. */
const OLD_SECTION = /^(Received|Sent) (?:Saved|Unsaved) Chat History$/;
const isEntry = (value: unknown): boolean =>
  at(value, 'Media Type') !== undefined &&
  at(value, 'Created') !== undefined &&
  (at(value, 'From') ?? at(value, 'To')) !== undefined;

/** Conversations by name; the peek of a large file may show only the first. */
function sections(value: unknown): [string, readonly unknown[]][] {
  return Object.entries(asObject(value) ?? {}).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );
}

function detect(file: ExportFile): Detection | undefined {
  if (file.json?.layout !== 'document') return undefined;
  const first = sections(file.json.value).find(([, list]) => list.length > 0);
  if (first && isEntry(first[1][0]))
    return { score: 0.95, why: 'conversations with "Media Type" and "Created"' };
  return undefined;
}

function toRecord(entry: unknown, section: string, row: number, options: ReadOptions): MessageRecord {
  const old = OLD_SECTION.exec(section);
  const sentByOwner = at(entry, 'IsSender') === true || old?.[1] === 'Sent';
  const from = asText(at(entry, 'From'));
  const other =
    asText(at(entry, 'Conversation Title')) ?? (old ? (asText(at(entry, 'To')) ?? from) : section);
  const text = wordsOf(at(entry, 'Content')) ?? wordsOf(at(entry, 'Text'));
  const type = (asText(at(entry, 'Media Type')) ?? '').toUpperCase();
  const isMedia = /^(?:MEDIA|IMAGE|VIDEO|NOTE|AUDIO|STICKER|SHARE|LOCATION)/.test(type);
  return {
    row,
    platform: 'snapchat',
    stage: 'private',
    threadId: old ? other : section,
    kind: /^STATUS|ERASED/.test(type)
      ? type.includes('ERASED')
        ? 'deleted'
        : 'system'
      : text !== undefined
        ? 'message'
        : isMedia
          ? 'media'
          : 'system',
    authorName: from,
    direction: sentByOwner ? 'outbound' : undefined,
    authorIsBrand: sentByOwner ? true : undefined,
    sentAt: timeOf(at(entry, 'Created(microseconds)')) ?? timeOf(at(entry, 'Created'), zoneOf(options)),
    text: /^STATUS|ERASED/.test(type) ? undefined : text,
    attachments: isMedia ? 1 : undefined,
  };
}

async function* parse(file: ExportFile, options: ReadOptions): AsyncGenerator<Parsed> {
  let row = 0;
  for (const [section, list] of sections(await wholeJson(file))) {
    for (const entry of asArray(list)) {
      row++;
      yield isEntry(entry)
        ? { record: toRecord(entry, section, row, options) }
        : { reject: { row, reason: 'not-a-message', hint: 'an entry without "From" and "Created"' } };
    }
  }
  yield { note: "the account of the download is taken as the brand's own" };
}

export const snapchat = described('snapchat', { memory: { wholeUpTo: WHOLE_JSON_LIMIT }, detect, parse });
