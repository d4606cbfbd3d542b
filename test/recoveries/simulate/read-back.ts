import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { chooseSource } from '../../../src/ingest/survey-file.js';
import type { MessageRecord } from '../../../src/model/index.js';
import type { WrittenFile } from '../../../src/simulate/exports/written-file.js';

const ZONE = { zone: 'Europe/Paris' };

/** What the reader takes from a written export, and where that is not what was written: a record for each message, in order. */
export async function readBack({
  path,
  bytes,
  rows,
}: WrittenFile): Promise<{ records: MessageRecord[]; problems: string[] }> {
  const file = await openBytes(bytes, path),
    chosen = chooseSource(file, ZONE);
  if (!('source' in chosen)) return { records: [], problems: [`${path}: ${chosen.note}`] };
  const records: MessageRecord[] = [],
    problems: string[] = [];
  for await (const parsed of chosen.source.parse(file, ZONE))
    for (const one of Array.isArray(parsed) ? parsed : [parsed]) {
      // Lines of the exporting tool above the header are told as no message; nothing else is refused.
      if ('reject' in one && !(one.reject.hint === 'stands above the header' && records.length === 0))
        problems.push(`${path}: ${one.reject.reason} ${one.reject.hint}`);
      if ('record' in one && one.record.kind !== 'system') records.push(one.record);
    }
  const expected = rows.filter(({ message }) => message.kind !== 'system').length;
  if (records.length !== expected) problems.push(`${path}: ${records.length} records of ${expected}`);
  return { records, problems };
}
