import { sieve, sieved } from '../../util/sieved.js';

/** Comparisons: a word of praise blames where it is said of something else, and the other way round. */

const LETTER = '[a-zà-öø-ÿœ]';
export const words = (alternatives: string): string => `(?<!${LETTER})(?:${alternatives})(?!${LETTER})`;
const turn = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'i');

/** What is better. */
const BETTER = words(
  String.raw`mieux|meilleure?s?|plus de (?:goût|saveur)|better|nicer|tastier|more (?:flavou?r|taste)`,
);
/** A few words of one clause. */
const FEW = String.raw`[^.!?;:,\n]{0,40}`;
/** Somebody else's place; a name after « chez » may be that of the brand itself. */
const ANOTHER = String.raw`chez (?:eux|elles?|lui|les?|la|l(?=['’])|une?|des|d(?=['’]autres)|mon|ma|mes|son|sa|ses|leurs?|certains)`;
/** Others than the one who is judged: rivals, other places, times gone by. */
const OTHERS = words(
  String.raw`(?:la |leur |votre |une? |les? |vos |des )concurren(?:ce|te?s?)|les autres(?: marques?| enseignes?| magasins?)?|l['’]autre(?: marque| enseigne)?|l['’]ancien(?:ne)?s?|cel(?:ui|le) d['’](?:avant|en face|à côté)|version d['’](?:avant|origine)|en face|d['’]en face|d['’]à côté|ailleurs|(?<!comme )avant(?=,? (?:c['’]|on|ils?|elles?|vous|les?|la|tout|du)(?!${LETTER}))|à l['’]époque|autrefois|dans le temps|${ANOTHER}|(?:your |the )?(?:competitors?|competition)|(?:the |your )(?:old|original|previous|others?)(?: (?:one|recipe|version|brand|shop)s?)?|(?:down|across|over) the (?:road|street)|next door|elsewhere|used to`,
);
const DENIED = words(
  String.raw`pas|jamais|rien|aucun(?:e)?|n['’]${LETTER}+|ne|ni|never|nothing|none|no|not|${LETTER}+n['’]t|cannot|hardly`,
);
/** The one who is judged. */
const THIS = words(
  String.raw`vous|(?:le|la|les) vôtres?|votre|ça|ceci|cel(?:ui|le)-ci|ce que vous|you|yours|this|that`,
);

/** « resté sur ma faim », and what denies it: « je ne suis pas resté », not « je ne cache pas être resté ». */
const HUNGRY = String.raw`sur (?:ma|notre|sa|leur) faim`;
const NOT_LEFT = String.raw`(?:pas|jamais|plus) (?:(?:resté|laissé)(?:e?s)? )?`;
/** More of it is worse: « on a connu plus lent » praises. */
const BAD = String.raw`cher|chère|mauvais|méchant|lent|nul|dur|froid|sale|triste|bête|moche|laid|fade|gras|grave|difficile|désagréable|pénible|compliqué|bruyant|stressant|ennuyeu`;

