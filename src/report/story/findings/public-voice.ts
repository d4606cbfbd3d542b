import { fold } from '../../../util/fold.js';
import type { Words } from '../words.js';
import { maskedIn } from '../mask-words.js';
import { headlinesPassedOn } from './headlines.js';
import { LEAST_MESSAGES, publicComplaintFindings } from './public-complaints.js';
import { makeFinding } from '../make-finding.js';
import { saysSomething, shortened } from '../quotes.js';
import { cellOf, figureOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Figure, Finding } from '../story.js';

/** Share of reshares from which what is passed on is told before what is said. */
const PASSED_ON = 0.3;
/** A subject is told from this stability and so many messages on. */
const STABLE = 0.5;
const LEAST_OF_SUBJECT = 5;
const SUBJECTS = 3;
/** A name that begins or ends so is a piece of a sentence. */
const LINKS =
  'à|au|aux|avec|chez|comme|dans|de|depuis|derrière|des|devant|du|en|entre|par|pour|sans|sous|sur|vers|at|by|for|from|in|of|on|to|with';
const PIECE = new RegExp(
  `^(?:${LINKS}|issue?s?|\\p{L}+[ae]mment|vraiment|toujours|jamais|encore|déjà|très|trop)\\s|\\s(?:${LINKS})$`,
  'iu',
);
/** A word alone that names the place, the trade or nothing at all says of no shop what is talked about there. */
const GENERIC = new Set(
  'rayon magasin boutique enseigne produit article client cliente course courses achat service chose fois jour temps gens monde personne marque utilisation niveau truc question probleme souci point cas date store shop aisle shelf product item customer purchase brand thing people time day issue problem comment video'.split(
    ' ',
  ),
);
const isGeneric = (name: string): boolean => {
  const word = fold(name);
  return GENERIC.has(word) || GENERIC.has(word.replace(/s$/, ''));
};
/** A name stands in so great a part of its subject's texts; a word alone, which says less, in half. */
const SAYS_NAME = 1 / 3;
const WORD_SAYS_NAME = 1 / 2;

/** Words passed on rather than written: how many, and the text most copied. */
function reshareFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('reshareShare');
  const { words } = telling;
  const figure = figureOf(metric, words);
  const [row] = rowsOf(metric);
  if (metric === undefined || figure === null || row === undefined) return [];
  if (figure.n < LEAST_MESSAGES || figure.value < PASSED_ON) return [];
  const reshares = {
    ...cellOf(metric, row, 'reshares', [], words, { style: 'number' }),
    low: null,
    high: null,
  };
  const travelling = telling.metrics.get('travellingTexts');
  const most = rowsOf(travelling)[0];
  const copies =
    most === undefined || travelling === undefined
      ? null
      : {
          ...cellOf(travelling, most, 'copies', ['firstAt'], words, { style: 'number' }),
          low: null,
          high: null,
        };
  const text = textOf(most, 'text');
  return [
    makeFinding(telling, {
      id: 'reshares',
      metric,
      title: words.say(
        `Une campagne est relayée : ${words.number(reshares.value)} des ${words.number(figure.n)} messages publics reprennent le texte d’un autre`,
        `A campaign is passed on: ${words.number(reshares.value)} of the ${words.number(figure.n)} public messages reshare somebody else’s text`,
      ),
      text:
        copies === null
          ? ''
          : words.say(
              `Le texte le plus repris a ${words.number(copies.value)} copies. Les reprises ne comptent ni dans la tonalité, ni dans les motifs.`,
              `The text most passed on has ${words.number(copies.value)} copies. Reshares count neither in the tone nor in the drivers.`,
            ),
      figures: [figure, reshares, ...(copies === null ? [] : [copies])],
      quotes:
        copies === null || !saysSomething(text)
          ? []
          : [
              {
                text: shortened(maskedIn(text.replace(/^RT\s+@?[^\s:]+:\s*/, ''), words.language)),
                source: words.say(
                  `${words.number(copies.value)} copies`,
                  `${words.number(copies.value)} copies`,
                ),
              },
            ],
      size: figure.value,
      novelty: 0.9,
      stage: 'public',
    }),
  ];
}

