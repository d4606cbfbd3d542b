import { fold } from '../../util/fold.js';

/** How a text begins: as one that opens a matter, as one that goes on with it, or neither. */
export type Cue = 'opens' | 'goes on' | undefined;

/** Greetings, and words by which somebody says that this is about something else. */
const OPENS =
  /^(?:re ?)?(?:bonjour|bjr|bonsoir|bsr|salut|slt|coucou|cc|hello|hey|hi|dear|good (?:morning|evening)|cher|chere|madame|monsieur|mesdames|messieurs)\b|\b(?:(?:une?|d) ?autres? (?:souci|probleme|question|sujet|reclamation|demande|commande)s?|(?:nouveau|nouvelle) (?:souci|probleme|question|reclamation|demande)|rien a voir avec|another (?:problem|question|issue|order)|new (?:problem|issue))\b/;
/** Words by which somebody comes back to what was said. */
const GOES_ON =
  /\b(?:relance|rappel|up|toujours (?:pas|rien|aucune?)|encore (?:rien|moi)|pas (?:de|eu de|recu de) (?:reponse|retour|nouvelles?)|sans (?:reponse|retour|nouvelles?)|j ?attends|(?:mon|mes) (?:message|mail|dossier|precedent)s?|suite a|comme (?:dit|convenu|promis)|any (?:news|update)|still (?:no|waiting|nothing)|following up|as (?:agreed|promised))\b/;

/**
 * What the first words, and what is said of the talk itself, tell of whether a message opens a matter. Going on is said in so many words,
 * a greeting out of politeness: the former goes before.
 *
 * @example
 * ['Bonjour, mon colis est vide', 'Bonjour, toujours pas de nouvelles', 'Samedi à Lyon'].map(cueOf)
 * // → ['opens', 'goes on', undefined]
 */
export function cueOf(text: string): Cue {
  if (text === '') return undefined;
  const words = fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return GOES_ON.test(words) ? 'goes on' : OPENS.test(words) ? 'opens' : undefined;
}
