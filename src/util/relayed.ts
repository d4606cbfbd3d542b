import { fold } from './fold.js';

const PERSON = String.raw`(?:client|consommat(?:eur|rice)|monsieur|madame|mademoiselle|m[.]|mr[.]?|mme|mlle|dame|homme|femme|jeune|particulier|particuliere|usager|usagere|adherent|abonne|acheteu(?:r|se)|appelant|correspondant|personne|mere|pere|maman|papa|interlocut(?:eur|rice)|customer|client|caller|lady|gentleman|man|woman|shopper|consumer|mrs?[.]?|ms[.]?)[es]{0,2}(?![a-z])`;
const AN = String.raw`(?:(?:(?:de|avec|par|with|from|by) (?:une?|la|an?|the) |(?:d'|l'|de l')(?:une? )?|(?:de|du|avec|par|une?|la|les?|cet|cette|ce|from|by|with|an?|the|this) ))?`;
const FEW = String.raw`(?:[^.:;!?«"\n]{0,60}?)`;
/** What somebody does who speaks, in what another notes of it. */
const TELLS = String.raw`(?:(?:nous |qui |vient de |a |est |s'est |se |s'|tient a |has |had |is )*(?:(?:re)?appel(?:le|ait|e|ent)|telephone|contact(?:e|ait)|joint|explique|expose|rapporte|relate|raconte|dit|disait|declare|affirme|assure|indique|precise|signale|informe|plaint|plainte?|rale|conteste|reclame|demande|souhaite|veut|voudrait|exige|attend|menace|mecontente?|furieu(?:x|se)|laisse|passee?|called|calls|calling|rang|rings|phoned|says|said|saying|reports?|reported|states?|stated|claims?|claimed|complains?|complained|complaining|explains?|explained|advises?|advised|wants?|wanted|would like|asks?|asked|left)\b)`;
const CALL = String.raw`(?:appel|rappel|coup de (?:fil|telephone)|communication|conversation|message (?:vocal|telephonique|laisse(?: sur (?:le |la |notre )?(?:repondeur|boite vocale|messagerie))?)|repondeur|boite vocale|entretien|call|phone call|voicemail|voice mail)`;
const HOW = String.raw`(?: (?:telephonique|tel[.]?|entrant|recue?|vocale?|du jour|de ce jour|ce jour|ce matin|received|taken|note|summary|log))*`;

/** When somebody rang. */
const WHEN = String.raw`(?: (?:a|ce|cet|le|du|de|vers|hier|at|on|this)\b[^.,:;!?\n]{0,30})?`;

