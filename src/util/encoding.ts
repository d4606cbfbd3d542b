import { isUtf8 } from 'node:buffer';
import { decode850, is850 } from './code-page-850.js';

/** Decoded encodings; those of one byte only when strict UTF-8 fails, and then reported as a doubt. */
export type Encoding =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'macintosh' | 'ibm850';

/** Whether bytes begin with these. */
export const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);

export interface EncodingGuess {
  readonly encoding: Encoding;
  /** Bytes of the BOM to skip. */
  readonly bom: number;
}

/** UTF-16 without BOM: nearly every second byte of Latin text is NUL. */
function bareUtf16(head: Uint8Array): Encoding | undefined {
  const length = Math.min(head.length, 4096) & ~1;
  if (length < 8) return undefined;
  let even = 0,
    odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  if (odd > length * 0.3 && even < length * 0.05) return 'utf-16le';
  return even > length * 0.3 && odd < length * 0.05 ? 'utf-16be' : undefined;
}

/** Length of the head without a UTF-8 character that its end cuts. */
export function wholeUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needs > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}

/** à ç é è ê ù û in Mac OS Roman: bytes that Windows-1252 leaves unused or has for signs that French never writes. */
const MAC_ACCENTS = new Set([0x88, 0x8d, 0x8e, 0x8f, 0x90, 0x9d, 0x9e]);

/**
 * Code page 850 where its é says so; Mac OS Roman when its accents outnumber those of Windows-1252; Latin-9 when there is a byte 0xA4 (its €, in Windows-1252 the
 * generic sign of a currency) and none of those that only Windows-1252 has; else Windows-1252.
 */
function oneByte(head: Uint8Array): Encoding {
  if (is850(head)) return 'ibm850';
  let mac = 0,
    windows = 0,
    high = 0,
    currency = 0;
  for (const byte of head) {
    if (byte < 0x80) continue;
    if (MAC_ACCENTS.has(byte)) mac++;
    if (byte < 0xa0) high++;
    else if (byte === 0xa4) currency++;
    else if (byte >= 0xe0) windows++;
  }
  if (mac > windows) return 'macintosh';
  return currency > 0 && high === 0 ? 'iso-8859-15' : 'windows-1252';
}

/** Encoding of a text by BOM, by NUL bytes, then strict UTF-8, else one of one byte a character; declarations inside the text don't count. */
export function encodingOf(head: Uint8Array): EncodingGuess {
  if (startsWith(head, 0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', bom: 3 };
  if (startsWith(head, 0xff, 0xfe)) return { encoding: 'utf-16le', bom: 2 };
  if (startsWith(head, 0xfe, 0xff)) return { encoding: 'utf-16be', bom: 2 };
  const bare = bareUtf16(head);
  if (bare) return { encoding: bare, bom: 0 };
  return { encoding: isUtf8(head.subarray(0, wholeUtf8(head))) ? 'utf-8' : oneByte(head), bom: 0 };
}

/** What Windows-1252 has for the bytes 0x80 to 0x9f; its five unused bytes stay control characters. */
const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes Windows-1252. (`TextDecoder` of Node 20 gives Latin-1 for that label.)
 *
 * @example
 * decodeWindows1252(Uint8Array.of(0x80, 0x20, 0xe9))
 * // → '€ é'
 */
export function decodeWindows1252(bytes: Uint8Array): string {
  return fromLatin1(asBuffer(bytes).toString('latin1'));
}

/**
 * A text that was decoded as Latin-1, as Windows-1252 has it. The control characters U+0080 to U+009F, which no person writes,
 * become the quotes, dashes and € that they stand for.
 *
 * @example
 * fromLatin1('\u0093oui\u0094, 2 \u0080')
 * // → '“oui”, 2 €'
 */
export function fromLatin1(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the bytes that differ from Latin-1
  return text.replaceAll(/[\u0080-\u009f]/g, (char) => HIGH_1252.charAt(char.charCodeAt(0) - 0x80));
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Decodes a stream piece by piece; bytes that are no UTF-8 are read as Windows-1252, one by one, and counted. */
export class TextStream {
  /** Bytes that were not valid in the encoding. */
  repaired = 0;
  private pending: Uint8Array = new Uint8Array(0);
  private skip: number;
  /** Decoder of the encodings that `TextDecoder` reads right. */
  private readonly decoder: InstanceType<typeof TextDecoder> | undefined;

  constructor(private readonly guess: EncodingGuess) {
    this.skip = guess.bom;
    this.decoder =
      guess.encoding === 'utf-8' || guess.encoding === 'windows-1252' || guess.encoding === 'ibm850'
        ? undefined
        : new TextDecoder(guess.encoding, { ignoreBOM: true });
  }

  push(chunk: Uint8Array, last = false): string {
    let bytes = chunk;
    if (this.skip > 0) {
      const cut = Math.min(this.skip, bytes.length);
      this.skip -= cut;
      bytes = bytes.subarray(cut);
    }
    if (this.decoder) return this.decoder.decode(bytes, { stream: !last });
    if (this.guess.encoding === 'windows-1252') return decodeWindows1252(bytes);
    if (this.guess.encoding === 'ibm850') return decode850(bytes);
    if (this.pending.length > 0) bytes = Buffer.concat([this.pending, bytes]);
    const whole = last ? bytes.length : wholeUtf8(bytes);
    this.pending = bytes.slice(whole);
    const body = bytes.subarray(0, whole);
    return isUtf8(body) ? asBuffer(body).toString('utf8') : this.repair(body);
  }

  /** Valid stretches as UTF-8, every other byte as Windows-1252. */
  private repair(bytes: Uint8Array): string {
    const out: string[] = [];
    let from = 0;
    for (let i = 0; i < bytes.length;) {
      const length = sequenceLength(bytes, i);
      if (length > 0) {
        i += length;
        continue;
      }
      out.push(
        asBuffer(bytes.subarray(from, i)).toString('utf8'),
        decodeWindows1252(bytes.subarray(i, i + 1)),
      );
      this.repaired++;
      from = ++i;
    }
    out.push(asBuffer(bytes.subarray(from)).toString('utf8'));
    return out.join('');
  }
}

/** Bytes of the valid UTF-8 sequence at `i`; 0 when there is none. */
function sequenceLength(bytes: Uint8Array, i: number): number {
  const first = bytes[i] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  return length > 0 && i + length <= bytes.length && isUtf8(bytes.subarray(i, i + length)) ? length : 0;
}
