import { TOKEN } from '../words/token-kinds.js';
import type { TokenBuffer } from '../words/tokens.js';

/** Words that send a reader elsewhere, and what masks put in the place of an address or a number. */
const CALLS =
  /\[(?:e-mail|téléphone|adresse)\]|(?<!\p{L})(?:contactez?[- ](?:l[ea]s?|moi|nous|m(?:r|me)|monsieur|madame|le docteur)|contact (?:him|her|them|me|us|mrs?|dr)|reach out to|[eé]cri(?:s|vez)[- ](?:moi|lui)|ajoute[rz]?[- ]moi|cliquez|clique ici|click (?:here|the|on)|li(?:en|nk) (?:en|dans|in) (?:la |ma |my |the )?(?:bio|profil)|abonne(?:z[- ]vous|[- ]toi)|subscribe|check out my|my channel|ma cha[iî]ne|visite[zr]? (?:mon|notre)|visit (?:my|our)|code promo|promo code|discount code)(?!\p{L})/iu;
/** What lures are sent by or made of; those who lost money name it too. */
const MEANS =
  /(?<!\p{L})(?:whats? ?app|watsapp|t[eé]l[eé]gram|onlyfans|mym|bitcoins?|crypto\p{L}*)(?!\p{L})/iu;
/** What is offered to firms, or said to be won. */
const OFFERS =
  /(?<!\p{L})(?:(?:augment|boost|doubl|am[eé]lior|optimis|increas|grow|improv)\p{L}* (?:votre|vos|your) (?:\p{L}+ )?(?:trafic|ventes?|visibilit[eé]|classement|chiffre|r[eé]putation|site|traffic|sales|ranking|revenue|website|visibility)|r[eé]f[eé]rencement|seo|backlinks?|dofollow|guest post\p{L}*|link insertion|followers|visitors|vous avez (?:gagn[eé]|[eé]t[eé] (?:tir[eé]|s[eé]lectionn[eé]))|you(?:['’]ve| have) (?:won|been selected)|tir[eé] au sort|pr[eê]ts? (?:entre particuliers|professionnels?|personnels?|rapides?)|offre de pr[eê]t|loan offer|manufacturers?|factory price|our catalogue|notre catalogue|devis gratuit|audit (?:gratuit|offert)|free audit)(?!\p{L})/iu;
/** The rescue that a lure promises to those who lost money: "X a tout récupéré", "got everything back thanks to". */
const RESCUE =
  /(?<!\p{L})(?:(?:a|ont|ai) (?:\p{L}+ ){0,2}(?:r[eé]cup[eé]r[eé]e?s?|pu r[eé]cup[eé]rer)|m['’]a aid[eé]e?|gr[aâ]ce [aà]|recovered|got (?:\p{L}+ ){1,3}back|thanks to|legit|foncez)(?!\p{L})/iu;
/** What those say who lost money to a lure. */
const LOSS =
  /(?<!\p{L})(?:victimes?|arnaqu\p{L}*|escro\p{L}*|fraud\p{L}*|j['’]ai (?:tout )?perdu|je (?:me suis|m['’][eé]tais) fait\p{L}* (?:avoir|plumer|voler|pirater|rouler|pi[eé]ger|d[eé]pouiller|hacker)|(?:vid[eé]|pirat[eé]|hack[eé])e?s?|je porte plainte|plainte d[eé]pos[eé]e|d[eé]pos[eé] plainte|sans nouvelles|plus de nouvelles|impossible de (?:retirer|r[eé]cup[eé]rer)|ne (?:peux|pouvons|peut) (?:plus|pas) (?:rien )?(?:retirer|r[eé]cup[eé]rer)|se faisant passer|se font passer|faux (?:sites?|conseill\p{L}*|vendeurs?|comptes?)|scam\p{L}*|stolen?|hacked|(?:i|we|and|have|has) lost|lost (?:all )?(?:my|our|\d|[$£€])|pretend\p{L}* to be|ripped off|refuses? to refund)(?!\p{L})/iu;

/**
 * Whether a text leads its reader elsewhere: a link, an account, an address or a number, or words that send there. `warns`: its author tells of a
 * loss or gives few stars; a means of lures that such a text names leads nowhere.
 */
export function leadsOut({ kinds, count, text }: TokenBuffer, warns = false): boolean {
  for (let at = 0; at < count; at++)
    if (kinds[at] === TOKEN.url || kinds[at] === TOKEN.email || kinds[at] === TOKEN.mention) return true;
  return CALLS.test(text) || (!warns && MEANS.test(text));
}

/** Whether what reaches a firm in private leads elsewhere or offers something. */
export const solicits = (tokens: TokenBuffer, warns = false): boolean =>
  leadsOut(tokens, warns) || OFFERS.test(tokens.text);

/** Whether somebody tells of money or an account lost to a lure, and of no rescue. */
export const tellsLoss = (text: string): boolean => LOSS.test(text) && !RESCUE.test(text);