/** Subjects that are stable and whose name is what their texts say, the largest first. */
export const namedSubjects = ({ metrics }: Telling): Row[] =>
  rowsOf(metrics.get('topicShares')).filter(
    (row) =>
      numberOf(row, 'stability') >= STABLE &&
      numberOf(row, 'n') >= LEAST_OF_SUBJECT &&
      numberOf(row, 'nameShare') >= (textOf(row, 'name').includes(' ') ? SAYS_NAME : WORD_SAYS_NAME) &&
      !textOf(row, 'name').includes(',') &&
      !PIECE.test(textOf(row, 'name')) &&
      !isGeneric(textOf(row, 'name')),
  );

/** « Les messages citent notamment « sucre » (2,9 %) et « opercule » (1,0 %) »: of those that are named, as others may be more frequent. */
function leading(
  told: readonly (readonly [name: string, share: string])[],
  relayed: boolean,
  words: Words,
): string {
  const of = words.list(
    told.map(([name, share]) => words.say(`« ${name} » (${share})`, `“${name}” (${share})`)),
  );
  return relayed
    ? words.say(
        `Les messages, surtout des titres relayés, citent notamment ${of}`,
        `Messages, mostly headlines passed on, speak among other things of ${of}`,
      )
    : words.say(`Les messages citent notamment ${of}`, `Messages speak among other things of ${of}`);
}

/** What is talked about, where some subjects can be named. */
function subjectFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('topicShares');
  const { words } = telling;
  if (metric === undefined || metric.notMeasured !== undefined) return [];
  const rows = namedSubjects(telling);
  const [first] = rows;
  if (first === undefined || rows.length < 2) return [];
  // Far behind the first, a subject is not spoken of « first ».
  const named = rows
    .filter((row) => numberOf(row, 'share') >= numberOf(first, 'share') / 3)
    .slice(0, SUBJECTS);
  const nameOf = (row: Row): string => words.say(textOf(row, 'name'), textOf(row, 'name'));
  const told = rows.reduce((sum, row) => sum + numberOf(row, 'n'), 0);
  const relayed = headlinesPassedOn(telling) !== null;
  const shares = named.map((row) =>
    cellOf(metric, row, 'share', ['topic'], words, {
      style: 'share',
      low: 'shareLow',
      high: 'shareHigh',
      n: 'none',
    }),
  );
  const [share, ...others] = shares as [Figure, ...Figure[]];
  const printed = (figure: Figure): string => words.value(figure.value, 'share');
  return [
    makeFinding(telling, {
      id: 'subjects',
      metric,
      title: leading(
        named.map((row, at) => [nameOf(row), printed(shares[at] ?? share)] as const),
        relayed,
        words,
      ),
      text: words.say(
        `${words.number(told)} messages sur ${words.number(metric.n)} tiennent dans un de ces sujets ; les autres sont trop divers pour qu’un nom leur aille.`,
        `${words.number(told)} of ${words.number(metric.n)} messages are about one of these subjects; the others are too diverse for a name to fit.`,
      ),
      figures: [share, ...others],
      evidence: `${words.say(`« ${nameOf(first)} » : ${printed(share)}, `, `“${nameOf(first)}”: ${printed(share)}, `)}${words.evidence(share)}`,
      chart: barsChart(
        words.say('Part des messages, par sujet', 'Share of messages, by subject'),
        words.say(
          'sujets trouvés dans les mots des clients, assez stables pour être nommés ; intervalles à 95 %',
          'subjects found in customers’ words, stable enough to be named; 95% intervals',
        ),
        'share',
        rows.map((row) =>
          markOf(row, nameOf(row), { value: 'share', low: 'shareLow', high: 'shareHigh' }, 'share', words, {
            strong: named.includes(row),
          }),
        ),
      ),
      size: Math.max(0.3, share.value),
      novelty: 0.6,
      stage: 'public',
    }),
  ];
}

/** What the public passes on, complains of and talks about. */
export const publicVoiceFindings = (telling: Telling): Finding[] => [
  ...reshareFinding(telling),
  ...publicComplaintFindings(telling),
  ...subjectFinding(telling),
];
