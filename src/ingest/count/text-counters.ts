import type { RecordCounter } from './record-counter.js';

/** Places that a pattern finds, none of them longer than `LONGEST`. */
export class PatternCounter implements RecordCounter {
  private count = 0;
  private tail = '\n';

  constructor(private readonly pattern: RegExp) {}

  push(chunk: Uint8Array): void {
    const text = this.tail + Buffer.from(chunk).toString('latin1');
    let done = Math.max(0, text.length - LONGEST);
    for (const match of text.matchAll(this.pattern)) {
      this.count++;
      done = Math.max(done, match.index + match[0].length);
    }
    this.tail = text.slice(done);
  }

  end(): number {
    return this.count;
  }
}
const LONGEST = 1200;

/** A file that is one record. */
export class OneRecord implements RecordCounter {
  push(): void {}
  end(): number {
    return 1;
  }
}

/** A beginning that dates a line, in any script: what opens it, the mark after its first number, and the mark before who speaks. */
const DATED =
  /^([^\p{L}\p{N}\n]{0,4})\p{Nd}{1,4}([^\p{Nd}\n]{1,4})\p{Nd}{1,4}[^\p{Nd}\n]{1,4}\p{Nd}{1,4}[^\p{Nd}\n]{1,24}\p{Nd}{1,4}[^\n]{0,40}?(\]|\s[-–—](?=\s|$)|:\s|,\s(?=\P{Nd}))/u;

const MARKS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]+/gu;
const LONGEST_LINE = 4000;

/** Lines of a chat that begin like the first dated one, and what stands above it. */
export class ChatCounter implements RecordCounter {
  private count = 0;
  private rest = '';
  private style: string | undefined;
  private readonly decoder: InstanceType<typeof TextDecoder>;

  /** @param entry what begins a message; absent: a date, in the style of the first one */
  constructor(
    encoding: string,
    private readonly entry?: RegExp,
  ) {
    this.decoder = new TextDecoder(encoding);
  }

  push(chunk: Uint8Array): void {
    const lines = (this.rest + this.decoder.decode(chunk, { stream: true })).split('\n');
    this.rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    for (const line of lines) this.line(line);
  }

  private line(whole: string): void {
    const line = whole.slice(0, 200).replaceAll(MARKS, '').replace(/\r$/, '');
    if (this.entry !== undefined) {
      if (this.entry.test(line)) this.count++;
      return;
    }
    const style = DATED.exec(line)?.slice(1).join('\n');
    if (
      style === undefined ? this.style === undefined && line.trim() !== '' : style === (this.style ?? style)
    )
      this.count++;
    this.style ??= style;
  }

  end(): number {
    this.line(this.rest);
    return this.count;
  }
}

/** Gives a counter of bytes the UTF-8 of a text in another encoding. */
export class Recoded implements RecordCounter {
  private readonly decoder: InstanceType<typeof TextDecoder>;

  constructor(
    encoding: string,
    private readonly counter: RecordCounter,
  ) {
    this.decoder = new TextDecoder(encoding);
  }

  push(chunk: Uint8Array): void {
    this.counter.push(Buffer.from(this.decoder.decode(chunk, { stream: true })));
  }

  end(): number | undefined {
    return this.counter.end();
  }
}
