import type { Manifest } from '../../model/index.js';
import { localDay } from '../../util/zones.js';
import { spanLines } from './span-lines.js';
import { LEAST_CLASSIFIED, numberOf, rowsOf, textOf, type MetricSet, type Telling } from './reading.js';

const DAY = 86_400_000;
/** In fewer days no calm is known that a movement could stand out of. */
const LEAST_DAYS = 14;

/** Metrics that need a private message: without any, nothing of them is said. */
export const OF_PRIVATE = new Set(
  (
    'observationWindows unidentifiedComplaints spillRate timeToSpill answerEffect avoidableSpills ' +
    'multiStateFunnel deversoirMatrix icebergRatio reservoir reservoirOverTime reservoirCheck ' +
    'funnelCounts funnelFlows caseTimeline caseCounts waitingCases graveCases'
  ).split(' '),
);

/** Metrics of what a user may add or leave out, or of what may not happen: without it they lack no data. */
const OPTIONAL = new Set(['sectorFigures', 'valueAtStake', 'productTruth', 'crisisAround', 'graveCases']);

/** Which stages the exports hold. */
export function stagesOf(metrics: MetricSet): Record<'private' | 'public' | 'press', boolean> {
  const rows = rowsOf(metrics.get('volumeByChannel'));
  const has = (stage: string): boolean =>
    rows.some((row) => row['stage'] === stage && numberOf(row, 'n') > 0);
  return { private: has('private'), public: has('public'), press: has('press') };
}

/** What a few days can't show of a movement, or what the whole corpus says of them. */
function movementLines({ metrics, words, zone }: Telling, { firstAt, lastAt }: Manifest): string[] {
  if (firstAt === null || lastAt === null) return [];
  const [first, last] = [firstAt, lastAt].map((at) => Date.parse(localDay(Date.parse(at), zone)));
  const days = Math.round(((last ?? 0) - (first ?? 0)) / DAY) + 1;
  if (days >= LEAST_DAYS) return [];
  const around = metrics.get('crisisAround');
  if (around !== undefined && around.value !== null)
    return around.value > 0
      ? []
      : [
          words.say(
            'Aucun mouvement vu sur tout le corpus ne déborde de cette période.',
            'No movement seen over the whole corpus goes beyond this period.',
          ),
        ];
  const span = words.count(days, ['jour', 'jours'], ['day', 'days']);
  return [
    words.say(
      `Les exports couvrent ${span} : sans les jours d’avant, rien ne dit si un mouvement était déjà en cours, ni ce qui est habituel.`,
      `The exports cover ${span}: without the days before, nothing tells whether a movement was under way already, nor what is usual.`,
    ),
  ];
}

/** From so many messages, and such a share, in languages that are not read, the reader is told. */
const LEAST_UNREAD = 10,
  UNREAD_SHARE = 0.05;
const NAMED_LANGUAGES = 2;

/** What is in languages that no model reads: neither its tone nor its drivers are counted. */
function unreadLines({ metrics, words }: Telling): string[] {
  const row = rowsOf(metrics.get('completeness')).find((one) => one['check'] === 'noSentiment');
  const [unread, share] = [numberOf(row, 'messages'), numberOf(row, 'share')];
  if (!(unread >= LEAST_UNREAD && share >= UNREAD_SHARE)) return [];
  const named = rowsOf(metrics.get('messageLanguages'))
    .map((one) => textOf(one, 'language'))
    .filter((code) => !/^(?:fr|en|und|)$/.test(code))
    .slice(0, NAMED_LANGUAGES)
    .map((code) => (words.language === 'fr' ? words.inside : words.label)('language', code));
  const which = named.length === 0 ? '' : ` (${words.list(named)})`;
  return [
    words.say(
      `${words.number(unread)} messages sur ${words.number(numberOf(row, 'n'))} (${words.value(share, 'share')}) sont dans une langue qui n’est pas lue${which} : ni leur tonalité ni leurs motifs ne comptent.`,
      `${words.number(unread)} of ${words.number(numberOf(row, 'n'))} messages (${words.value(share, 'share')}) are in a language that is not read${which}: neither their tone nor their drivers count.`,
    ),
  ];
}

/** Two exports of the same texts: what stands on both counts them twice. */
function twinLines({ metrics, words }: Telling): string[] {
  const row = rowsOf(metrics.get('doubtReasons')).find((one) => one['reason'] === 'same-texts');
  const files = numberOf(row, 'files');
  if (!(files > 0)) return [];
  return [
    words.say(
      `${files === 1 ? 'Un fichier reprend' : words.count(files, ['', 'fichiers reprennent'], ['', ''])} les textes d’un autre : ces messages comptent peut-être deux fois (qualité des données).`,
      `${words.count(files, ['', ''], ['file repeats', 'files repeat'])} the texts of another: these messages may count twice (quality of the data).`,
    ),
  ];
}

