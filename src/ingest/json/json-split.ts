import { MAX_JSON_DEPTH } from './json-scan.js';

/** A piece of a JSON stream: one item as text, or what went wrong. */
export type JsonPiece =
  | { readonly kind: 'item'; readonly text: string }
  | { readonly kind: 'cut'; readonly text: string }
  | { readonly kind: 'tooLong' }
  | { readonly kind: 'tooDeep' };

interface Level {
  readonly array: boolean;
  /** Segment of the path that the current member matches; -1: this branch leads nowhere. */
  readonly at: number;
  key: string | undefined;
}

/**
 * Cuts a stream of JSON text into the texts of its items without parsing: the top-level values (`path` undefined) or the
 * elements of the array at `path`, in every top-level value. Only the current item is in memory.
 */
export async function* splitJson(
  chunks: AsyncIterable<string>,
  path: readonly string[] | undefined,
  limit: number,
): AsyncGenerator<JsonPiece> {
  const splitter = new JsonSplitter(path, limit);
  for await (const chunk of chunks) {
    splitter.push(chunk);
    yield* splitter.take();
    if (splitter.stopped) return;
  }
  splitter.end();
  yield* splitter.take();
}

class JsonSplitter {
  stopped = false;
  private readonly levels: Level[] = [];
  private pieces: JsonPiece[] = [];
  private inString = false;
  private escaped = false;
  /** Text of the open item from earlier chunks; `undefined`: no item is open. */
  private item: string | undefined;
  /** Depth of containers at which the open item started. */
  private itemDepth = 0;
  private dropItem = false;
  /** Text of the string being read, when it may be a key of the path. */
  private key: string | undefined;
  private started = false;

  constructor(
    private readonly path: readonly string[] | undefined,
    private readonly limit: number,
  ) {}

  take(): readonly JsonPiece[] {
    const taken = this.pieces;
    this.pieces = [];
    return taken;
  }

  push(chunk: string): void {
    let from = 0;
    for (let i = 0; i < chunk.length && !this.stopped; i++) {
      const c = chunk.charCodeAt(i);
      if (this.inString) {
        i = this.stringPart(chunk, i);
        continue;
      }
      if (c === 32 || c === 9 || c === 10 || c === 13) continue;
      if (!this.started && c !== 123 && c !== 91) continue;
      this.started = true;
      if (this.item === undefined && this.startsItem(c)) {
        this.open();
        from = i;
      }
      if (c === 34) {
        this.inString = true;
        this.key = this.item === undefined ? '' : undefined;
      } else if (c === 123 || c === 91) this.down(c === 91);
      else if (c === 125 || c === 93) {
        if (this.up(chunk, from, i)) from = i + 1;
      } else if (c === 44) this.comma(chunk, from, i);
    }
    if (this.item !== undefined) this.grow(chunk.slice(from));
  }

  end(): void {
    if (this.stopped || (this.levels.length === 0 && this.item === undefined)) return;
    if (this.dropItem) this.pieces.push({ kind: 'tooLong' });
    else this.pieces.push({ kind: 'cut', text: this.item ?? '' });
  }

  /** Reads on inside a string; returns the index of the last character used. */
  private stringPart(chunk: string, from: number): number {
    let i = from;
    for (; i < chunk.length; i++) {
      const c = chunk.charCodeAt(i);
      if (this.escaped) this.escaped = false;
      else if (c === 92) this.escaped = true;
      else if (c === 34) {
        this.inString = false;
        break;
      }
    }
    if (this.key !== undefined && this.key.length < 1000) this.key += chunk.slice(from, i);
    if (!this.inString) {
      const level = this.levels[this.levels.length - 1];
      if (this.key !== undefined && level && !level.array && level.key === undefined) level.key = this.key;
      this.key = undefined;
      return i;
    }
    return chunk.length;
  }

  private startsItem(c: number): boolean {
    if (c === 125 || c === 93 || c === 44 || c === 58) return false;
    const level = this.levels[this.levels.length - 1];
    if (!this.path) return level === undefined;
    return level !== undefined && level.array && level.at === this.path.length;
  }

  private open(): void {
    this.item = '';
    this.itemDepth = this.levels.length;
    this.dropItem = false;
  }

  private grow(text: string): void {
    if (this.item === undefined || this.dropItem) return;
    this.item += text;
    if (this.item.length > this.limit) {
      this.dropItem = true;
      this.item = '';
    }
  }

  private close(text: string): void {
    this.grow(text);
    this.pieces.push(this.dropItem ? { kind: 'tooLong' } : { kind: 'item', text: this.item ?? '' });
    this.item = undefined;
  }

  private down(array: boolean): void {
    const parent = this.levels[this.levels.length - 1];
    this.levels.push({ array, at: parent ? this.step(parent) : 0, key: undefined });
    if (this.levels.length > MAX_JSON_DEPTH) {
      this.stopped = true;
      this.pieces.push({ kind: 'tooDeep' });
    }
  }

  /** How much of the path the member that begins now matches. */
  private step(parent: Level): number {
    const wanted = this.path?.[parent.at];
    if (parent.at < 0 || wanted === undefined) return -1;
    return wanted === '*' || (!parent.array && wanted === parent.key) ? parent.at + 1 : -1;
  }

  /** A container ends; true when it ends the open item. */
  private up(chunk: string, from: number, i: number): boolean {
    const primitive = this.item !== undefined && this.levels.length === this.itemDepth;
    if (primitive) this.close(chunk.slice(from, i));
    this.levels.pop();
    if (this.levels.length === 0 && this.item === undefined) this.started = false;
    if (this.item === undefined || this.levels.length !== this.itemDepth) return primitive;
    this.close(chunk.slice(from, i + 1));
    if (this.levels.length === 0) this.started = false;
    return true;
  }

  private comma(chunk: string, from: number, i: number): void {
    const level = this.levels[this.levels.length - 1];
    if (level) level.key = undefined;
    if (this.item !== undefined && this.levels.length === this.itemDepth) this.close(chunk.slice(from, i));
  }
}
