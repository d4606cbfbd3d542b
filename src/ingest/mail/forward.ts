import { HEADER_FROM, HEADER_NEXT, isForward } from './quote.js';

/** A mail inside the text of another. */
export interface ForwardedMail {
  /** What the one who forwards says, without the line that announces the mail. */
  readonly before: string;
  readonly from: string | undefined;
  readonly address: string | undefined;
  readonly date: string | undefined;
  readonly subject: string | undefined;
  readonly text: string;
}

const ANNOUNCES =
  /^\s*(?:-{2,}.{3,80}-{2,}|_{5,}|(?:Début du message (?:transféré|réexpédié)|Begin forwarded message|Message transféré)\s?:?)\s*$/iu;
const HEADER = /^\s*\*?([\p{L}' -]{1,20}?)\s?:\*?\s+(\S.*)$/u;
const DATE = /^(?:Envoyé(?: le)?|Date|Sent|Gesendet|Enviado(?: el)?|Inviato|Verzonden|Datum)$/iu;
const SUBJECT = /^(?:Objet|Subject|Betreff|Asunto|Oggetto|Onderwerp|Assunto)$/iu;
const ADDRESS = /<?\[?(?:mailto:)?([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)\]?>?/;

/**
 * The mail that a forward holds in its text, behind a block of headers; `undefined` where there is none.
 *
 * @example
 * forwardedIn('Pour suite.\n\nDe : Camille <camille@example.org>\nDate : 5 mars 2024\n\nLe pot est vide.', 'TR : plainte')?.text
 * // → 'Le pot est vide.'
 */
export function forwardedIn(body: string, subject = ''): ForwardedMail | undefined {
  const lines = body.split('\n');
  const at = lines.findIndex(
    (line, index) =>
      HEADER_FROM.test(line) && lines.slice(index + 1, index + 5).some((next) => HEADER_NEXT.test(next)),
  );
  if (at < 0 || !isForward(lines, at, subject)) return undefined;
  let end = at;
  const headers: [string, string][] = [];
  for (; end < lines.length; end++) {
    const [, name, value] = HEADER.exec(lines[end] ?? '') ?? [];
    if (name === undefined || value === undefined) break;
    headers.push([name.trim(), value.replace(/\*$/, '').trim()]);
  }
  const text = lines.slice(end).join('\n').trim();
  if (text === '') return undefined;
  const sender = headers[0]?.[1] ?? '';
  const address = ADDRESS.exec(sender)?.[1]?.toLowerCase();
  const from = sender.replace(ADDRESS, '').replaceAll('"', '').trim();
  return {
    before: lines
      .slice(0, at)
      .filter((line) => !ANNOUNCES.test(line))
      .join('\n')
      .trim(),
    from: from === '' ? undefined : from,
    address,
    date: headers.find(([name]) => DATE.test(name))?.[1],
    subject: headers.find(([name]) => SUBJECT.test(name))?.[1],
    text,
  };
}
