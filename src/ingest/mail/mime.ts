import PostalMime, { decodeWords as decodeMimeWords, type Email } from 'postal-mime';
import { decodeWindows1252, fromLatin1 } from '../../util/encoding.js';

/** A mail with its transfer encodings and charsets undone. */
export interface Mail {
  /** All values of a header, folded lines joined, encoded words decoded, in order. */
  header(name: string): readonly string[];
  readonly subject: string | undefined;
  readonly from: { readonly name: string | undefined; readonly address: string | undefined } | undefined;
  /** Body as plain text, when there is one. */
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly attachments: number;
  /** Mails attached to this one (forwarded, bounced, a digest). */
  readonly attached: readonly Uint8Array[];
  /** A charset was wrong or missing; the text was read with another one, or still holds unreadable characters. */
  readonly charsetDoubt: string | undefined;
}

/** Header bytes of one mail over this are no mail. */
const MAX_HEADERS = 2 * 1024 * 1024;
const MAX_NESTING = 64;
/** The parser keeps each line of a body apart, so that short lines cost most: 64 MiB of an attachment have 870,000. */
const MAX_LINES = 1_000_000;
/** Bytes up to this are white. An attached mail of such alone was cut off by the `From ` line of its own mailbox: it is the next mail. */
const BLANK = 32;
const UNREADABLE = '\ufffd';
/** What UTF-8 looks like when it is read as Windows-1252. */
const MOJIBAKE =
  /[ÂÃâ][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]/;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Without empty lines and the `From ` line of a mailbox at the beginning. */
function withoutEnvelope(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length && (bytes[start] === 10 || bytes[start] === 13)) start++;
  if (latin1(bytes.subarray(start, start + 5)) !== 'From ') return bytes.subarray(start);
  const end = bytes.indexOf(10, start);
  return end < 0 ? bytes.subarray(bytes.length) : bytes.subarray(end + 1);
}

/** Old programs write names and subjects in Windows-1252 without saying so: such headers become UTF-8. */
function withUtf8Headers(bytes: Uint8Array): Uint8Array {
  const head = latin1(bytes.subarray(0, MAX_HEADERS));
  const blank = /\r?\n\r?\n/.exec(head);
  const end = blank ? blank.index : Math.min(bytes.length, MAX_HEADERS);
  const headers = bytes.subarray(0, end);
  if (isUtf8(headers)) return bytes;
  return Buffer.concat([Buffer.from(decodeWindows1252(headers), 'utf8'), bytes.subarray(end)]);
}

/** Charset labels replaced everywhere in the mail, and set where text parts have none. */
function withCharset(bytes: Uint8Array, charset: string): Uint8Array {
  const label = `charset="${charset}"`;
  const text = latin1(bytes)
    .replace(/\bcharset\s*=\s*(?:"[^"\r\n]{1,40}"|[\w.:-]{1,40})/gi, label)
    .replace(
      /^(Content-Type:[ \t]*text\/[\w-]+)(?![^\n]{0,500}(?:\n[ \t][^\n]{0,500}){0,5}charset)/gim,
      `$1; ${label}`,
    );
  const headers = text.slice(0, Math.max(text.search(/\r?\n\r?\n/), 0));
  return Buffer.from(
    /^Content-Type:/im.test(headers) ? text : `Content-Type: text/plain; ${label}\n${text}`,
    'latin1',
  );
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++;
  return lines;
}

const decodeWords = (value: string): string => fromLatin1(decodeMimeWords(value));

/** Node's own decoder, which the parser uses, gives Latin-1 for Windows-1252: bodies are put right here, headers where they are read. */
async function parse(bytes: Uint8Array): Promise<Email> {
  const email = await PostalMime.parse(bytes, {
    forceRfc822Attachments: true,
    maxNestingDepth: MAX_NESTING,
    maxHeadersSize: MAX_HEADERS,
  });
  const { text, html } = email;
  return {
    ...email,
    ...(text === undefined ? {} : { text: fromLatin1(text) }),
    ...(html === undefined ? {} : { html: fromLatin1(html) }),
  };
}

const bodyOf = (email: Email): string => `${email.text ?? ''}${email.html ?? ''}`;

/** Reads the mail again with another charset when the labelled one leaves unreadable characters or mojibake. */
async function withRightCharset(
  email: Email,
  bytes: Uint8Array,
): Promise<{ email: Email; doubt: string | undefined }> {
  const body = bodyOf(email);
  const unreadable = body.includes(UNREADABLE);
  if (!unreadable && !MOJIBAKE.test(body)) return { email, doubt: undefined };
  const charset = unreadable ? 'windows-1252' : 'utf-8';
  const again = await parse(withCharset(bytes, charset));
  const better = !bodyOf(again).includes(UNREADABLE) && (unreadable ? !MOJIBAKE.test(bodyOf(again)) : true);
  if (better && bodyOf(again) !== body)
    return { email: again, doubt: `the charset is missing or wrong; read as ${charset}` };
  return { email, doubt: unreadable ? 'some characters are unreadable in the charset named' : undefined };
}

/**
 * Decodes one mail: MIME parts, transfer encodings, charsets, encoded words. A `From ` line before it is skipped.
 *
 * @throws Error when the mail nests deeper than 64 parts, its headers are larger than 2 MiB or it has over 1,000,000 lines.
 */
export async function decodeMail(raw: Uint8Array): Promise<Mail> {
  if (linesIn(raw) > MAX_LINES) throw new Error(`the size is over ${MAX_LINES} lines`);
  const bytes = withUtf8Headers(withoutEnvelope(raw));
  const { email, doubt } = await withRightCharset(await parse(bytes), bytes);
  const attached = email.attachments
    .flatMap(({ mimeType, content }) =>
      mimeType === 'message/rfc822' && typeof content !== 'string' ? [new Uint8Array(content)] : [],
    )
    .filter((content) => content.some((byte) => byte > BLANK));
  const inline = email.attachments.filter(
    (one) => one.related === true || one.mimeType.startsWith('message/'),
  ).length;
  const from = senderOf(email);
  return {
    header: (name) =>
      email.headers.filter((one) => one.key === name.toLowerCase()).map((one) => decodeWords(one.value)),
    subject: clean(email.subject),
    from,
    text: email.text,
    html: email.html,
    attachments: email.attachments.length - inline,
    attached,
    charsetDoubt: doubt,
  };
}

/** Control characters out, one space in a row. */
function clean(text: string | undefined): string | undefined {
  return text === undefined
    ? undefined
    : fromLatin1(text)
        .replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
        .replace(/ {2,}/g, ' ')
        .trim() || undefined;
}

/** List archives hide addresses: `name at site.org (Name)`. */
const HIDDEN = /^\s*([\w.+-]{1,64}) at ([\w-]+(?:\.[\w-]+)+)\s*(?:\((.{0,200})\))?\s*$/;

function senderOf(email: Email): Mail['from'] {
  const hidden = HIDDEN.exec(
    decodeWords(email.headers.find((one) => one.key === 'from')?.value ?? '').slice(0, 400),
  );
  if (hidden) return { name: clean(hidden[3]), address: `${hidden[1]}@${hidden[2]}`.toLowerCase() };
  const from = email.from ?? email.sender;
  if (!from) return undefined;
  const one = from.group ? from.group[0] : from;
  const address = one?.address?.toLowerCase() || undefined;
  const name = clean(from.name) ?? clean(one?.name);
  return { name: name === address ? undefined : name, address: address?.includes('@') ? address : undefined };
}
