import { fold } from '../../util/fold.js';
import { HARMLESS } from './resolution-words.js';

/** What is denied, goes on, is contradicted, was promised; and words that judge how one was answered. */
const PROTESTS: readonly RegExp[] = [
  / (?:pas|jamais|aucune?s?|rien|personne|nulle part|sans (?:nouvelles?|reponse|retour|suite|explications?)|not|never|nothing|nobody|no (?:one|answer|reply|news)|\w+n t) /,
  / (?:toujours|encore|memes?|(?:a|de) nouveau|recommenc\w*|persist\w*|rebelote|relanc\w+|silence|que (?:j|nous|on) attend\w*|still|again|same|waiting|\w+ieme (?:fois|mail|message|appel|demande)|(?:second|third|fourth|fifth) time) /,
  / (?:or|mais|pourtant|alors que|sauf que|au lieu|contrairement|par contre|en revanche|but|however|instead) /,
  / (?:(?:avez|aviez|avait|avaient|on) (?:\w+ )?(?:dit|promis|annonce|assure|garanti|oublie)\w*|promesses?|said|promised|told) /,
  / (?:reponses?|decue?s?|decevante?s?|inadmissibles?|inacceptables?|scandal\w+|lamentables?|hont\w+|ridicules?|absurdes?|blague|moqu\w+|marre|fatigue\w*|desesper\w+|furieu\w+|fach\w+|arnaqu\w*|menson\w+|ment\w{2,3}|disappoint\w+|unacceptable|ridiculous|joke|sham\w+|useless) /,
];
/** What denies nothing bad. */
const APPEASES =
  /(?<= )(?:pas (?:de (?:souci|probleme|quoi)s?|grave|presse|urgent|mal)|merci (?:\w+ )?(?:de|pour) (?:votre|ta|cette|la|vos) (?:\w+ )?reponses?)(?= )/g;

/**
 * Whether a later message of a customer has words of a protest. Short answers to an agent (a date, a shop, a number) sound like
 * complaints to a model that learnt from whole ones: without such words they contradict nothing.
 *
 * @example
 * ['Vous aviez promis lundi.', 'Acheté samedi, vers midi'].map(protestsIn)
 * // → [true, false]
 */
export function protestsIn(text: string): boolean {
  const words = ` ${fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `
    .replace(HARMLESS, ' ')
    .replace(APPEASES, '');
  return PROTESTS.some((sign) => sign.test(words));
}

/** What agents ask for, the day and the place of it, what comes with the message, a yes or a no; and that one has understood. */
const INFORMS: readonly RegExp[] = [
  /^ (?:oui|non|yes|no|si|exact\w*|effectivement|tout a fait|voici|voila|here (?:is|are)|c est (?:bien|celui|celle)|it s the) /,
  / (?:jointe?s?|joins|pj|photos?|captures?|images?|videos?|scans?|tickets?|factures?|justificatifs?|preuves? d achat|etiquettes?|attach\w+|pictures?|receipts?|invoices?|screenshots?) /,
  / (?:references?|numeros?|lots?|code|adresse|date|taille|modele|reference|number|address) /,
  / (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|yesterday|\w+day) /,
  / (?:d accord|ok|okay|entendu|compris|bien note|c est note|patiente\w*|ca marche|ca me va|volontiers|avec plaisir|bonne (?:journee|soiree|continuation)|understood|sure|fine) /,
];

/**
 * Whether a later message of a customer gives what agents ask for (a number, a day, a document, a yes or a no), or says that it was understood.
 *
 * @example
 * ['C’était mardi, le ticket est joint', 'Vous ne m’écoutez pas'].map(informsIn)
 * // → [true, false]
 */
export function informsIn(text: string): boolean {
  if (/\d|\[\p{L}/u.test(text)) return true;
  const words = ` ${fold(text)
    .replace(/[^a-z]+/g, ' ')
    .trim()} `;
  return INFORMS.some((sign) => sign.test(words));
}
