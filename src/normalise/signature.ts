/** Who signs a private message: the lines behind its closing formula. */

/** A closing formula alone on its line, or with the name behind its comma. */
const CLOSING =
  /^[ \t\u00A0>]*(?:(?:(?:bien|très|tres|sincèrement|vraiment)[ \u00A0])?(?:cordialement|amicalement|respectueusement|sincèrement)|cdl?t|(?:(?:mes|nos|avec|sincères|meilleures|cordiales|respectueuses)[ \u00A0])*(?:salutations|sentiments)(?:[ \u00A0](?:distinguée?s|les meilleures|cordiales|dévoués))?|bien à (?:vous|toi)|bonne (?:journée|soirée|réception)|belle (?:journée|soirée)|merci(?:[ \u00A0](?:d[’']avance|beaucoup|par avance|à vous|de votre retour|pour votre retour))?|(?:dans l[’']attente de|en attente d[’’']|veuillez|je vous prie d[’']|recevez)[^\n]{0,120}|(?:(?:kind|best|warm|many)[ \u00A0])?regards|best wishes|(?:yours[ \u00A0])?(?:sincerely|faithfully|truly)|many thanks|thanks|thank you|cheers|atentamente|saludos(?: cordiales)?|mit freundlichen grüßen|met vriendelijke groeten?|cordiali saluti|atenciosamente)[ \u00A0]?(?:[,.!;:–—-][ \u00A0]?(?<name>[^\n]{0,60})|(?=$))$/iu;
/** Characters at the end of a text where a signature stands, and its lines. */
const END = 1500,
  LINES = 8;
const MASKED = /\[(?:e-mail|téléphone|adresse|commande|nom)\]/u;
const PARTICLES = /^(?:d[eu]s?|la|le|van|von|der|den|el|ben|da|dos|di|et|&)$/u;

/** What tells words from names. */
export interface SignatureWords {
  readonly isWord: (word: string) => boolean;
  readonly isPublic: (name: string) => boolean;
}

/** Up to five words with capitals, or that no text knows, one of them at least unknown: "Jean Dupont", « aïcha benali ». */
function isNameLine(line: string, { isWord, isPublic }: SignatureWords): boolean {
  const words = line.match(/\p{L}[\p{L}’'-]*\.?/gu) ?? [];
  if (
    words.length === 0 ||
    words.length > 5 ||
    /[\d@?!:/€%]/u.test(line) ||
    NONE.test(line) ||
    isPublic(line.trim())
  )
    return false;
  const unknown = words.filter((word) => !isWord(word) && !isPublic(word));
  return (
    unknown.length > 0 &&
    words.every((word) => /^\p{Lu}/u.test(word) || PARTICLES.test(word) || unknown.includes(word))
  );
}

const NONE = /^\s*(?:ps|p\.s\.|nb|envoyé|sent|get|télécharge|>)(?!\p{L})/iu;
/** A line of a function, firm or place, no sentence. */
const isOfSignature = (line: string): boolean =>
  line.length <= 70 && !NONE.test(line) && !/\p{Ll}{2,}(?:[ \u00A0]\S+){4,}[.!?…]\s*$/u.test(line);

/**
 * A private message whose signature is `[nom]`: the name behind the closing formula, and the lines of function, firm and place below it;
 * contacts that are masked stay. Idempotent.
 *
 * @example
 * withoutSignature('Le pot était vide.\nCordialement,\nJo Exemple\nGérante\n[téléphone]', { isWord: () => false, isPublic: () => false })
 * // → 'Le pot était vide.\nCordialement,\n[nom]\n[téléphone]'
 */
export function withoutSignature(text: string, words: SignatureWords): string {
  const from = Math.max(0, text.length - END);
  const lines = text.slice(from).split('\n');
  const at = lines.findLastIndex((line) => CLOSING.test(line.trimEnd()));
  if (at < 0) return text;
  const behind = CLOSING.exec(lines[at]?.trimEnd() ?? '')?.groups?.['name']?.trim() ?? '';
  let named = false;
  const told: string[] = lines.slice(0, at + 1);
  if (behind !== '' && isNameLine(behind, words)) {
    told[at] = (told[at] ?? '').replace(behind, () => '[nom]');
    named = true;
  }
  const rest = lines.slice(at + 1);
  if (rest.filter((line) => line.trim() !== '').length > LINES) return text;
  for (const line of rest) {
    if (line.trim() === '' || MASKED.test(line)) {
      told.push(line);
      named ||= line.includes('[nom]');
    } else if (!named && isNameLine(line, words)) {
      told.push('[nom]');
      named = true;
    } else if (!named || !isOfSignature(line)) told.push(line);
    else if (told.at(-1)?.endsWith('[nom]') !== true) told.push('[nom]');
  }
  return named ? text.slice(0, from) + told.join('\n') : text;
}
