import { htmlToText } from '../markup/html.js';

/** Lines that introduce a quoted mail: `Le 12 mars 2024, X a écrit :`, `On … wrote:`; may be wrapped over two lines. */
const ATTRIBUTION =
  /^(?:>?\s*)(?:(?:Le|On|Am|El|Em|Il|Op|Den|W dniu)\b[^\n]{3,200}(?:a écrit|wrote|schrieb[^\n]{0,80}|escribió|escreveu|ha scritto|schreef[^\n]{0,80}|skrev[^\n]{0,80}|napisał\(?a?\)?)\s?:?|[^\n]{3,120} (?:wrote|writes|a écrit|schrieb|écrivait)\s?:)\s*$/iu;
/** With the address of who wrote it, also above a quote that no sign marks, as webmails of Yahoo and Orange write it. */
const ADDRESSED =
  /^\s*(?:Le|On|Am|El|Em|Il|Op|Den)\b[^\n]{0,60}\d[^\n]{3,200}<[^<>\s@]+@[^<>\s]+>[^\n]{0,20}\b(?:a écrit|wrote|schrieb|escribió|escreveu|ha scritto|schreef|skrev)\s?:\s*$/iu;
/** Lines after which everything is the mail answered, as Outlook and phones write. */
const ORIGINAL =
  /^\s*(?:-{2,}\s*(?:Original Message|Message d['’]origine|Message original|Ursprüngliche Nachricht|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht|Original meddelande)\s*-{2,}|_{20,})\s*$/iu;
export const HEADER_FROM = /^\s*\*?(?:De|From|Von|Da|Van|Från)\s?:\*?\s+\S/u;
export const HEADER_NEXT =
  /^\s*\*?(?:Envoyé(?: le)?|Date|Sent|Gesendet|Enviado(?: el)?|Inviato|Verzonden|Datum|À|A|Pour|To|An|Para|Aan|Till|Skickat)\s?:\*?\s/u;
const FORWARD = /^\s*(?:(?:re|fwd?|tr|wg|rv|i|enc|vs|vb)\s?:\s*)*(?:fwd?|tr|wg|rv|enc|vb)\s?:/i;
/** The line by which mail programs announce a mail that they forward, whatever the subject. */
export const FORWARDED =
  /^\s*(?:-{2,}\s*(?:Forwarded message|Message (?:transféré|réexpédié)|Weitergeleitete Nachricht|Mensaje reenviado|Messaggio inoltrato|Mensagem encaminhada|Doorgestuurd bericht)\s*-{2,}|Begin forwarded message\s?:|Début du message (?:transféré|réexpédié)\s?:)\s*$/iu;
/** The line that announces a signature (RFC 3676), and how many lines a signature has at most. */
const SIGNATURE = /^--[^\S\n]{0,3}$/;
const SIGNATURE_LINES = 15;

const QUOTED = /^\s?> ?/;

/** Whether a line, or it and the next, says who wrote what follows without a sign. */
function unmarkedBelow(lines: readonly string[], index: number): boolean {
  const line = lines[index] ?? '',
    next = lines[index + 1] ?? '';
  const length = ADDRESSED.test(line)
    ? 1
    : ADDRESSED.test(`${line} ${next}`) && !ADDRESSED.test(next)
      ? 2
      : 0;
  const below = length === 0 ? undefined : lines.slice(index + length).find((one) => one.trim() !== '');
  return below !== undefined && !QUOTED.test(below);
}

/** Index of the first line of the mail answered, when it stands below the reply as a block with headers. */
function originalAt(lines: readonly string[]): number {
  return lines.findIndex((line, index) => {
    const next = lines.slice(index + 1, index + 4);
    const headed = HEADER_FROM.test(line) && next.some((one) => HEADER_NEXT.test(one));
    if (headed) return true;
    if (unmarkedBelow(lines, index)) return true;
    return ORIGINAL.test(line) && (!/^\s*_/.test(line) || next.some((one) => HEADER_FROM.test(one)));
  });
}

const unquoted = (line: string): string => line.replace(QUOTED, '');

/** The lines of a mail; of one that quotes what it forwards, as Apple's program does, without the marks of the quote. */
function forwardLines(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => QUOTED.test(line));
  const above = lines.slice(0, Math.max(0, first)).findLast((line) => line.trim() !== '');
  return first >= 0 && FORWARDED.test(unquoted(lines[first] ?? '')) && !ATTRIBUTION.test(above ?? '')
    ? lines.map(unquoted)
    : lines;
}

/** Whether the subject, or one of five lines above the headers at `at`, says that what follows is forwarded. */
export const isForward = (lines: readonly string[], at: number, subject: string): boolean =>
  FORWARD.test(subject) ||
  lines.slice(Math.max(0, at - 5), Math.max(0, at)).some((line) => FORWARDED.test(line));

/** Without quoted lines and the line that introduces them. */
function withoutQuotedLines(lines: readonly string[]): string[] {
  const kept: string[] = [];
  lines.forEach((line, index) => {
    if (QUOTED.test(line)) return;
    const following = lines.slice(index + 1, index + 4).filter((one) => one.trim() !== '');
    const introduces = following[0] !== undefined && /^\s?>/.test(following[0]);
    if (introduces && ATTRIBUTION.test(line)) return;
    const wrapped = `${line} ${lines[index + 1] ?? ''}`;
    if (
      following[1] !== undefined &&
      /^\s?>/.test(following[1]) &&
      !/^\s?>/.test(lines[index + 1] ?? '') &&
      ATTRIBUTION.test(wrapped)
    )
      return;
    if (introduces && index > 0 && ATTRIBUTION.test(`${lines[index - 1] ?? ''} ${line}`)) return;
    kept.push(line);
  });
  return kept;
}

/**
 * What the author of a mail wrote, without the mail answered, its introduction and the signature. When nothing would be left, or
 * the mail is a forward (what is forwarded is the message then), the text comes back whole.
 *
 * @example
 * ownWords('Toujours rien reçu !\n\nLe 3 mars 2024, le SAV a écrit :\n> Bonjour', 'Re: colis')
 * // → 'Toujours rien reçu !'
 */
export function ownWords(text: string, subject = ''): string {
  const whole = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replaceAll('\u0000', '').trim();
  const written = whole.split('\n'),
    lines = forwardLines(written);
  if (lines !== written) return lines.join('\n');
  const at = originalAt(lines);
  if (isForward(lines, at, subject)) return whole;
  const above = at > 0 && lines.slice(0, at).some((line) => line.trim() !== '') ? lines.slice(0, at) : lines;
  const own = withoutQuotedLines(above);
  const last = own.findLastIndex((line) => line.trim() !== '');
  if (last >= 0 && above.length > own.length && ATTRIBUTION.test(own[last] ?? '')) own.length = last;
  const signature = own.findLastIndex((line) => SIGNATURE.test(line));
  const signed =
    signature > 0 &&
    own.length - signature <= SIGNATURE_LINES &&
    own.slice(0, signature).some((line) => line.trim() !== '');
  const result = own
    .slice(0, signed ? signature : undefined)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return result === '' ? whole : result;
}

/** HTML from which the mail answered is cut where a mail program marks it, unless nothing would stay before it. */
export function withoutQuotedHtml(html: string): string {
  const mark =
    /<(?:div|blockquote|span|hr|table)\b[^>]{0,300}\b(?:class\s*=\s*["']?[^"'>]{0,80}(?:gmail_quote|moz-cite-prefix|yahoo_quoted|protonmail_quote|OutlookMessageHeader)|type\s*=\s*["']?cite|id\s*=\s*["']?(?:x_)*(?:divRplyFwdMsg|appendonsend|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|reply-intro))/i.exec(
      html,
    );
  if (!mark) return html;
  const before = html.slice(0, mark.index);
  return /[\p{L}\d]/u.test(htmlToText(before)) ? before : html;
}
