import { TOKEN } from './token-kinds.js';
import type { TokenBuffer } from './tokens.js';

/** Words that send a reader elsewhere, and what masks put in the place of an address or a number. */
const WORDS =
  /\[(?:e-mail|téléphone|adresse)\]|(?<!\p{L})(?:whats? ?app|watsapp|t[eé]l[eé]gram|onlyfans|mym|bitcoins?|crypto\p{L}*|contactez?[- ](?:l[ea]s?|moi|nous|m(?:r|me)|monsieur|madame|le docteur)|contact (?:him|her|them|me|us|mrs?|dr)|reach out to|[eé]cri(?:s|vez)[- ](?:moi|lui)|ajoute[rz]?[- ]moi|cliquez|clique ici|click (?:here|the|on)|li(?:en|nk) (?:en|dans|in) (?:la |ma |my |the )?(?:bio|profil)|abonne(?:z[- ]vous|[- ]toi)|subscribe|check out my|my channel|ma cha[iî]ne|visite[zr]? (?:mon|notre)|visit (?:my|our)|code promo|promo code|discount code)(?!\p{L})/iu;

/**
 * Whether a text leads its reader elsewhere: a link, an account, an address or a number, or words that send there.
 */
export function leadsOut({ kinds, count, text }: TokenBuffer): boolean {
  for (let at = 0; at < count; at++)
    if (kinds[at] === TOKEN.url || kinds[at] === TOKEN.email || kinds[at] === TOKEN.mention) return true;
  return WORDS.test(text);
}
