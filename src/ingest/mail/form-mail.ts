import type { MessageRecord } from '../../model/index.js';

/** What a contact form of a site writes: the site sends it, a customer wrote it. */
export interface FormMail {
  readonly address: string;
  readonly name: string | undefined;
  readonly text: string;
}

const LABEL =
  /^[ \t>*•-]*(nom(?: complet| de famille)?|prénom|prenom|votre nom|name|your name|e-?mail|votre e-?mail|adresse e-?mail|courriel|mail|téléphone|telephone|tél|phone|objet|sujet|subject|message|votre message|your message|comment(?:aire)?s?|demande|body|corps(?: du message)?)[ \t]*\*?[ \t]*:[ \t]*(.*)$/iu;
const ADDRESS = /[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/;

/**
 * The customer and the words in the mail of a contact form: labelled lines, one of them an e-mail and one the message. `undefined` where the
 * text is none, or where its e-mail is the sender's own (a customer who fills in a form by hand).
 *
 * @example
 * formIn('Nom : Lise Exemple\nE-mail : lise@example.org\nMessage : Le bocal est fêlé.', 'no-reply@site.example')?.text
 * // → 'Le bocal est fêlé.'
 */
export function formIn(body: string, sender: string | undefined): FormMail | undefined {
  const lines = body.split('\n');
  const found = new Map<string, { value: string; at: number }>();
  lines.forEach((line, at) => {
    const [, label, value] = LABEL.exec(line) ?? [];
    const kind = label === undefined ? undefined : kindOf(label.toLowerCase());
    if (kind !== undefined && !found.has(kind) && !found.has('text'))
      found.set(kind, { value: (value ?? '').trim() || under(lines, at), at });
  });
  const words = found.get('text');
  if (words === undefined || !found.has('mail')) return undefined;
  const address = ADDRESS.exec(found.get('mail')?.value ?? '')?.[0]?.toLowerCase();
  if (address === undefined || address === sender?.toLowerCase()) return undefined;
  const text = lines
    .slice(words.at)
    .join('\n')
    .replace(/^[^:]*:[ \t]*/u, '')
    .trim();
  const name = [found.get('first')?.value, found.get('name')?.value].filter(Boolean).join(' ');
  return text === '' ? undefined : { address, name: name === '' ? undefined : name, text };
}

/** What stands on the line under a label alone, as Shopify writes it. */
const under = (lines: readonly string[], at: number): string => {
  const next = (lines[at + 1] ?? '').trim();
  return LABEL.test(next) ? '' : next;
};

function kindOf(label: string): string | undefined {
  if (/mail|courriel/.test(label)) return 'mail';
  if (/message|comment|demande|body|corps/.test(label)) return 'text';
  if (/^pr[ée]nom/.test(label)) return 'first';
  return /^(?:votre |your )?n(?:om|ame)/.test(label) ? 'name' : undefined;
}

/** What a form makes of the record of its mail. */
export const fromForm = ({ address, name, text }: FormMail): Partial<MessageRecord> => ({
  direction: 'inbound',
  authorIsBrand: undefined,
  authorId: address,
  authorName: name,
  authorContacts: [address],
  text,
});
