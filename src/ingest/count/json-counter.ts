import type { Pointers } from './json-pointers.js';
import type { RecordCounter } from './record-counter.js';

const QUOTE = 34,
  BACKSLASH = 92,
  COMMA = 44,
  COLON = 58,
  LF = 10,
  SPACE = 32,
  OPEN_ARRAY = 91,
  CLOSE_ARRAY = 93,
  OPEN_OBJECT = 123,
  CLOSE_OBJECT = 125;
/** Keys longer than this are on no path. */
const LONGEST_KEY = 100;
/** Levels that a path follows; answers to answers are counted to here. */
const DEEPEST = 100;

const NEVER = /^\b$/;

function patternOf(pointers: readonly string[] = []): RegExp {
  if (pointers.length === 0) return NEVER;
  const one = (pointer: string): string =>
    pointer
      .split('/')
      .map((part) =>
        part === '**'
          ? '(?:[^/]*/)*'
          : `${part === '*' ? '[^/]*' : part.replaceAll(/[^\w]/g, String.raw`\$&`)}/`,
      )
      .join('');
  return new RegExp(`^(?:${pointers.map(one).join('|')})$`);
}

/** What may be a record: it counts, unless it turns out to hold the records. */
interface Candidate {
  counts: boolean;
}

interface Level {
  readonly array: boolean;
  /** Keys from the root of its value, each with a slash. */
  readonly path: string;
  /** Elements are records. */
  readonly counted: boolean;
  readonly candidate: Candidate | undefined;
  /** Its elements stand for the candidate. */
  readonly replaces?: boolean;
  key: string;
  /** A key of an object, or an element of an array, is to begin. */
  begins: boolean;
}

/** Records of a JSON text by where they stand; with `byLine`, each line is a value of its own, whatever the one before it lacks. */
export class JsonCounter implements RecordCounter {
  private count = 0;
  private readonly levels: Level[] = [];
  private inText = false;
  private escaped = false;
  private text = '';
  private lineSeen = false;
  private readonly lists: RegExp;
  private readonly instead: RegExp;
  private readonly inside: RegExp;
  private readonly not: RegExp;

  constructor(
    private readonly pointers: Pointers,
    private readonly byLine: boolean,
  ) {
    this.lists = patternOf(pointers.lists);
    this.instead = patternOf(pointers.instead);
    this.inside = patternOf(pointers.inside);
    this.not = patternOf(pointers.not);
  }

  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (this.byLine && byte === LF) {
        this.levels.length = 0;
        this.inText = this.escaped = this.lineSeen = false;
      } else if (this.inText) at = this.readText(chunk, at);
      else if (byte > SPACE) this.byte(byte);
    }
  }

  /** Reads on inside a text; gives the index of its last byte in the chunk. */
  private readText(chunk: Uint8Array, from: number): number {
    const level = this.levels.at(-1);
    const isKey = level !== undefined && !level.array && level.begins;
    for (let at = from; at < chunk.length; at++) {
      const byte = chunk[at] as number;
      if (this.byLine && byte === LF) return at - 1;
      if (this.escaped) this.escaped = false;
      else if (byte === BACKSLASH) this.escaped = true;
      else if (byte === QUOTE) {
        this.inText = false;
        if (isKey) level.key = this.text.toLowerCase();
        return at;
      }
      if (isKey && this.text.length < LONGEST_KEY) this.text += String.fromCharCode(byte);
    }
    return chunk.length;
  }

  private byte(byte: number): void {
    const level = this.levels.at(-1);
    if (level === undefined) {
      this.outside(byte);
      return;
    }
    if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
      this.levels.pop();
      return;
    }
    if (byte === COMMA) level.begins = true;
    else if (byte === COLON) level.begins = false;
    else {
      const starts = level.array && level.begins;
      if (level.array) level.begins = false;
      if (starts && level.replaces === true) this.cancel(level.candidate);
      const candidate = starts && level.counted ? this.candidate() : level.candidate;
      if (byte === QUOTE) this.opensText();
      else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) this.down(level, byte === OPEN_ARRAY, candidate);
    }
  }

  /** A byte outside of all values. */
  private outside(byte: number): void {
    const opens = byte === OPEN_ARRAY || byte === OPEN_OBJECT;
    if (this.byLine && !this.lineSeen && !opens && byte < 128 && byte !== COMMA && this.pointers.alone)
      this.count++;
    if (byte < 128) this.lineSeen = true;
    if (!opens) return;
    const array = byte === OPEN_ARRAY;
    const candidate = array ? undefined : this.candidate(this.pointers.alone === true);
    this.levels.push({ array, path: '', counted: array, candidate, key: '', begins: true });
  }

  private candidate(counts = true): Candidate {
    if (counts) this.count++;
    return { counts };
  }

  private down(parent: Level, array: boolean, candidate: Candidate | undefined): void {
    const isRoot = parent.array && parent.path === '' && this.levels.length === 1;
    if (isRoot) {
      // each element of the document is a value of its own
      if (this.pointers.alone !== true && candidate?.counts) this.cancel(candidate);
      this.levels.push({ array, path: '', counted: false, candidate, key: '', begins: true });
      return;
    }
    // records stand near the root: deeper paths are not followed
    const path =
      this.levels.length > DEEPEST ? parent.path : `${parent.path}${parent.array ? '*' : parent.key}/`;
    const near = path !== parent.path;
    const list = near && array && this.lists.test(path);
    if (list || (near && this.not.test(path))) this.cancel(candidate);
    const replaces = near && array && this.instead.test(path);
    const counted = list || replaces || (near && array && this.inside.test(path));
    this.levels.push({ array, path, counted, candidate, replaces, key: '', begins: true });
  }

  private cancel(candidate: Candidate | undefined): void {
    if (candidate?.counts !== true) return;
    candidate.counts = false;
    this.count--;
  }

  private opensText(): void {
    this.inText = true;
    this.text = '';
  }

  end(): number {
    return this.count;
  }
}
