import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { openDatabase, sqlText } from '../../src/engine/database.js';
import { birdsIn } from './plant.js';

/** Bytes of a Parquet file whose columns are read too: parts of what is kept may stand side by side there, as a canary that nobody planted. */
export const PACKED = '(packed)';

/** A canary that got out, and where to. */
export interface Escape {
  readonly bird: string;
  readonly place: string;
}

const percentDecoded = (text: string): string =>
  text.replaceAll(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function inflated(bytes: Buffer): Buffer | undefined {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes);
    if (bytes[0] === 0x78) return inflateSync(bytes);
  } catch {
    // not that
  }
  return undefined;
}

/** Canaries in bytes: plain, percent-encoded, UTF-16, base64 at any offset, deflated, in archives; and all of these in one another. */
export function birdsOf(bytes: Buffer, depth = 3): Set<string> {
  const found = new Set<string>();
  const add = (birds: Iterable<string>): void => {
    for (const bird of birds) found.add(bird);
  };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    for (const [name, content] of Object.entries(unzipSync(bytes))) {
      add(birdsIn(name));
      add(birdsOf(Buffer.from(content), depth));
    }
  const inner = inflated(bytes);
  if (inner && depth > 0) add(birdsOf(inner, depth - 1));
  const text = bytes.toString('latin1');
  add(birdsIn(text));
  if (text.includes('%')) add(birdsIn(percentDecoded(text)));
  if (text.includes('\u0000')) add(birdsIn(text.replaceAll('\u0000', '')));
  if (depth > 0)
    for (const [run] of text.matchAll(/[\w+/-]{12,}/g))
      for (let offset = 0; offset < 4; offset++) {
        const decoded = Buffer.from(run.slice(offset), 'base64');
        add(birdsIn(decoded.toString('latin1')));
        const packed = offset === 0 ? inflated(decoded) : undefined;
        if (packed) add(birdsOf(packed, depth - 1));
      }
  return found;
}

/** Canaries in all files of a folder and in their names; of Parquet by column. */
export async function huntIn(folder: string, label: string): Promise<Escape[]> {
  const escapes: Escape[] = [];
  const note = (place: string, birds: Iterable<string>): void => {
    for (const bird of birds) escapes.push({ bird, place: `${label}/${place}` });
  };
  const database = await openDatabase();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(folder.length + 1);
    note('(names)', birdsIn(name));
    if (!entry.isFile()) continue;
    const birds = birdsOf(readFileSync(path));
    const columns = name.endsWith('.parquet')
      ? await database
          .columns(`SELECT * FROM read_parquet(${sqlText(path.replaceAll(/[[*?]/g, '[$&]'))})`)
          .catch(() => undefined)
      : undefined;
    // One that a killed run left may be cut, so that its bytes alone can be searched.
    note(columns === undefined ? name : `${name} ${PACKED}`, birds);
    if (columns === undefined) continue;
    for (const [column, values] of Object.entries<unknown[]>(columns)) {
      // Decimals of a probability may read like a phone; a phone that was taken for a number has none.
      const told = values.filter((one) => typeof one !== 'number' || Number.isInteger(one));
      note(
        `${name} ${column}`,
        birdsOf(Buffer.from(JSON.stringify([...new Set(told.map((one) => JSON.stringify(one)))]))),
      );
    }
  }
  database.close();
  return escapes;
}