/** Copies under a post that is not there: reshares or not, volumes hold to so many. */
function absentLines({ metrics, words }: Telling): string[] {
  const row = rowsOf(metrics.get('doubtReasons')).find((one) => one['reason'] === 'absent-post');
  const copies = numberOf(row, 'messages');
  if (!(copies > 0)) return [];
  return [
    words.say(
      `${words.count(copies, ['message répète', 'messages répètent'], ['', ''])} ce que d’autres disent sous un message absent des exports : partages ou textes de leurs auteurs, rien ne le dit avec certitude, et les nombres de messages publics sont exacts à ${words.number(copies)} près.`,
      `${words.count(copies, ['', ''], ['message repeats', 'messages repeat'])} what others say under a post that is not in the exports: reshares or own words, nothing tells for sure, and numbers of public messages hold to ${words.number(copies)}.`,
    ),
  ];
}

/** Private messages set apart as none of customers: read by their words and signs, so a few may be wrong either way. */
function businessLines({ metrics, words }: Telling): string[] {
  const row = rowsOf(metrics.get('doubtReasons')).find((one) => one['reason'] === 'no-customer');
  const apart = numberOf(row, 'messages');
  if (!(apart > 0)) return [];
  const told = words.count(
    apart,
    [
      'message privé n’est pas d’un client, d’après ses',
      'messages privés ne sont pas de clients, d’après leurs',
    ],
    [
      'private message is not from a customer, judging by its',
      'private messages are not from customers, judging by their',
    ],
  );
  const one = apart < 2;
  return [
    words.say(
      `${told} mots ou ${one ? 'son' : 'leur'} envoi (fournisseurs, candidatures, démarchage, lettres d’information) : mis à part, ${one ? 'il ne compte' : 'ils ne comptent'} dans aucune mesure ; d’autres ont pu ne pas être reconnus.`,
      `${told} words or how ${one ? 'it was' : 'they were'} sent (suppliers, applicants, offers of services, newsletters): set apart, ${one ? 'it counts' : 'they count'} in no measure; others may not have been recognised.`,
    ),
  ];
}

/** What has too little data, a line each: what the exports lack, what could not be measured. */
export function linesOf(
  telling: Telling,
  stages: Record<'private' | 'public' | 'press', boolean>,
  manifest: Manifest,
): string[] {
  const { totals } = manifest;
  const { words } = telling;
  const metrics = [...telling.metrics.values()];
  if (totals.kept === 0)
    return [
      words.say(
        'Aucun message n’a pu être conservé : voir la qualité des données.',
        'No message could be kept: see the quality of the data.',
      ),
    ];
  const tone = metrics.find(({ name }) => name === 'netSentimentScore');
  const few =
    tone !== undefined && tone.value !== null && tone.n < LEAST_CLASSIFIED
      ? [
          words.say(
            `${words.count(tone.n, ['message de client', 'messages de clients'], ['', ''])} : trop peu pour parler de tonalité.`,
            `${words.count(tone.n, ['', ''], ['customer message', 'customer messages'])}: too few to speak of a tone.`,
          ),
        ]
      : [];
  const missing = metrics.filter(
    ({ notMeasured, name }) => notMeasured !== undefined && !OPTIONAL.has(name) && !OF_PRIVATE.has(name),
  ).length;
  return [
    ...(stages.private
      ? []
      : [
          words.say(
            'Les exports n’ont aucun message privé : le passage du privé au public n’est pas mesurable.',
            'The exports hold no private message: the passage from private to public can’t be measured.',
          ),
        ]),
    ...(stages.public
      ? []
      : [
          words.say(
            'Les exports n’ont aucun message public : on ne voit ni débordement, ni crise.',
            'The exports hold no public message: neither overflow nor crisis can be seen.',
          ),
        ]),
    ...few,
    ...twinLines(telling),
    ...absentLines(telling),
    ...businessLines(telling),
    ...spanLines(telling, manifest),
    ...unreadLines(telling),
    ...(stages.public ? movementLines(telling, manifest) : []),
    ...(missing === 0
      ? []
      : [
          words.say(
            `${words.count(missing, ['mesure manque', 'mesures manquent'], ['', ''])} de données : les raisons sont en annexe.`,
            `${words.count(missing, ['', ''], ['measure lacks', 'measures lack'])} data: the reasons are in the annex.`,
          ),
        ]),
  ];
}
