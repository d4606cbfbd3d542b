import { sieve } from '../../util/sieved.js';

/** Turns of phrase that praise or blame whatever their words say alone: idioms, denials of a denial, praise on a condition that was not met. */

const LETTER = '[a-zà-öø-ÿœ]';
const words = (...alternatives: string[]): RegExp =>
  new RegExp(`(?<!${LETTER})(?:${alternatives.join('|')})(?:(?<=['’])|(?!${LETTER}))`, 'i');
/** A few words of one sentence. */
const FEW = String.raw`[^.!?\n]{0,60}?`;
const GOOD = String.raw`(?:très |vraiment |tellement |presque |really |so |almost |just |absolutely )?(?:un(?:e)? |a |an |the )?(?:vrai |really )?(?:parfaite?s?|bon(?:ne)?s?|bien|délicieu(?:x|se|ses)|génial(?:e|es)?|super|top|excellente?s?|idéal(?:e|es)?|agréables?|nickel|perfect|great|good|lovely|nice|amazing|delicious|excellent|fantastic|brilliant)`;

const PRAISE = words(
  // idioms
  String.raw`(?<!(?:commenc|continu|tend|mis|mise|mises|mets?|mettent|prête?s?|tard|arriv|cherch|pas)[a-zà-öø-ÿœ]{0,6} )à tomber(?: par terre| à la renverse)?(?! (?:malade|en panne|dans))|à se damner|à consommer sans modération|(?:peux|peut|pourrais) plus m?['’]?(?:en )?m?['’]?en passer|(?:m|s)['’]en lasse (?:pas|plus|jamais)|va(?:ut|lent) (?:vraiment |largement )?le détour|y a pas photo(?! (?:du|de|des|sur|dans)(?![a-zà-öø-ÿœ]))|rien à (?:re)?dire|rien à jeter|rien de négatif`,
  String.raw`to die for|(?:is|are|['’]s|['’]re) the bomb|bee['’]?s knees|dog['’]?s bollocks|hits? the spot|can['’]?t go wrong|(?:blew|blown) (?:me|us) away|was blown away|worth every (?:penny|cent)|second to none|never (?:disappoints?|fails? to (?:impress|please|deliver))|knock(?:s|ed)? it out of the park|can['’]?t get enough of|could ?n['’]?t be happier|can(?:['’]?t| ?not) fault|no complaints(?! (?:department|form|procedure|policy))|hard to beat|out of this world|top notch`,
  // of Quebec and Belgium
  String.raw`tiguidou|(?:ben|bin|full) (?:smatte?s?|fins?|fines?)|c['’](?:est|était) (?:\w+ )?le fun|lâchez? pas la patate|non peut-être`,
  // a denial denied
  String.raw`(?:impossible|difficile|dur) (?:pour (?:moi|nous) )?de ne pas (?:craquer|aimer|adorer|succomber|fondre|tomber amoureu|en (?:reprendre|redemander|manger)|finir|recommander|sourire|se resservir|revenir|être conquis)|(?:can(?:['’]t|not) (?:help but|not)|hard not to|impossible not to) (?:love|smile|like|recommend|finish|smile)`,
  String.raw`(?:pas|pas (?:un|une) seule?|pas (?:le|la) moindre|sans (?:le|la) moindre|aucune?|jamais (?:eu |vu )?(?:le|la) moindre|zéro) (?:fausse note|reproche|défaut|bémol)s?|(?:pas|n['’]est pas) (?:si )?mauvaise?s? du tout|pas du tout mauvaise?s?|loin d['’]être mauvaise?s?|never had a (?:bad|single bad)`,
);

