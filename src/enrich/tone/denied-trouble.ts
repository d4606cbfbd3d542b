import { sieve } from '../../util/sieved.js';
import type { FeatureExtractor } from '../heads/features.js';
import { isNegator } from '../terms/negation.js';
import { CUE_KINDS, POLARITY } from '../terms/lexicon.js';
import type { TokenBuffer } from '../words/tokens.js';
import type { ClauseReading } from './clause-reading.js';
import { words } from './comparisons.js';
import { COMPLAINT_TURNS, eachTurn } from './complaint-turns.js';
import { HARMLESS } from './praise-acts.js';

/** Praise of a trouble that never came: denied (« aucun retard en quatre ans »), feared and not met, or a shame that something is so good. */

const LETTER = '[a-zà-öø-ÿœ]';
const pattern = (alternatives: string, flags = 'i'): RegExp => new RegExp(words(alternatives), flags);

/** Who says of these that there are none tells of no mishap: a way to say yes (« aucun souci, je vous l’envoie »). */
const POLITE = 'probl[èe]mes?|soucis?|problems?|issues?|worries|doute|doubt';
/** Troubles that the lexicon holds no word for. */
const TROUBLES = String.raw`casse|accrocs?|couacs?|incidents?|pépins?|fuites?|bruit|taches?|rayures?|éclats?|arêtes?|grumeaux?|reproches?|chichis?|leaks?|delays?|faults?|scratch(?:es)?|stains?|bones|lumps|noise|mess|fuss|hitch|glitch(?:es)?|complaints?|crashes`;
/** Words that deny what follows at once: surely, or also where one only agrees or lists what a thing is without. */
const SURE = String.raw`(?:aucune?|zéro|zero|pas (?:une? seule?|l[ea] moindre|une?)|sans l[ea] moindre|jamais (?:eu |vu |connu |rencontré )?(?:une? seule?|l[ea] moindre|aucune?|une?|de|d['’])|(?:not|never)(?: once)?(?: had| seen)? (?:a single|any|a|one))`;
const ALSO = String.raw`(?:pas (?:de|d['’])|sans|ni|no|without(?: a| any)?)`;
const DENIED = new RegExp(
  String.raw`(?<!${LETTER}|plus |more )(?:(${SURE})|${ALSO})(?: (?=\S)|(?<=['’]))((?:petite?s?|mauvaise?s?|grosse?s?|small|nasty|bad|broken) )?(?:(${POLITE})(?!${LETTER})|(${TROUBLES})(?!${LETTER}))?`,
  'gi',
);
/** Wanted, or what one ought to feel, though the lexicon holds its word for a trouble. */
const WANTED = pattern(
  'remboursements?|rembours[ée]e?s?|refunds?|réclamations?|plaintes?|réponses?|solutions?|gestes?|dédommagements?|suivi|honte|gêne|shame',
);

const FEARED = pattern(
  String.raw`craignai(?:s|t|ent)|craignions|redoutai(?:s|t|ent)|redoutions|appréhendai(?:s|t)|appréhendions|av(?:ais|ait|ions) (?:un peu |très |si |tellement )?peur|attend(?:ais|ait|ions) (?:au pire|à (?:une? |des )?(?:galère|catastrophe|désastre|déception|bataille|prise de tête))|avai(?:t|ent) prédit (?:une?|le|des)|(?:was|were|been) (?:a bit |so |really )?(?:dreading|fearing|afraid|worried|scared)|dreaded|feared|expect(?:ed|ing) (?:the worst|a (?:nightmare|disaster|fight|battle))`,
);
/** Where what was feared ends and what came begins. */
const THEN =
  /[,:;.!—–…]+ |(?<=\S) (?:et|mais|and|but) (?=(?:c['’]|ça|il|elle|on|tout|j['’]|je |nous|it |they|we|all|i )|(?:non|not) )/i;
const MET = pattern(
  String.raw`raison|le cas|pires?|worse|right|exact(?:ement|ly)|gagné|confirm${LETTER}*|l['’](?:a|ai|avons|ont) été|hélas|bingo|rien|in vain|true|(?:it|they|he|she) (?:was|were|did|had)(?=[^a-z]*$)`,
);

/** What is a shame, in jest, when it is so good. */
const SHAME = pattern(
  String.raw`(?:honte|dommage|crime|criminel|indécent|interdit|illégal|péché|scandale|scandaleux|shame|crime|criminal|illegal|indecent|sin|sinful) (?:de (?:faire|vendre|fabriquer|cuisiner|proposer|servir|produire|préparer|inventer)|d['’]être|que ce soit|to (?:make|sell|be|bake|serve)|for [^.!?\n]{1,20} to (?:be|taste)|how|to taste)(?: [^.!?,;\n]{0,40}?)? ?(?:aussi|si|tellement|so|this|that|how)(?= ${LETTER})`,
  'gi',
);

const mayDeny = sieve(
    'aucun|zéro |zero |pas un|pas le m|pas la m|pas d|sans |jamais |ni |not |never |no |without ',
  ),
  mayFear = sieve(
    'craign|redout|appréhend|peur|attend|prédit|dreading|dreaded|fearing|feared|afraid|worried|scared|expect',
  ),
  mayShame = sieve(
    'honte|dommage|crim|indécent|interdit|illégal|péché|scandal|shame|illegal|indecent|sin |sinful ',
  );

const COMPLAINT = CUE_KINDS.indexOf('complaint'),
  CONTRAST = CUE_KINDS.indexOf('contrast'),
  REQUEST = CUE_KINDS.indexOf('request');
