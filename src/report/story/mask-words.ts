import type { Language } from '../../util/language.js';

/** What masks say in English; a corpus holds them in French. */
const ENGLISH: Readonly<Record<string, string>> = {
  nom: 'name',
  téléphone: 'phone',
  commande: 'order',
  adresse: 'address',
  carte: 'card',
  plaque: 'plate',
  naissance: 'birth date',
  numéro: 'number',
};

/**
 * A quoted text with its masks in the language of the report.
 *
 * @example
 * maskedIn('Hello [nom], order [commande]', 'en')
 * // → 'Hello [name], order [order]'
 */
export const maskedIn = (text: string, language: Language): string =>
  language === 'fr'
    ? text
    : text.replace(/\[([a-zé]+)\]/g, (mask, word: string) => {
        const said = ENGLISH[word];
        return said === undefined ? mask : `[${said}]`;
      });
