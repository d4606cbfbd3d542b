import { COMPLAINT_TURNS, eachTurn } from './complaint-turns.js';
import type { FeatureExtractor } from '../heads/features.js';
import { CUE_KINDS, POLARITY } from '../terms/lexicon.js';
import { sieve } from '../../util/sieved.js';

const LETTER = '[a-zà-öø-ÿœ]';
const words = (alternatives: string, flags = 'i'): RegExp =>
  new RegExp(`(?<!${LETTER})(?:${alternatives})(?!${LETTER})`, flags);

const TROUBLE = String.raw`(?:probl[èe]me|souci|retard|panne|bug|erreur|d[ée]faut|incident|accroc|couac|rupture|casse|tracas)s?`;
const TROUBLES = String.raw`(?:problems?|issues?|troubles?|delays?|errors?|glitch(?:es)?|bugs?|faults?)`;
const MENDED = String.raw`(?:r[ée]gl[ée]e?s?|r[ée]solue?s?|arrang[ée]e?s?|corrig[ée]e?s?|solutionn[ée]e?s?|r[ée]par[ée]e?s?|class[ée]e?s?|close?s?)`;
const SORTED = String.raw`(?:sorted|solved|resolved|fixed|settled|cleared up)`;
/** Little words before what is said of the trouble. */
const NOW = String.raw`(?:(?:bien|enfin|donc|maintenant|d[ée]sormais|vite|tout [àa] fait|compl[èe]tement|totalement|now|all|finally|completely) ){0,2}`;
/** Trouble that there is no more, or that was mended. */
const OVER = words(
  [
    String.raw`plus (?:aucune?|le moindre|la moindre|un seul|une seule|jamais (?:eu )?(?:de|d['’])|(?<=(?:^|[.,;:!\n] ?|(?:n['’]|ne )${LETTER}{1,9} )plus )de) ?(?:petite?s? )?${TROUBLE}(?! ${LETTER}*(?: ${LETTER}+)? ?(?:${MENDED}|trait[ée]e?s?|pris))`,
    String.raw`(?:aucune?|pas (?:une?|le moindre)) ${TROUBLE}(?: ${LETTER}+){0,3} depuis`,
    String.raw`(?:le|ce|mon|notre|tout) ${TROUBLE}(?: de ${LETTER}+)? (?:a|avait) ${NOW}(?:disparu|[ée]t[ée] ${NOW}${MENDED})`,
    String.raw`(?:(?:${TROUBLE}|affaire|dossier)(?: est| s['’]est)?|tout (?:est|s['’]est)|c['’ ]est) ${NOW}${MENDED}`,
    String.raw`tout (?:est )?${NOW}rentr[ée] dans l['’]ordre|tout va (?:tr[èe]s )?bien(?: depuis| maintenant| d[ée]sormais)`,
    String.raw`(?:l['’]avoir|(?:le|mon|votre) (?:remboursement|virement|remplacement|bon d['’]achat)) (?:est|m['’]est) (?:bien |enfin )?(?:arriv[ée]|parvenu)`,
    String.raw`(?:bien|enfin) re[çc]ue? (?:l['’]avoir|(?:le|mon|votre) (?:remboursement|virement|remplacement|bon d['’]achat))`,
    String.raw`no (?:more|further) ${TROUBLES}|(?:not (?:had )?(?:a single|any|one)|no) ${TROUBLES}(?: ${LETTER}+){0,3} since`,
    String.raw`(?:the|my|our|this|that) ${TROUBLES} (?:is|was|has|has been|went) ${NOW}(?:${SORTED}|gone|away|disappeared)|(?:all|everything is|it['’]s) ${NOW}${SORTED}`,
    String.raw`(?:the|my|your) (?:refund|replacement|voucher) (?:has )?(?:finally )?(?:arrived|come through|came through)`,
  ].join('|'),
  'gi',
);
const mayHold = sieve(
  'plus auc|plus le|plus la|plus un|plus jam|plus de|plus d|depuis|disparu|été|ete|régl|regl|résolu|resolu|arrangé|arrange|corrigé|corrige|solutionn|répar|repar|classé|classe|clos|ordre|tout va|arriv|parven|reçu|recu|no more|no further|since|sorted|solved|fixed|settled|gone|cleared|away|disappear|through',
);
/** What comes back, is half done or done badly, only said by others, or wished. */
const DOUBTED = words(
  String.raw`rien|(?<!plus )jamais|relanc${LETTER}*|attend${LETTER}*|pas pour (?:moi|nous)|pourtant|qu['’]avant|que (?:d['’]habitude|l['’]an|jamais)|de plus en plus|chaque|(?:aucune?|pas (?:une?|le moindre)) ${TROUBLE} (?:${LETTER}+ |n['’]${LETTER}+ ){0,2}${MENDED}|toujours|encore|revenue?s?|reven(?:ir|ait)|recommenc${LETTER}*|[àa] nouveau|de nouveau|re-?belote|moiti[ée]|en partie|partiel${LETTER}*|sauf|hormis|alors que|sans(?! (?:souci|probl|attendre|discuter|histoire)${LETTER}*)|croyais|pensais|thought|except[ée]|incompl${LETTER}+|pas (?:encore|${MENDED})|n['’]${LETTER}+ pas|ne ${LETTER}+ pas|jamais ${MENDED}|(?:non|mal) ${MENDED}|si|quand|lorsque|afin|pour que|jusqu${LETTER}*|esp[èe]re(?! vous)${LETTER}*|soi-disant|pr[ée]tend${LETTER}*|cens[ée]e?s?|selon vous|d['’]apr[èe]s vous|vous (?:me |nous |m['’]|avez |aviez )?(?:dites|disiez|[ée]cri${LETTER}+|affirm${LETTER}+|annon${LETTER}+|dit|assur${LETTER}+|promi${LETTER}*)|plus (?:aucune?|de) (?:nouvelles?|r[ée]ponses?)|still|again|came back|not (?:been )?${SORTED}|n['’]t (?:been )?${SORTED}|never|half|partly|except|unless|until|if|when|hope|supposed(?:ly)?|apparently|claim${LETTER}*|you (?:said|say|told|promised)`,
);
const THANKED = words(
  String.raw`merci|mercis|bravo|f[ée]licitations?|chapeau|parfaite?s?|super|g[ée]nial|nickel|impeccable|top|thanks?|thank you|well done|great|brilliant|perfect|kudos`,
);
const COMPLAINT = CUE_KINDS.indexOf('complaint'),
  CONTRAST = CUE_KINDS.indexOf('contrast');
