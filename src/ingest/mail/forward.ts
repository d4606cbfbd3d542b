import { FORWARDED, HEADER_FROM, HEADER_NEXT, isForward } from './quote.js';

/** A mail inside the text of another. */
export interface ForwardedMail {
  readonly from: string | undefined;
  readonly address: string | undefined;
  readonly date: string | undefined;
  readonly subject: string | undefined;
  readonly text: string;
}

export interface Forwarded {
  /** What the one who forwards says, without the line that announces the mail. */
  readonly before: string;
  /** From the top down; one without words of its own may be among them. */
  readonly mails: readonly ForwardedMail[];
}

/** Mails that are taken apart at most. */
const MOST = 50;

const ANNOUNCES =
  /^\s*(?:-{2,}.{3,80}-{2,}|_{5,}|(?:Début du message (?:transféré|réexpédié)|Begin forwarded message|Message transféré)\s?:?)\s*$/iu;
const HEADER = /^\s*\*?([\p{L}' -]{1,20}?)\s?:\*?\s+(\S.*)$/u;
const DATE = /^(?:Envoyé(?: le)?|Date|Sent|Gesendet|Enviado(?: el)?|Inviato|Verzonden|Datum)$/iu;
const SUBJECT = /^(?:Objet|Sujet|Subject|Betreff|Asunto|Oggetto|Onderwerp|Assunto)$/iu;
const ADDRESS = /<?\[?(?:mailto:)?([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)\]?>?/;

/** Where the first block of headers begins: with who sent it, or, below the line that announces it, with any other. */
const headersAt = (lines: readonly string[]): number =>
  lines.findIndex((line, index) =>
    HEADER_FROM.test(line)
      ? lines.slice(index + 1, index + 5).some((next) => HEADER_NEXT.test(next))
      : HEADER.test(line) &&
        FORWARDED.test(
          lines.slice(Math.max(0, index - 2), index).findLast((one) => one.trim() !== '') ?? '',
        ) &&
        lines.slice(index + 1, index + 5).some((next) => HEADER_FROM.test(next)),
  );

/** Without the line at the end that announces the mail below. */
function textAbove(lines: readonly string[]): string {
  const last = lines.findLastIndex((line) => line.trim() !== '' && !ANNOUNCES.test(line));
  return lines
    .slice(0, last + 1)
    .join('\n')
    .trim();
}

/**
 * The mails that a forward holds in its text, each behind a block of headers: the one forwarded, and those below that it forwards or answers
 * in turn; none where there is no forward.
 *
 * @example
 * forwardedIn('Pour suite.\n\nDe : Camille <camille@example.org>\nDate : 5 mars 2024\n\nLe pot est vide.', 'TR : plainte')?.mails[0]?.text
 * // → 'Le pot est vide.'
 */
export function forwardedIn(body: string, subject = ''): Forwarded | undefined {
  const lines = body.split('\n');
  const at = headersAt(lines);
  if (at < 0 || !isForward(lines, at, subject)) return undefined;
  const mails: ForwardedMail[] = [];
  for (let from = at; from >= 0 && mails.length < MOST;) {
    const headers: [string, string][] = [];
    for (; from < lines.length; from++) {
      const [, name, value] = HEADER.exec(lines[from] ?? '') ?? [];
      if (name === undefined || value === undefined) break;
      headers.push([name.trim(), value.replace(/\*$/, '').trim()]);
    }
    const next = mails.length + 1 < MOST ? headersAt(lines.slice(from)) : -1;
    const text = next < 0 ? lines.slice(from).join('\n').trim() : textAbove(lines.slice(from, from + next));
    mails.push(mailOf(headers, text));
    from = next < 0 ? -1 : from + next;
  }
  return mails.some(({ text }) => text !== '') ? { before: textAbove(lines.slice(0, at)), mails } : undefined;
}

function mailOf(headers: readonly (readonly [string, string])[], text: string): ForwardedMail {
  const sender = headers.find(([name]) => HEADER_FROM.test(`${name}: x`))?.[1] ?? '';
  const address = ADDRESS.exec(sender)?.[1]?.toLowerCase();
  const from = sender.replace(ADDRESS, '').replaceAll('"', '').trim();
  return {
    from: from === '' ? undefined : from,
    address,
    date: headers.find(([name]) => DATE.test(name))?.[1],
    subject: headers.find(([name]) => SUBJECT.test(name))?.[1],
    text,
  };
}