const BLAME = words(
  // idioms
  String.raw`casse(?:nt)? pas (?:trois|3|des) (?:pattes|briques)|laiss(?:e|ait|ent|é) (?:franchement |vraiment |beaucoup |fortement |clairement )?à désirer|passez (?:votre|ton) chemin|va(?:ut|lent) (?:vraiment |même |absolument )?pas (?:le coup|le détour|son prix|le prix|l['’]attente|un clou|un radis|tripette)|foutage de gueule|(?:se|vous|te) (?:moqu|fou|fich|pai)(?:e|ez|t|tez)(?:[- ]vous)? (?:de (?:nous|moi|la tête|la gueule|ses clients|vos clients|qui)|du monde|du client|ouvertement)|pr(?:end|enez|ennent)(?: vraiment)? (?:les gens|les clients|le client|nous) pour des|c['’](?:est|était) (?:[a-zà-öø-ÿœ]+ ){0,3}fort de café|plein le dos|par[- ]dessus la tête|ma claque|ras[- ]le[- ]bol|c['’]est le (?:pompon|bouquet(?! garni))|(?:mdr|lol|ptdr|xd),? (?:la|le|les|cette?|vos?|votre) (?:qualité|service|sav|livraison|prix|goût|appli|site|accueil|promo)s?`,
  String.raw`le(?:ft|aves?|aving) (?:a lot|much|something|plenty|everything) to be desired|hard pass|nothing to write home about|(?:not|n['’]t)(?: really| exactly)? my cup of tea|end of my (?:rope|tether)|fed up|sick (?:and tired )?of (?:waiting|your|this|the|being|calling|chasing)|(?:is|are|what) an? (?:absolute |complete |total |bad |sick )?joke|rip[- ]?off|ripped off|daylight robbery|taking the (?:piss|mick|mickey)|(?:complete |total )?waste of (?:money|time)|could ?n['’]?t care less about|avoid like the plague|not worth (?:the (?:money|wait|hassle|price|drive|trip)|it)|add(?:s|ed)? insult to injury|(?:last|final) straw|beyond a joke|not fit for (?:purpose|human|consumption)|you had one job`,
  // of Quebec and Belgium
  String.raw`pas vargeux|plein (?:mon|le|son) casque|tannée?s? d['’]?(?:e|attendre|appeler)|(?:se faire|fait|m['’](?:a|ont)|nous (?:a|ont)) niais(?:er|ée?s?)|pas d['’]allure|pas d['’]bon sens|bleue? de rage`,
  // praise denied
  String.raw`pas dire qu(?:e |['’])(?:ce|ça|c['’]|le |la |les |j['’]|je |on )?${FEW}(?:soit|soient|est|était|sois|aie) ${GOOD}|loin d['’]être ${GOOD}|can['’]?t say (?:that )?(?:i['’]?m|i am|i was|it was|it['’]s|they were) (?:very |really )?(?:impressed|happy|${GOOD})`,
  String.raw`(?:jamais|pas) (?:eu |vu |reçu )?une? seule? ${LETTER}+ (?:complète?|à l['’]heure|correcte?|entière?|conforme|juste|aimable|ouverte?|disponible)|pas un (?:bonjour|sourire|merci|regard|geste|mot d['’]excuse)`,
  // praise on a condition that was not met
  String.raw`(?:serai(?:t|ent)|aurai(?:t|ent) (?:pu )?(?:été|être)|pourrai(?:t|ent) être|(?:would|could|might) (?:be|have been)) ${GOOD}${FEW}(?<!${LETTER})(?:s['’]ils?|si (?:seulement|ce n['’]|on n['’]|vous n['’]|les?|la|l['’]|vos|votre|on|ça)|if (?:only|it|they|the|you|your|there)|sans (?:ce|cette|ces|les?|la|tout)|without (?:the|all))`,
  String.raw`aurai(?:s|t|ent) (?:mis|donné|noté) ${FEW}(?:étoiles?|la note|\d ?/ ?\d+)${FEW}(?<!${LETTER})(?:s['’]ils?|si|sans)(?! (?:c['’]était possible|je pouvais|on pouvait|possible))|would(?:['’]ve| have) (?:given|been) (?:it |them )?(?:5|five|4|four) stars?${FEW}(?:if|but|without)`,
  String.raw`(?<!n['’])aurai(?:s|t|ent) (?:bien |tellement |vraiment |tant )?(?:aimé|adoré|apprécié|voulu) (?:pouvoir|goûter|dire|recevoir|trouver|avoir|qu(?:e|['’])|être)|would(?:['’]ve| have) been (?:nice|good|great|helpful|better|appreciated) (?:to|if)|(?:recommanderai(?:s|t)|conseillerai(?:s|t)|i would recommend|i['’]d recommend) ${FEW}(?<!${LETTER})(?:s['’]ils?|si (?:seulement|l|ça|elle|on)|if (?:it|they|only|the)${FEW}(?:actually|ever|worked|did))|encore fau(?:t|drait)[- ]il`,
);

