import { sieved } from '../../util/sieved.js';

/** Turns of phrase that say whether something is wrong, of which the words alone say the contrary: a problem that was settled, none that was met. */

/** Letters of French and English, small: expressions ignore case, and take a third less time without classes of Unicode. */
const LETTER = '[a-zà-öø-ÿœ]';
const turn = (alternatives: string): RegExp =>
  new RegExp(`(?<!${LETTER})(?:${alternatives})(?![\\da-zà-öø-ÿœ])`, 'i');

/** How long, in words or figures. */
const DURATION = String.raw`(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze|vingt|trente|quarante|plusieurs|des|one|two|three|four|five|six|ten|twenty|thirty|ninety|half an|an?) ?(?:h(?:eures?)?|min(?:utes?)?|jours?|semaines?|mois|plombes|hours?|days?|weeks?|months?)`;

const REPAIR = 'remplac|répar|réglé|résolu|corrig|rétabli|échang|rembours|recous|renvoyé|dépann',
  REPAIRED =
    'repris|sorted|fix|fixed|fixes|replaced|replacement|refund|refunded|solved|resolved|repaired|sent a new';
const MENDED = sieved(`${REPAIR}|${REPAIRED}`, turn(String.raw`(?:${REPAIR})${LETTER}*|${REPAIRED}`)),
  GLADLY = turn(
    String.raw`(?:en|dans|sous) (?:une?|deux|trois|quatre|cinq|dix|\d+) ?(?:j|jours?|heures?|h|min(?:utes?)?)|dans l['’](?:heure|après-midi|instant)|dans la (?:journée|foulée)|(?:sur)?lendemain|aussitôt|illico|immédiatement|tout de suite|sans (?:discuter|broncher|problème|souci|histoire)|grat(?:is|os|uitement)|nickel|chapeau|bluff${LETTER}*|impeccable|efficace|parfait${LETTER}*|next day|same day|overnight|no questions|(?:in|within) (?:an?|one|two|three|\d+) (?:minutes?|hours?|days?)|straight away|right away|free of charge|thank you|no fuss|brilliant|chuffed`,
  ),
  NOT_YET = turn(
    String.raw`toujours pas|jamais|pas encore|refus${LETTER}*|rien|aucun${LETTER}*|attend${LETTER}*|no refund|still|never|not|n['’]${LETTER}+ pas|ne ${LETTER}+ pas`,
  );
const TROUBLE =
  'problème|souci|panne|erreur|retard|défaut|manquant|plainte|reproche|couac|attente|complaint|issue|problem|fault|delay|à redire|accroc|bug|article manquant';
const NO_TROUBLE = sieved(
  TROUBLE,
  new RegExp(
    String.raw`(?<!${LETTER})(?:jamais (?:eu |vu |une? )?|zéro |aucun${LETTER}* |pas (?:une?|le moindre) |no |not a |never (?:had )?(?:a |any )?|rien (?:à redire|n['’]a cassé)|sans (?:une? |le moindre )?|zero |not once)(?:${TROUBLE})`,
    'i',
  ),
);
// every alternative holds a word of its sieve
const WAITED = sieved(
    'attent|attend| file|queu|retard|pour avoir|pour payer|pour être|pour qu|avant avoir|avant payer|avant être|avant qu|téléphone|on hold|late|debout|sans rép|sans nouvelle|sans frigo|sans chauffage|sans eau|sans réseau|patient|wait|depuis|ça fait|s been|for the last',
    turn(
      String.raw`${DURATION}(?!${LETTER})[^.!?]{0,25}(?<!${LETTER})(?:d['’]attente|de (?:file|queue|retard)|(?:pour|avant) (?:avoir|payer|être|qu)|au téléphone|(?:à|en) attend${LETTER}*|on hold|late|queu${LETTER}*|debout|sans (?:réponse|nouvelles?|frigo|chauffage|eau|réseau))|(?:attend${LETTER}*|patient${LETTER}*|wait(?:ed|ing)?|queued|on hold|depuis|ça fait|it['’]s been|for the last|retard${LETTER}*)(?!${LETTER})[^.!?]{0,20}(?<!${LETTER})${DURATION}`,
    ),
  ),
  AGAIN = sieved(
    ' fois| relance| appel| mail| message| time| replacement| e-mail| email| call| courriels| interlocuteurs|twice',
    turn(
      String.raw`(?:(?:deux|trois|quatr|cinqu?|six|sept|huit|dix)ième|[2-5]e|[23]ème|second|third|fourth|\d(?:nd|rd|th)) (?:fois|relance|appel|mail|message|time|replacement|e-?mail|call)|(?:deux|trois|quatre|cinq|dix|\d+|two|three|four|five) (?:fois|appels|relances|mails|courriels|messages|interlocuteurs|times|e-?mails|calls)|twice`,
    ),
  ),
  OTHERWISE = sieved(
    'au lieu d|à la place d|instead of|alors que j|rien à voir avec|not what|pas ce que j|reçu|ordered|payé|paid',
    new RegExp(
      String.raw`(?<!${LETTER})(?:au lieu d|à la place d|instead of|alors que j|rien à voir avec|not what|pas ce que j|commandé [^.!?]{2,40}reçu|ordered [^.!?]{2,40}(?:got|received|arrived)|payé [^.!?]{2,40}(?:pour|et)|paid [^.!?]{2,40}(?:for|and))`,
      'i',
    ),
  ),
  NO_ANSWER = sieved(
    'zéro |aucun|personne n|pas un|no reply|no answer|no response|no one|no explanation|no apology|nobody|silence|ignor|raccroch|muet|répond',
    turn(
      String.raw`zéro (?:réponse|explication|interlocuteur|info|geste|excuse|nouvelle)${LETTER}*|aucune? (?:réponse|explication|info${LETTER}*|geste|excuse|nouvelle|retour)s?|personne (?:ne|n['’]${LETTER}+)|pas (?:une?) (?:mot|excuse|réponse|merci)|no (?:reply|answer|response|one|explanation|apology)|nobody|silence|ignor${LETTER}+|raccroch${LETTER}*|muets?|répondez?|répondre à`,
    ),
  );

/** What a turn of phrase says, and how it is told. */
const TURNS: Readonly<Record<string, (text: string) => boolean>> = {
  settled: (text) => MENDED.test(text) && GLADLY.test(text) && !NOT_YET.test(text),
  faultless: (text) => NO_TROUBLE.test(text),
  waited: (text) => WAITED.test(text),
  again: (text) => AGAIN.test(text),
  otherwise: (text) => OTHERWISE.test(text),
  unanswered: (text) => NO_ANSWER.test(text),
};

/** Names of the turns, in their order. */
export const COMPLAINT_TURNS: readonly string[] = Object.keys(TURNS);
const TESTS = Object.values(TURNS);

/**
 * Tells each turn of a text: 1 where it stands.
 *
 * @example
 * const told = [];
 * eachTurn('Vase cassé, remplacé en deux jours', (value) => told.push(value));
 * told
 * // → [1, 0, 0, 0, 0, 0]
 */
export function eachTurn(text: string, put: (value: number) => void): void {
  for (const test of TESTS) put(test(text) ? 1 : 0);
}