/** Polarity of words that hardly blame: “changed”. */
const SLIGHT = -1;
const BLAMING: ReadonlySet<string> = new Set(['otherwise', 'unanswered', 'again']);

/**
 * Whether the text that `features` read last tells that a trouble is over or met no more (« Plus aucun souci depuis mars, bravo », "my refund has arrived"), and
 * blames nothing beside: 1 with thanks or praise, 0 without, `null` where it does not tell it.
 */
export function pastTrouble({ tokens, hits, negated }: FeatureExtractor): 0 | 1 | null {
  const { text } = tokens;
  if (!mayHold(text) || text.includes('?')) return null;
  const spans = [...text.matchAll(OVER)].map(({ 0: said, index }) => [index, index + said.length] as const);
  if (spans.length === 0 || DOUBTED.test(text)) return null;
  for (let i = 0; i < hits.count; i++) {
    const kind = hits.kinds[i],
      first = hits.starts[i] as number;
    const blames =
      kind === COMPLAINT ||
      kind === CONTRAST ||
      (kind === POLARITY && (hits.weights[i] as number) < SLIGHT && negated[first] === 0);
    const start = tokens.starts[first] as number;
    if (blames && !spans.some(([from, to]) => start >= from && start < to)) return null;
  }
  let at = 0,
    wrong = false;
  eachTurn(text, (value) => {
    if (value > 0 && BLAMING.has(COMPLAINT_TURNS[at] as string)) wrong = true;
    at++;
  });
  if (wrong) return null;
  return THANKED.test(text) ? 1 : 0;
}