/** A wish for what is not made yet, a mark above the highest: nobody is blamed. */
const WISH =
  /(?:ce|ça|it|that|[cç]['’]) ?(?:serait|would be) (?:\w+ )?(?:super|génial|top|bien|cool|sympa|great|lovely|nice|amazing|good) (?:si|s['’]|if|de|to)|(?:aurais|aurions) (?:bien )?(?:aimé|voulu) (?:savoir|connaître|avoir (?:des|plus d|quelques|un) (?:info|renseign|conseil|détail|précision|avis))|si (?:c['’]était possible|je pouvais|on pouvait)|if (?:i|we|it) (?:could|was possible|were possible)/i;
/** Praise and blame are both said. */
const BUT = words('mais|but|cependant|pourtant|however|sinon|though');
const SENTENCE = /[^.!?\n]+[.!?]*/g;
/** Share of the letters of a text from which one sentence is what it says. */
const MAIN = 0.4;

// every alternative above holds a word of its sieve
const mayPraise = sieve(
    'à tomber|damner|modération|en passer|lasse pas|lasse plus|lasse jamais|détour|pas photo|rien à dire|rien à redire|rien à jeter|négatif|to die for|the bomb|knees|bollocks|the spot|go wrong|me away|us away|blown away|worth every|second to|never dis|never fail|out of the park|get enough|happier|t fault|not fault|no complaints|to beat|this world|notch|tiguidou|smat|ben fin|bin fin|full fin|le fun|patate|non peut-être|impossible|difficile|dur de|dur pour|help but|hard not|not love|not smile|not like|not recomm|not finish|fausse note|reproche|défaut|bémol|mauvais|had a bad|had a single',
  ),
  mayBlame = sieve(
    'pas trois|pas 3|pas des|désirer|votre chemin|ton chemin|vaut|valent|foutage|se moqu|vous moqu|te moqu|se fou|vous fou|te fou|se fich|vous fich|te fich|se pai|vous pai|te pai|pour des|de café|plein le|la tête|claque|ras le|ras-le|pompon|bouquet|mdr|lol|ptdr|xd |xd,|desired|hard pass|write home|cup of tea|end of my|fed up|sick of|sick and|joke|rip off|rip-off|ripoff|ripped off|robbery|taking the|waste of|care less|plague|not worth|insult|straw|fit for|one job|vargeux|casque|tanné|niais|allure|bon sens|de rage|pas dire|loin d|t say|un seul|une seul|pas un |serait|seraient|aurai|pourrait|pourraient|would|could|might|recommanderai|conseillerai|recommend|encore fau',
  );

/**
 * What a text says in a turn of phrase that stands for its tone: 1 praise, −1 blame, 0 where it says none, sets one thing against another, or says most of it
 * in other sentences.
 *
 * @example
 * ['Impossible de ne pas craquer', 'Ce serait parfait si les rayons étaient remplis', 'Ce serait bien si vous en vendiez'].map(saidOutright)
 * // → [1, -1, 0]
 */
export function saidOutright(text: string): -1 | 0 | 1 {
  const praises = mayPraise(text),
    blames = mayBlame(text);
  if (!praises && !blames) return 0;
  for (const [sentence] of text.matchAll(SENTENCE)) {
    if (sentence.trim().length < MAIN * text.trim().length) continue;
    // who asks whether it is worth it praises nothing yet
    const praise = praises && !sentence.endsWith('?') && PRAISE.test(sentence),
      blame = blames && BLAME.test(sentence) && !WISH.test(sentence);
    if (praise !== blame && !BUT.test(sentence)) return praise ? 1 : -1;
  }
  return 0;
}
