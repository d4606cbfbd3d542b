import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readExports } from '../../src/ingest/reader.js';
import type { MessageRecord } from '../../src/model/index.js';
import { type Aviary, isDate, NUMBER, PHONE, WORD } from './birds.js';
import { slotsOf } from './slots.js';

/** Files of one export as texts: one, or the members of an archive. */
interface Document {
  readonly parts: ReadonlyMap<string, string>;
  readonly pack: (parts: ReadonlyMap<string, string>) => Uint8Array;
}

function openDocument(name: string, bytes: Uint8Array): Document {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const members = Object.entries(unzipSync(bytes));
    const isText = ([path, content]: [string, Uint8Array]): boolean =>
      content.length > 0 && !/styles|theme|Content_Types|\.rels$|\.(?:jpg|opus|png)$/.test(path);
    return {
      parts: new Map(members.filter(isText).map(([path, content]) => [path, strFromU8(content)])),
      pack: (parts) =>
        zipSync(
          Object.fromEntries(
            members.map(([path, content]) => {
              const text = parts.get(path);
              return [path, [text === undefined ? content : strToU8(text), { mtime: '2026-01-01' }]];
            }),
          ),
        ),
    };
  }
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf16le'
      : Buffer.from(Buffer.from(bytes).toString('utf8')).equals(Buffer.from(bytes))
        ? 'utf8'
        : 'latin1';
  return {
    parts: new Map([[name, Buffer.from(bytes).toString(encoding)]]),
    pack: (parts) => Buffer.from(parts.get(name) ?? '', encoding),
  };
}

/** What of a canary's way is known: the fields of records in which it was read. */
export type Landings = Map<string, Set<string>>;

interface Reading {
  /** Formats, stages, records and rejects: planting must not change how a file is read. */
  readonly shape: string;
  readonly records: readonly { readonly record: MessageRecord; readonly format: string }[];
}

async function read(path: string): Promise<Reading> {
  const shape: unknown[] = [];
  const records: { record: MessageRecord; format: string }[] = [];
  for await (const event of readExports(path)) {
    if (event.type === 'batch')
      for (const record of event.records) {
        records.push({ record, format: event.format });
        shape.push(record.stage, record.kind);
      }
    if (event.type === 'fileEnd') shape.push(event.format, event.read, event.rejected);
  }
  return { shape: JSON.stringify(shape), records };
}

/** All canaries in a text, in small letters or as bare digits. */
export function birdsIn(text: string): string[] {
  const found = (text.match(WORD) ?? []).map((word) => word.toLowerCase());
  found.push(...(text.match(NUMBER) ?? []));
  for (const phone of text.match(PHONE) ?? []) found.push(phone.replaceAll(/\D/g, ''));
  return found;
}

/** Notes where the canaries of a file's records were read. */
export async function landFile(path: string, landings: Landings): Promise<void> {
  for (const one of (await read(path)).records) land(landings, one);
}

function land(landings: Landings, { record, format }: Reading['records'][number]): void {
  const add = (field: string, value: unknown): void => {
    if (value === undefined || value === null) return;
    for (const bird of birdsIn(typeof value === 'string' ? value : JSON.stringify(value))) {
      const fields = landings.get(bird) ?? new Set();
      landings.set(bird, fields.add(`${format}: ${field}`));
    }
  };
  const { attributes, givenBrand, sourceName, authorName, ...fields } = record;
  for (const page of [givenBrand, sourceName]) add(page === authorName ? 'ownPage' : 'page', page);
  add(record.authorIsBrand === true ? 'brand' : 'authorName', authorName);
  for (const [field, value] of Object.entries(fields)) add(field, value);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    add(`attributes.${name}`, value);
    add('attributeName', name);
  }
}

export interface PlantOptions {
  readonly aviary: Aviary;
  readonly landings: Landings;
  /** Readings after which values that are not settled stay as they were. */
  readonly patience: number;
}

export interface Planted {
  /** The export as its tool would write it of other people. */
  readonly whole: Uint8Array;
  /** The same with no date left, marks of its tool replaced, cut short: what ends in rejects, doubts and errors. */
  readonly broken: Uint8Array;
  readonly values: number;
}

/**
 * Plants a canary in each value of an export that can be another without the file being read in another way; texts keep their words, and
 * get contacts and accounts.
 */
export async function plant(
  name: string,
  bytes: Uint8Array,
  scratch: string,
  { aviary, landings, patience }: PlantOptions,
): Promise<Planted> {
  const { parts, pack } = openDocument(name, bytes);
  const slots = [...parts].flatMap(([part, text]) =>
    slotsOf(part, text).map(({ from, to }) => ({ part, from, to, value: text.slice(from, to) })),
  );
  const path = join(scratch, name);
  mkdirSync(dirname(path), { recursive: true });
  const write = (made: ReadonlyMap<string, string>): Uint8Array =>
    pack(
      new Map(
        [...parts].map(([part, text]) => {
          let out = '',
            at = 0;
          for (const slot of slots) {
            if (slot.part !== part || slot.from < at) continue;
            out += text.slice(at, slot.from) + (made.get(slot.value) ?? slot.value);
            at = slot.to;
          }
          return [part, out + text.slice(at)];
        }),
      ),
    );
  let readings = 0;
  const readAs = (content: Uint8Array): Promise<Reading> => {
    writeFileSync(path, content);
    readings++;
    return read(path);
  };
  const original = await readAs(bytes);
  aviary.turn();
  const candidates = new Map<string, string>();
  for (const { value } of slots) {
    const made = aviary.of(value);
    if (made !== undefined) candidates.set(value, made);
  }
  const accepted = new Map<string, string>();
  /** Takes a run of values, or those of its halves. */
  const take = async (entries: readonly (readonly [string, string])[]): Promise<void> => {
    if (entries.length === 0 || readings >= patience) return;
    const { shape } = await readAs(write(new Map([...accepted, ...entries])));
    if (shape === original.shape) for (const [value, made] of entries) accepted.set(value, made);
    else if (entries.length > 1) {
      const half = entries.length >> 1;
      await take(entries.slice(0, half));
      await take(entries.slice(half));
    }
  };
  await take([...candidates].filter(([value]) => !isDate(value)));
  // What is read as text keeps its words, what is read as a time is one; without what is left out more may be text.
  for (let pass = 0; pass < 3; pass++) {
    const texts = new Set<string>();
    for (const { record } of (await readAs(write(accepted))).records) {
      const times = new Set(birdsIn(record.sentAt?.raw ?? ''));
      for (const [value, made] of accepted)
        if (times.has(made)) {
          accepted.delete(value);
          candidates.delete(value);
        }
      for (const words of [record.text, record.stage === 'private' ? undefined : record.title])
        for (const bird of birdsIn(words ?? '')) texts.add(bird);
    }
    const spoken = [...accepted].filter(
      ([, made]) => !made.includes(' joignez ') && birdsIn(made).some((bird) => texts.has(bird)),
    );
    if (spoken.length === 0) break;
    for (const [value] of spoken) accepted.delete(value);
    await take(spoken.map(([value]) => [value, value + aviary.contacts()] as const));
  }
  for (const one of (await readAs(write(accepted))).records) land(landings, one);
  const whole = write(accepted);
  const broken = write(new Map([...candidates, ...accepted]));
  return {
    whole,
    broken: broken[0] === 0x50 ? broken : broken.subarray(0, Math.floor(broken.length * 0.9)),
    values: accepted.size,
  };
}