const DETRIMENT = turn(
  // "même à la cantine c'était meilleur"
  `${words(String.raw`même (?:à|au|aux|en(?! mieux)|chez|les?|la|l['’]|une?|mon|ma|mes|du|des|celui|celle)|even (?:the|a|an|my|instant|frozen|some)`)}${FEW}${BETTER}`,
  // "le concurrent fait mieux"; what is better than it is said of this one
  `${OTHERS}${FEW}${BETTER}(?! (?:qu|than))`,
  // "le concurrent est meilleur que vous", "mieux que ça"
  `${BETTER} (?:qu(?:e |['’])|than )(?:chez |à |at |in )?${THIS}`,
  // "bien mieux ailleurs"
  `${BETTER} ${words(String.raw`ailleurs|avant|autrefois|à l['’]époque|en face|${ANOTHER}|à l['’](?:hôpital|école)|elsewhere|before|somewhere else|next door`)}`,
  // "j'ai connu mieux"
  `${words(String.raw`ai (?:déjà |bien )*(?:connu|mangé|goûté|bu|vu|eu|trouvé|testé|fait)|il (?:y a|existe)|y a|(?:have|(?:i|we|you)['’]ve) (?:had|eaten|tasted|seen|found|known)|there(?: are| is|['’]s)`)} (?:(?:de |bien |nettement |largement |beaucoup |much |far |way |a lot )*)${BETTER}(?! (?:qu|than))`,
  // "on a vu mieux", "on vous a connus plus généreux"
  `${words(String.raw`(?:on (?:l['’]|vous |t['’]|les? |la )?a|nous (?:l['’]|vous )?avons|vous ai) (?:déjà |bien |pourtant )*(?:connu|vu)(?:e?s)?|(?:on a|nous avons) (?:déjà |bien |pourtant )*(?:mangé|goûté|bu|eu|trouvé)`)} (?:nettement |largement |beaucoup |bien )?${BETTER}(?! (?:qu|than))`,
  `${words(String.raw`on (?:vous |t['’]|l['’]|les? |la )?a|nous (?:vous )?avons|vous ai`)} (?:déjà )?connue?s?${FEW} plus (?!de |que |qu['’]|d['’]|tard|tôt|loin|long|récemment|souvent|${BAD})${LETTER}+`,
  // "vous nous aviez habitués à mieux", "j'en attendais mieux", "expected better"
  `${words(String.raw`habitué(?:e?s)? à (?:bien |beaucoup |nettement )?mieux|(?:attend(?:s|ais|ait|ions|ons)|espér(?:ais|ait|ions)) (?:à )?(?:bien |beaucoup |nettement )?mieux(?! ${LETTER}+(?:[ei]r|re)(?!${LETTER}))|(?<!${NOT_LEFT})${HUNGRY}|(?:expected|hoped for|used to) (?:so |much |far |something |a bit |a little )*(?:better|more(?! than))`)}(?! (?:qu|than))`,
  // "au moins chez le concurrent", "chez eux au moins"
  words(
    String.raw`au moins,? (?:chez (?!vous|toi|nous)${LETTER}+|à la concurrence|en face|ailleurs|les autres|le concurrent|l['’]autre)|(?:chez (?!vous|toi|nous)(?:l[ea]s? |l['’])?${LETTER}+|à la concurrence|en face|ailleurs|les autres|le concurrent),? au moins|at least (?:at (?!you|your)${LETTER}+|the others?|the competit${LETTER}+|elsewhere|${LETTER}+['’]s (?!a |the |not |it)(?:own|${LETTER}+ (?:taste|work|answer|reply|deliver|have)))`,
  ),
  // "je préfère l'ancien"
  `${words(String.raw`préf[éè]r(?:es?|ais|ait|ons|ions|é)|prefer(?:red|s)?`)}${FEW}${words(String.raw`l['’]ancien(?:ne)?s?|(?:la|une) marque d|l['’]autre|les autres|(?:celui|celle|ceux|${LETTER}+) d['’](?:en face|à côté)|(?:la|le|les|une?) concurren(?:ce|te?s?)|version d['’]|avant(?! (?:tout|de|que|les?|la|l['’]|une?|\d))|the (?:old|other|original|previous|brand)`)}`,
  // "pas mieux que le premier prix"
  String.raw`(?<!${LETTER})(?:pas|ni|no|not any|isn['’]t|n['’]est pas) (?:vraiment |bien |much |any )?${BETTER}(?= (?:qu|than|ni moins))`,
);

const FAVOUR = turn(
  // "bien mieux que la grande marque"
  `${BETTER} (?:qu(?:e |['’])|than )${words(String.raw`chez (?:les|le|la)|les? autres?|l['’](?:autre|ancien(?:ne)?|an)|(?:la |les |toutes les |bien des |une |certaines? )?(?:grandes? )?marques?|la concurrence|le concurrent|ce(?:l(?:ui|le)s?|ux)|avant|ailleurs|partout|d['’]habitude|ce que j|(?:the )?(?:others?|expensive|big|posh|old|original|previous|competit${LETTER}+|last|ones?)|any|most|it (?:used|was)|before|ever|elsewhere`)}`,
  // "on ne trouve pas mieux", "difficile de trouver mieux"
  `${words(String.raw`(?:pas|jamais) (?:eu |vu |connu |mangé |goûté |trouvé |bu |encore )?(?:de )?|(?:difficile|dur|impossible) (?:de|d['’])(?: ${LETTER}+)?|rien de|never (?:had|eaten|tasted|seen|found|known)|hard to (?:find|get)|can(?:['’]t|not) (?:find|get|ask for)|(?:ne|n['’]) ?(?:fait|font)`)} ?(?:a |any |anything |much )?${BETTER}`,
  // "les autres sont nuls à côté"
  `${words(String.raw`les autres(?: marques?| enseignes?)?|la concurrence|ailleurs|the others|the competition`)}${FEW}${words(String.raw`nul(?:le)?s?|moins bo(?:n|nne)s?|pire|rhabiller|courir|à la cheville|pâle figure|come close|rubbish|worse`)}`,
  // "j'ai connu pire"
  words(
    String.raw`(?<!n['’])(?:ai|a|avons|have|(?:i|we|you)['’]ve) (?:déjà |bien )?(?:connu|vu|mangé|goûté|had|seen|known|eaten) (?:bien |far |much |a lot )?(?:pire|worse)(?! en | and )|${NOT_LEFT}${HUNGRY}`,
  ),
  // "je ne vais plus ailleurs"
  `${words(String.raw`(?:ne|n['’]) ?(?:vais|va|vas|allons|irai|ira|retourne(?:rai)?|achète(?:rai)?|commande(?:rai)?|prends|mange(?:rai)?|change(?:rai)?) (?:plus|jamais|pas)(?: ${LETTER}+)?`)} ${words(String.raw`ailleurs|chez les autres|à la concurrence|chez la concurrence`)}`,
  words(
    String.raw`(?:won['’]t|wouldn['’]t|never|don['’]t) (?:shop|go|buy|order|eat) (?:anywhere else|elsewhere)|rien à envier|ça change des?|revenue?s? chez vous|nothing (?:beats|comes close)`,
  ),
);

/** Words of which each comparison above holds one: most texts hold none and are not looked through. */
const SIGN = sieved(
  'au moins|at least|mieux|meilleur|de goût|de saveur|préfér|préfèr|ailleurs|autres|concurrence|envier|ça change|revenu|better|nicer|tastier|more|prefer|others|competition|elsewhere|anywhere else|nothing beats|nothing comes|connu|ma faim|notre faim|sa faim|leur faim|pire|worse',
  /au moins|at least|mieux|meilleur|de (?:goût|saveur)|préf[éè]r|ailleurs|autres|concurrence|envier|ça change|revenue?s? chez|better|nicer|tastier|more (?:flav|taste)|prefer|others|competition|elsewhere|anywhere else|nothing (?:beats|comes)|connue?s?|sur (?:ma|notre|sa|leur) faim|(?:ed|used to|for) (?:\w+ ){0,2}(?:better|more)|pire|worse/i,
);
const SENTENCE = /[^.!?\n]+[.!?]*/g;
/** Praise and blame are both said: "bon, mais il y a mieux". */
const CONTRASTS = 'mais|but|cependant|pourtant|however|sinon';
const BUT = new RegExp(words(CONTRASTS), 'i'),
  mayOppose = sieve(CONTRASTS);
/** Share of the letters of a text from which one sentence is what it says. */
const MAIN = 0.5;

/**
 * In whose favour a text compares what it judges with others: 1, −1, and 0 where it compares nothing, asks, sets one
 * thing against another, or says most of it in other sentences.
 *
 * @example
 * ['Même à la cantine c’était meilleur', 'Meilleur que chez les autres', 'Lequel est meilleur ?'].map(comparedTo)
 * // → [-1, 1, 0]
 */
export function comparedTo(text: string): -1 | 0 | 1 {
  if (!SIGN.test(text)) return 0;
  const opposes = mayOppose(text);
  for (const [sentence] of text.matchAll(SENTENCE)) {
    if (sentence.length < MAIN * text.length || sentence.endsWith('?')) continue;
    if (opposes && BUT.test(sentence)) continue;
    const worse = DETRIMENT.exec(sentence);
    if (worse !== null) return isDenied(worse[0], sentence, worse.index) ? 1 : -1;
    return FAVOUR.test(sentence) ? 1 : 0;
  }
  return 0;
}

const BEFORE = new RegExp(`${DENIED}${FEW}$`, 'i'),
  WITHIN = new RegExp(DENIED, 'i'),
  NO_MORE = /^(?:pas|ni|no|not|isn|n['’]est)|faim$/i;

/** "Aucun concurrent ne fait mieux", "on ne trouve pas mieux ailleurs". */
const isDenied = (found: string, sentence: string, at: number): boolean =>
  !NO_MORE.test(found) && (WITHIN.test(found) || BEFORE.test(sentence.slice(0, at)));
