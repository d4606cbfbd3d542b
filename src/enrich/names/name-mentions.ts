/** First names that any place of a text shows: the ends of a brand's replies, lists, brackets, small letters, a text in capitals. */
import { fold } from '../../util/fold.js';
import { INFLECTED } from './name-contexts.js';
import { ANY_CASE, EDGE, KIN, NOT_NAMES, TRADES, anyCase, rule } from './name-patterns.js';
import { matchesOf, namesIn } from './name-spans.js';
import { ARTICLES, SAINT, WORDS_TOO, type NameSpan } from './told-names.js';
import type { WordKnowledge } from './word-knowledge.js';

const FIRST = String.raw`(?<first>[\p{L}][\p{L}-]{1,30}\p{L})`;
const NO_LETTER = String.raw`(?<![\p{L}\p{N}’'@#.-])`;
const END = String.raw`(?=[ \u00A0]?[.!]?[ \u00A0]*(?:\(?\d\/\d\)?)?[ \u00A0]*(?:[\r\n]|$))`;
const AND = String.raw`(?:,[ \u00A0]|[ \u00A0](?:et|and|&|puis|ou)[ \u00A0])`;

/** What a person has or does: "le sourire de Priya". */
const OWN = anyCase(
  'réponses?|retour|explications?|conseils?|sourire|gentillesse|professionnalisme|accueil|aide|patience|incompétence|mépris|attitude|réactivité|amabilité|efficacité|intervention|passage|départ|travail|écoute|bienveillance|humour|disponibilité|équipe|anniversaire|commande|colis|dossier|compte|patience|kindness|help|advice|attitude|smile|reply|message|call|email',
);
/** "^Chloé", "/Émilie", "Merci ! - Enguerrand": who signs a short reply, whatever the name. */
const SIGNED = rule(
  String.raw`(?<=(?:^|[\s.!?)…\p{Extended_Pictographic}\uFE0F])(?:[\^~]|/(?!/)))NAME(?:${END}|(?=[ \u00A0](?:pour|du|from|for|at)[ \u00A0]))`,
);
/** "^JB pour le service client" */
const SIGNED_INITIALS = new RegExp(
  String.raw`(?<=(?:^|[\s.!?)…\p{Extended_Pictographic}\uFE0F])\^)(?<name>\p{Lu}{2,3})(?:${END}|(?=[ \u00A0](?:pour|du|from|for|at)[ \u00A0]))`,
  'gu',
);
const SIGNED_BEHIND = new RegExp(
  String.raw`(?<=[.!?…\p{Extended_Pictographic}\uFE0F][ \u00A0]?[–—-]{1,2}[ \u00A0])(?<name>\p{Lu}\p{Ll}[\p{L}-]{1,30})${END}`,
  'gu',
);
/** Behind other dashes a paper's name stands as well. */
const DASHED = rule(String.raw`(?<=[ \u00A0][–—-]{1,2}[ \u00A0])NAME${END}`);
/** Behind the last sentence: "Bonne journée ! Tom". */
const LAST = rule(String.raw`(?<=[.!?…)\p{Extended_Pictographic}\uFE0F][ \u00A0]{1,2})NAME${END}`);
const REPLY = /^[ \u00A0]*(?:bonjour|bonsoir|salut|coucou|ch[eè]re?|hello|hi|hey|dear)(?!\p{L})/iu;
/** A line break that an export lost: "à bientôtIsabelle C." */
const GLUED =
  /(?<=\p{Ll}|[.!?…])(?<name>\p{Lu}\p{Ll}{2,30}(?:-\p{Lu}\p{Ll}+)?(?:[ \u00A0]\p{Lu}(?:[\p{L}’'-]{1,30}|\.)?)?)(?=[ \u00A0]*[.!]?[ \u00A0]*$)/gu;
/** Somebody at work in brackets or behind a colon. */
const STAFF = rule(
  String.raw`(?<![\p{L}\p{N}])(?:${TRADES})(?:[ \u00A0]\p{Ll}[\p{L}’']*){0,4}[ \u00A0](?:\(|:[ \u00A0])NAME(?=\)|,|\.|[ \u00A0](?:(?:sur|selon|dont|d[’']après|on|from)[ \u00A0]|je[ \u00A0](?:crois|pense)|il[ \u00A0]me|I[ \u00A0]think)|$)`,
);
const OWNED = rule(
  String.raw`(?<![\p{L}\p{N}])(?:${OWN})[ \u00A0](?:de[ \u00A0]|d[’']|of[ \u00A0]|from[ \u00A0])NAME${EDGE}`,
);
const ELDERS = rule(
  String.raw`(?<![\p{L}\p{N}])(?:${anyCase('pépé|mémé|papy|papi|papou|mamie|mamy|mami|tonton|tata|tatie|oncle|tante|cousin|cousine|auntie?|uncle|grandma|grandpa|granny|nana?')})[ \u00A0]NAME${EDGE}`,
);
const EXCLAIMED = rule(
  String.raw`(?<=(?:^|[.!?…\r\n][ \u00A0]?)(?:Franchement|Sérieusement|Vraiment|Honnêtement|Désolée?|Allez|Oui|Non|Ok|Bon|Alors|Enfin|Encore|Ah|Oh|Eh|Bah|Ben|Pardon|Sorry|Yes|No|Well),?[ \u00A0])NAME${EDGE}`,
);
/** "et le petit Côme" */
const LITTLE = rule(
  String.raw`(?<![\p{L}\p{N}])(?:(?:le petit|la petite|our little|little|le jeune|la jeune)[ \u00A0])NAME${EDGE}`,
);
/** "Basil and the team" */
const LED = rule(
  String.raw`(?<![\p{L}\p{N}’'-])NAME(?=[ \u00A0](?:et|and|&)[ \u00A0](?:(?:the|your|his|her|toute|son|sa|ses|votre|notre|vos|l[’'])[ \u00A0]?){0,2}(?:whole[ \u00A0])?(?:team|équipe|collègues|colleagues|crew)(?!\p{L}))`,
);
/** "J. Dupont-Mercier", "P. J. Ackroyd" */
const INITIAL_BEFORE = new RegExp(
  String.raw`(?<![\p{L}\p{N}.’'&-])(?<name>(?!M\.[ \u00A0])\p{Lu}\.[ \u00A0-]?(?:\p{Lu}\.[ \u00A0]?)?\p{Lu}\p{Ll}[\p{L}’'-]{1,30})(?![\p{L}\p{N}-])`,
  'gu',
);
const NO_SURNAME = new Set(
  'coli rex crew pellegrino oetker vogel samuel leclerc express bulgaricus casei plantarum pylori'.split(' '),
);
const BRACKETS = rule(String.raw`\(NAME(?=(?:[ \u00A0]\?|[ \u00A0]&[ \u00A0]\p{Lu}\p{L}+)?\))`);
const LISTED = rule(String.raw`(?<=(?<![\p{L}\p{N}])(?<known>\p{Lu}[\p{L}-]{1,30})${AND})NAME${EDGE}`);
/** "Guilherme est au top, et Rafaela aussi" */
const ALSO = rule(
  String.raw`(?<=(?<![\p{L}\p{N}])(?<known>\p{Lu}[\p{L}-]{1,30})[ \u00A0][^.!?\r\n]{1,60},?[ \u00A0](?:et|and|ainsi que|comme)[ \u00A0])NAME(?=[ \u00A0](?:aussi|également|too|as well)(?!\p{L}))`,
);
/** "merci à Sonia et yuli qui" */
const LISTED_SMALL = new RegExp(
  String.raw`(?<=(?<![\p{L}\p{N}])(?<known>\p{Lu}[\p{L}-]{1,30})[ \u00A0](?:et|and|&)[ \u00A0])(?<name>\p{Ll}[\p{L}-]{2,30})(?=[ \u00A0](?:qui|pour|who|for)[ \u00A0]|[ \u00A0]?(?:[.,!\r\n]|$))`,
  'gu',
);
const ROW = new RegExp(
  String.raw`(?<![\p{L}\p{N}’'-])\p{Lu}[\p{L}-]{1,30}(?:${AND}\p{Lu}[\p{L}-]{1,30}){2,5}(?![\p{L}\p{N}’'-]|[ \u00A0]\p{Lu})`,
  'gu',
);
const SPEAKER = rule(
  String.raw`(?<![\p{L}\p{N}])(?:${anyCase("i[’']m|this is|je suis|moi c[’']est|moi,? c[’']est|my name[’']s|vous êtes bien|c[’']est bien|is this|are you")})[ \u00A0]NAME(?=[ \u00A0]?[,.!?]|[ \u00A0](?:and|et)[ \u00A0](?:I|je|j[’'])|$)`,
);
/** Whoever is spoken to or named in small letters or in a text in capitals. */
const ANYWHERE = new RegExp(String.raw`${NO_LETTER}(?<name>${FIRST})(?![\p{L}\p{N}’'@-]|\.\p{L})`, 'gu');
const AFTER_CLOSING = new RegExp(
  String.raw`${NO_LETTER}(?:${anyCase("bisous?|bises|biz|merci d[’']avance|d[’']avance|bonne (?:journée|soirée|fin de journée)|belle (?:journée|soirée)|à bientôt|a bientot|amicalement|cordialement|cdlt|cdt|bien à vous|svp|stp|best|regards|cheers|thx")})[ \u00A0]?[,.!]?[ \u00A0\r\n]{1,3}(?<name>${FIRST})${END}`,
  'gu',
);
const KIN_SMALL = new RegExp(
  String.raw`${NO_LETTER}(?:${KIN}|${anyCase('(?:mon|ma|notre|votre|sa|son) (?:frere|soeur|pere|mere|belle[ -]soeur|beau[ -]frere|tante|oncle|pote|ex|filleule?|collegue|collègue|gendre|bru|maman|papa)')})[ \u00A0](?<name>${FIRST})(?![\p{L}\p{N}’'-])`,
  'gu',
);

/**
 * Names of persons wherever a text names them: those of the lists in any place that is no product's or shop's, others where a reply
 * ends, in brackets behind a trade, or where somebody says who he is.
 *
 * @example
 * namesMentioned('Désolés ! ^Chloé', { isGiven: () => false, mayBeGiven: () => false, isWord: () => false }).map(({ start, end }) => [start, end])
 * // → [[11, 16]]
 */
export function namesMentioned(text: string, { isGiven, mayBeGiven, isWord }: WordKnowledge): NameSpan[] {
  const firstOf = ({ start, end }: NameSpan): string =>
    /^[\p{L}-]+/u.exec(text.slice(start, end))?.[0].replace(/-$/, '') ?? '';
  const given = (span: NameSpan): boolean => isGiven(firstOf(span)) && !isWord(firstOf(span));
  const unknown = (span: NameSpan): boolean =>
    firstOf(span).length > 1 &&
    !/^\p{Lu}{2,4}$|-(?:moi|nous|vous|toi|les?|la)$/u.test(firstOf(span)) &&
    (isGiven(firstOf(span)) || (!isWord(firstOf(span)) && !NOT_NAMES.has(fold(firstOf(span)))));
  const likely = (span: NameSpan): boolean => mayBeGiven(firstOf(span)) && !isWord(firstOf(span));
  const small = [AFTER_CLOSING, KIN_SMALL].flatMap((pattern) => groupsOf(text, pattern));
  return [
    ...[SIGNED, SIGNED_BEHIND, STAFF].flatMap((pattern) => namesIn(text, pattern)).filter(unknown),
    ...namesIn(text, SPEAKER).filter(
      (span) =>
        given(span) ||
        (/\?/.test(text.slice(span.end, span.end + 2)) && mayBeGiven(firstOf(span))) ||
        (unknown(span) &&
          !INFLECTED.test(firstOf(span)) &&
          !/(?:ish|an|ese|ench|utch|elsh|ais|ois|ain|ien|and|ard)$/u.test(firstOf(span))),
    ),
    ...(REPLY.test(text) ? namesIn(text, LAST) : []).filter(
      (span) => unknown(span) && span.end - span.start > 3 && !INFLECTED.test(firstOf(span)),
    ),
    ...[LAST, DASHED, OWNED].flatMap((pattern) => namesIn(text, pattern)).filter(likely),
    ...[ELDERS, BRACKETS, EXCLAIMED]
      .flatMap((pattern) => namesIn(text, pattern))
      .filter((span) => given(span) || WORDS_TOO.has(firstOf(span).toLowerCase())),
    ...namesIn(text, LITTLE).filter((span) => mayBeGiven(firstOf(span))),
    ...namesIn(text, LED).filter(unknown),
    ...groupsOf(text, INITIAL_BEFORE).filter((span) => {
      const last = text.slice(span.start, span.end).match(/[\p{L}’'-]+$/u)?.[0] ?? '';
      return !isWord(last) && !NO_SURNAME.has(fold(last));
    }),
    ...[LISTED, ALSO, LISTED_SMALL].flatMap((pattern) =>
      matchesOf(text, pattern).flatMap(({ groups: { known = '', name = '' } = {}, index }) => {
        const span = { start: index, end: index + name.length };
        const named =
          mayBeGiven(firstOf(span)) ||
          (pattern === LISTED_SMALL && unknown(span) && !INFLECTED.test(name)) ||
          (pattern !== LISTED_SMALL && unknown(span) && !INFLECTED.test(name));
        return named && isGiven(known) ? [span] : [];
      }),
    ),
    ...[...text.matchAll(ANY_CASE)].flatMap(({ 0: whole, index, groups = {} }) => {
      const { name = '', first = '', second = '' } = groups;
      if (!isGiven(first)) return [];
      const start = index + whole.length - name.length;
      const last = second.split(/[ \u00A0]/).at(-1) ?? '';
      const surname = last !== '' && !isWord(last) && !NOT_NAMES.has(fold(last));
      return [{ start, end: start + (surname ? name : first).length }];
    }),
    ...groupsOf(text, SIGNED_INITIALS),
    ...groupsOf(text, GLUED).filter(given),
    ...namesInRows(text, { given, unknown }),
    ...[...small, ...groupsOf(text, ANYWHERE).filter((span) => isNamed(text, span))].filter(
      (span) =>
        span.end - span.start > 3 && given(span) && !SMALL_WORDS.has(fold(text.slice(span.start, span.end))),
    ),
  ];
}

/** "Tania, Hugo et Shan": where two of a row are first names, one that no list and no text knows is a third. */
function namesInRows(
  text: string,
  { given, unknown }: Readonly<Record<'given' | 'unknown', (span: NameSpan) => boolean>>,
): NameSpan[] {
  return [...text.matchAll(ROW)].flatMap(({ 0: row, index }) => {
    const names = [...row.matchAll(/\p{Lu}[\p{L}-]+/gu)].map(({ 0: name, index: at }) => ({
      start: index + at,
      end: index + at + name.length,
    }));
    const holds = names.filter(given).length > 1 && names.every((name) => given(name) || unknown(name));
    return holds ? names : [];
  });
}

/** "Mr Davis delsart", "heer Van den abbeele": with the surname in small letters that ends a clause. */
export function withSmallSurname(
  text: string,
  { start, end }: NameSpan,
  { isGiven, isWord }: WordKnowledge,
): NameSpan {
  const [whole = '', name = ''] =
    /^[ \u00A0](?:(?:de[nr]?|het)[ \u00A0])?(\p{Ll}[\p{L}’'-]{3,30})(?=[ \u00A0]?(?:[.,!\r\n]|$))/u.exec(
      text.slice(end, end + 40),
    ) ?? [];
  const holds =
    name !== '' &&
    !isWord(name) &&
    !NOT_NAMES.has(fold(name)) &&
    (isGiven(text.slice(start, end)) || /^v[ao]n$/iu.test(text.slice(start, end)) || !INFLECTED.test(name));
  return { start, end: holds ? end + whole.length : end };
}

/** No part of a name: "TANIA M’A RACCROCHÉ", "Mathilde/entrepôt", "Kate xxx". */
const BEHIND = /[ \u00A0](?:[LDJCNMST]|QU)[’'](?:A[IS]?|EST|ONT|AVAIT|EN|Y)$|\/.*$|[ \u00A0][Xx]{1,9}$/su;

/** In capitals a pattern takes what stands around a name: "THANK YOU JOANNE FOR YOUR HELP". */
export function withoutShouts(
  text: string,
  { start, end }: NameSpan,
  { mayBeGiven, isWord }: WordKnowledge,
): NameSpan {
  const name = text.slice(start, end).replace(BEHIND, '');
  const words = [...name.matchAll(/[^ \u00A0]+/g)];
  if (words.length < 3 || /\p{Ll}/u.test(name)) return { start, end: start + name.length };
  const holds = words.map(({ 0: word }) => mayBeGiven(word) || (!isWord(word) && !NOT_NAMES.has(fold(word))));
  const first = holds.indexOf(true),
    last = holds.indexOf(false, first);
  if (first < 0) return { start, end: start };
  const stop = words[last]?.index ?? name.length;
  return { start: start + (words[first]?.index ?? 0), end: start + name.slice(0, stop).trimEnd().length };
}

/** First names that small letters make another word, or a wine. */
const SMALL_WORDS = new Set(
  'jean marie olivier amaryllis camelia hortensia hyacinthe jacinthe octave pelage jasmine marina jules bob max noel clement auguste romain maya garance boniface peter mark frank jack donald tommy otto hadda margaux isis'.split(
    ' ',
  ),
);

/** No product's, shop's or saint's: what stands before the name. */
function isNamed(text: string, { start, end }: NameSpan): boolean {
  const name = text.slice(start, end);
  if (/^\p{Lu}\P{Lu}/u.test(name)) return false; // a capital is the other rules' business
  const before = text.slice(Math.max(0, start - 40), start);
  const word = fold(/([\p{L}]*[’']?)[ \u00A0,]*$/u.exec(before)?.[1] ?? '').replace('’', "'");
  return !SAINT.test(before) && (word === 'et' || !ARTICLES.has(word));
}

function groupsOf(text: string, pattern: RegExp): NameSpan[] {
  return matchesOf(text, pattern).map(({ 0: whole, index, groups = {} }) => {
    const { name = '' } = groups;
    const start = index + whole.lastIndexOf(name);
    return { start, end: start + name.length };
  });
}