/** How such a note begins; folded. */
const NOTE = new RegExp(
  [
    // « Appel de Mme Prigent, qui signale », "Call from customer: ..."
    String.raw`^(?:recu |prise? d'|incoming |inbound |phone )?${CALL}${HOW} ${AN}${PERSON}${FEW}(?:${TELLS}|[:«"])`,
    // « Une cliente appelle et dit », "Customer rang about"
    String.raw`^${AN}${PERSON}(?: ${FEW})?,? ?${TELLS}`,
    // « Appel entrant : », « Note d’appel – »
    String.raw`^(?:note |notes |compte[- ]rendu |cr |resume |fiche |motif |objet )(?:d'|de l'|de )?(?:appel|entretien)${HOW}${FEW} ?[:–—-]|^(?:(?:inbound|incoming|phone) call|call (?:note|log|summary)) ?[:–—-]|^(?:appel|(?:inbound |incoming |phone )?call)(?: (?:entrant|recu|client|received|from customer|log|summary|note))+ ?[:–—-]`,
    String.raw`^(?:client|cliente|customer|caller|consommat(?:eur|rice))s? (?:au|en|par|sur|on|by|via) (?:ligne|tel(?:ephone)?|(?:the )?(?:phone|line))\b|^(?:par|au) tel(?:ephone)?[., ]*[:–—]`,
    // « Appel reçu à 9 h, client pressé. », « Entretien tél. », "Phone call, 9 am."
    String.raw`^(?:(?:appel|call) (?:recue?|entrant|received|taken)${WHEN}|(?:appel|entretien) (?:tel|telephonique)${WHEN}|(?:phone|telephone) (?:call|note)${WHEN}) ?[.,:–—-]`,
    // « … Dires de la cliente : », "in her own words:"
    String.raw`^[^\n«"]{0,80}?\b(?:propos|dires|paroles|mots|declarations?|version|verbatim)(?: exacts?)? ${AN}${PERSON}${FEW}[:«"]|^[^\n«"]{0,80}?\b(?:dixit|selon ses (?:dires|propos|mots)|in (?:her|his|their) (?:own )?words)\b`,
  ].join('|'),
);
/** Who rang was the brand, or nobody spoke. */
const RANG_OUT =
  /^(?:.{0,80}\b)?(?:(?:appel|call)s? sortant|outbound call|outgoing call|(?:j'?ai|nous avons|on a|ai|avons|je l'ai|je les? ai) (?:(?:bien |deja |tente de |essaye de |re)*)?(?:appele|rappele|rappeler|appeler|joint|joindre|contacte)|(?:pas|sans|aucune) (?:de )?(?:reponse|retour)(?= *(?:$|[.,;!\n]))|(?:client|cliente|monsieur|madame|il|elle|customer) (?:ne repond pas|injoignable|non joignable)|tombe sur (?:la |le )?(?:messagerie|repondeur)|(?:i|we) (?:called|rang|phoned|tried)|no (?:answer|reply)(?= *(?:$|[.,;!\n]))|vous (?:a |ont )?(?:re)?(?:appel|contact|joint|joind|telephon|repond|expliqu|indiqu|inform|signal|demand|propos)|(?:client|cliente|customer) (?:rappele|appele|contacte|joint|called back by)e?\b)/;
/** A note that says who rang: the customer, whom that customer rang before is their own affair, but for who rings the customer back. */
const RECEIVED =
  /^(?:recu |prise? d'|(?:in(?:bound|coming)) )?(?:appel|call)\b(?: (?:recue?|entrant|received|taken))/;
const RANG_BEFORE =
  /\b(?:j'?ai|on a|nous avons|i|we) (?:(?:bien |deja ))?(?:appele|telephone|contacte|called|rang|phoned)\b(?! (?:l[ea] |cette |ce |the )?(?:client|dame|monsieur|madame|mme|m[.]|customer|her|him))/g;
/** Whom a text addresses: it is written to the customer. */
const ADDRESSES =
  /^.{0,200}?\b(?:nous vous r?e?(?:confirm|remerci|appel|adress|envoy|propos|invit|pri|ten|inform|contact|transm|rembours)|je vous (?:r?appelle|confirme|rembourse|propose))|^(?:(?:re|tr|fwd?) ?: ?)*(?:bonjour|bonsoir|hello|hi|dear|chere?|coucou|salut|(?:madame|monsieur|mme|m[.]|mr|mademoiselle)(?: [^ .,:!?\n]+){0,2}[,\n])/;

const LEAST = 12;
const HEAD = 400;

/**
 * `true` for what an agent notes of what a customer said, on the telephone or at the counter: the customer's contact in an agent's hand. A
 * message to the customer, or a note that the brand rang, is none.
 *
 * @example
 * ['Une cliente appelle et signale un pot fêlé', 'Bonjour, suite à votre appel de ce jour', 'J’ai rappelé la cliente, sans réponse'].map(relaysContact)
 * // → [true, false, false]
 */
export function relaysContact(text: string): boolean {
  if (text.length < LEAST) return false;
  const head = fold(text.slice(0, HEAD)).replaceAll('’', "'").trimStart();
  const told = RECEIVED.test(head) ? head.replaceAll(RANG_BEFORE, '') : head;
  return NOTE.test(head) && !ADDRESSES.test(head) && !RANG_OUT.test(told);
}