/** Polarity of words that hardly blame. */
const SLIGHT = -1;
/** A clause blames from these probabilities. */
const BLAMES = 0.5;
type Span = readonly [from: number, to: number];

/** Whether the text that `features` read last praises by a trouble that never came, and neither blames nor asks for anything beside. */
export function deniesTrouble(features: FeatureExtractor, clauses: ClauseReading): boolean {
  const { text } = features.tokens;
  if (text.includes('?')) return false;
  const found =
    (mayFear(text) ? feared(features, clauses) : null) ??
    (mayShame(text) ? shame(features) : null) ??
    (mayDeny(text) ? denied(features) : null);
  return found !== null && !blamesBeside(features, clauses, found);
}

/** The polarity that the lexicon gives to a word at a place of the text; 0 without. */
function polarityAt({ tokens, hits }: FeatureExtractor, place: number): number {
  for (let i = 0; i < hits.count; i++)
    if (hits.kinds[i] === POLARITY && tokens.starts[hits.starts[i] as number] === place)
      return hits.weights[i] as number;
  return 0;
}

/** Spans of denied troubles, where they outnumber what else is denied. */
function denied(features: FeatureExtractor): Span[] | null {
  const { text } = features.tokens;
  const spans: Span[] = [];
  let sure = 0,
    weak = 0,
    other = 0;
  for (const { 0: said, 1: surely, 2: small = '', 3: polite, 4: known, index } of text.matchAll(DENIED)) {
    const end = index + said.length,
      rest = text.slice(end);
    if (WANTED.test(rest.split(' ', 2).join(' '))) return null;
    const bad =
      known !== undefined ||
      polite !== undefined ||
      polarityAt(features, end) < 0 ||
      (small !== '' && polarityAt(features, end - small.length) < 0);
    if (!bad) {
      if (surely !== undefined) other++;
      continue;
    }
    if (surely !== undefined && polite === undefined) sure++;
    else weak++;
    const stop = text.indexOf(' ', end);
    spans.push([index, stop < 0 ? text.length : stop]);
  }
  return other <= sure && (sure > 0 || weak > 1) ? spans : null;
}

/** What was feared, where what came is good. */
function feared(features: FeatureExtractor, clauses: ClauseReading): Span[] | null {
  const { tokens } = features,
    { text } = tokens;
  const fear = FEARED.exec(text);
  if (fear === null) return null;
  const then = THEN.exec(text.slice(fear.index));
  if (then === null) return null;
  const end = fear.index + then.index + then[0].length,
    came = text.slice(end);
  if (MET.test(came)) return null;
  let token = 0;
  while (token < tokens.count && (tokens.starts[token] as number) < end) token++;
  if (token === tokens.count) return null;
  const { positive, negative, complaint } = clauses.from(token);
  const denies = denied(features)?.filter(([from]) => from >= end) ?? [];
  return denies.length > 0 || (positive > negative && complaint < BLAMES)
    ? [[fear.index, end], ...denies]
    : null;
}

/** A shame that it is so good. */
function shame(features: FeatureExtractor): Span[] | null {
  for (const { 0: said, index } of features.tokens.text.matchAll(SHAME)) {
    const end = index + said.length;
    if (polarityAt(features, end + 1) > 0) return [[index, end]];
  }
  return null;
}

/** Whether a word denies: « né » and « nouveau-ne », whose letters are those of “ne”, do not. */
const denies = (tokens: TokenBuffer, i: number): boolean =>
  isNegator(tokens.hashes[i] as number) &&
  tokens.text[(tokens.starts[i] as number) - 1] !== '-' &&
  tokens.written(i).toLowerCase() !== 'né';

function blamesBeside(
  { tokens, hits, negated }: FeatureExtractor,
  clauses: ClauseReading,
  spans: readonly Span[],
): boolean {
  const within = (first: number, last = first): boolean =>
    spans.some(([from, to]) => (tokens.ends[last] as number) > from && (tokens.starts[first] as number) < to);
  // « pain » is no pain in French
  let french = 0;
  for (let i = 0; i < hits.count; i++)
    french += hits.languages[i] === 1 ? 1 : hits.languages[i] === 2 ? -1 : 0;
  const language = french >= 0 ? 1 : 2;
  for (let i = 0; i < hits.count; i++) {
    if (((hits.languages[i] as number) & language) === 0) continue;
    const kind = hits.kinds[i],
      first = hits.starts[i] as number,
      weight = hits.weights[i] as number,
      isDenied = negated[first] === 1;
    const blames =
      kind === COMPLAINT ||
      kind === CONTRAST ||
      kind === REQUEST ||
      (kind === POLARITY && (isDenied ? weight > 0 : weight < SLIGHT));
    if (blames && !within(first, (hits.ends[i] as number) - 1)) return true;
  }
  let at = 0,
    wrong = false;
  eachTurn(tokens.text, (value) => {
    if (value > 0 && !HARMLESS.has(COMPLAINT_TURNS[at] as string)) wrong = true;
    at++;
  });
  if (wrong) return true;
  const told = new Set<number>();
  for (let i = 0; i < tokens.count; i++) if (within(i)) told.add(clauses.of(i));
  for (let i = 0; i < tokens.count; i++) {
    if (told.has(clauses.of(i))) continue;
    if (denies(tokens, i) && !within(i)) return true;
    const place = clauses.at(clauses.of(i));
    if ((clauses.values[place] as number) >= BLAMES && (clauses.values[place + 3] as number) >= BLAMES)
      return true;
  }
  return false;
}
