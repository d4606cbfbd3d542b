import { saysTheSame } from '../../../util/content-words.js';
import { makeFinding } from '../make-finding.js';
import { quoteOf, saysSomething } from '../quotes.js';
import { rumourFinding } from './rumour.js';
import { dateOf, figureOf, listOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Finding } from '../story.js';

/** In fewer days no calm tells a crisis from what is usual: nothing can be said to be outside of one. */
const LEAST_DAYS = 14;
/** A movement's texts are not promoted from so long before its start to so long after its end. */
const MARGIN = 3 * 86_400_000;

/** Fewer are told as a number, not as a share. */
const FEW = 10;

/** Messages flagged for moderation: told, but under 5 % no priority. */
function harmFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('harmShares');
  const { words } = telling;
  const figure = figureOf(metric, words);
  if (metric === undefined || figure === null || figure.value === 0) return [];
  const rows = rowsOf(metric).filter((row) => numberOf(row, 'messages') > 0);
  const [most, next] = rows;
  // Named where it leads, be it by one message.
  const leads = numberOf(most, 'messages') > (next === undefined ? 0 : numberOf(next, 'messages'));
  const kind = words.inside('harm', textOf(most, 'harm'));
  const flagged = Math.round(figure.value * figure.n);
  const alone = leads && numberOf(most, 'messages') >= flagged;
  const first = !leads
    ? ''
    : alone
      ? words.say(` pour « ${kind} »`, ` for “${kind}”`)
      : words.say(`, d’abord pour « ${kind} »`, `, first for “${kind}”`);
  const all = words.number(figure.n);
  const share = words.value(figure.value, 'share');
  const count = words.number(flagged);
  return [
    makeFinding(telling, {
      id: 'moderation',
      metric,
      title:
        flagged < FEW
          ? words.say(
              `${count} ${flagged < 2 ? 'message public' : 'messages publics'} sur ${all} ${flagged < 2 ? 'est signalé' : 'sont signalés'} à la modération${first}`,
              `${count} of ${all} public messages ${flagged < 2 ? 'is' : 'are'} flagged for moderation${first}`,
            )
          : words.say(
              `${share} des messages publics sont signalés à la modération${first}`,
              `${share} of public messages are flagged for moderation${first}`,
            ),
      text: words.say(
        'Un signalement invite à lire ; ce n’est pas un verdict, et certains sont des fausses alertes.',
        'A flag is an invitation to read, not a verdict; some are false alarms.',
      ),
      figures: [figure],
      chart: barsChart(
        words.say('Messages à modérer, par nature', 'Messages to moderate, by kind'),
        words.say(
          'part des messages publics ; intervalles à 95 %',
          'share of public messages; 95% intervals',
        ),
        'share',
        rows.map((row) =>
          markOf(row, words.label('harm', textOf(row, 'harm')), { value: 'share' }, 'share', words),
        ),
      ),
      action: {
        // As many as are sure: two of twenty are no priority.
        stake: figure.low ?? figure.value,
        figures: [figure],
        text:
          flagged < 2
            ? words.say(
                `Relire le message public signalé${first}.`,
                `Review the public message flagged${first}.`,
              )
            : words.say(
                `Relire les ${flagged < FEW ? `${count} ` : ''}messages publics signalés${alone ? first : ''} : ${share} des ${all}${alone ? '' : first}.`,
                `Review the ${flagged < FEW ? `${count} ` : ''}public messages flagged${alone ? first : ''}: ${share} of the ${all}${alone ? '' : first}.`,
              ),
      },
      size: figure.value,
      stage: 'public',
    }),
  ];
}

/** Whether a message belongs to a movement: its driver, at its time. */
function inMovement(row: Row, sheets: readonly Row[]): boolean {
  const at = dateOf(row, 'sentAt')?.getTime() ?? Number.NaN;
  return sheets.some(
    (sheet) =>
      at >= (dateOf(sheet, 'start')?.getTime() ?? Number.POSITIVE_INFINITY) - MARGIN &&
      at <= (dateOf(sheet, 'end')?.getTime() ?? Number.NEGATIVE_INFINITY) + MARGIN,
  );
}

/** Words by which a customer tells of an accident, or asks whether a product may be eaten: the service answers first. */
const ACCIDENT =
  /consomm|mang|avaler|malade|intoxi|danger|bless|toxi|allerg|urgence|\beat|\bsick|swallow|unsafe|hurt|injur|poison/i;

/** Texts that the community team may put forward: ideas, questions, corrections; never an accident nor a text of a crisis. */
export function promotable(telling: Telling): Row[] {
  const sheets = rowsOf(telling.metrics.get('crisisSheets'));
  return rowsOf(telling.metrics.get('contributionsToPromote')).filter(
    (row) =>
      textOf(row, 'driver') !== 'safety' &&
      row['sentiment'] !== 'negative' &&
      !ACCIDENT.test(textOf(row, 'text')) &&
      saysSomething(textOf(row, 'text')) &&
      listOf(row, 'contributions').some(
        (one) =>
          one === 'idea' ||
          one === 'question' ||
          one === 'correction' ||
          (one === 'experience' && row['sentiment'] === 'positive'),
      ) &&
      !inMovement(row, sheets),
  );
}

function contributionFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('contributionsToPromote');
  const { words } = telling;
  const figure = figureOf(metric, words);
  const days = rowsOf(telling.metrics.get('crisisTimeline')).filter((row) => row['sheetId'] === null);
  if (days.length < LEAST_DAYS) return [];
  const rows = promotable(telling)
    .filter(
      (row, at, all) =>
        !all.slice(0, at).some((one) => saysTheSame(textOf(one, 'text'), textOf(row, 'text'))),
    )
    .slice(0, 3);
  const [first] = rows;
  if (metric === undefined || figure === null || first === undefined) return [];
  const firsts = rows.flatMap((row) => listOf(row, 'contributions').slice(0, 1));
  const kinds = words.list(
    [...new Set(firsts)].map((one) => {
      const alone = firsts.filter((other) => other === one).length === 1;
      const kind = words.inside('contribution', one);
      return alone || (words.language === 'en' && one === 'evidence') ? kind : kind.replace(/(?= |$)/g, 's');
    }),
  );
  return [
    makeFinding(telling, {
      id: 'contributions',
      metric,
      title: words.say(
        `${words.count(rows.length, ['message utile', 'messages utiles'], ['', ''])} ${rows.length < 2 ? 'd’un client' : 'de clients'} (${kinds}), parmi ${words.number(figure.n)} contributions, à soumettre à l’équipe communauté`,
        `${words.count(rows.length, ['', ''], ['useful message', 'useful messages'])} of ${rows.length < 2 ? 'a customer' : 'customers'} (${kinds}), among ${words.number(figure.n)} contributions, to put to the community team`,
      ),
      text: words.say(
        'Choix de textes utiles, hors accidents et hors crises ; l’équipe communauté décide et demande l’accord de l’auteur.',
        'Useful texts, accidents and crises left out; the community team decides and asks the author first.',
      ),
      figures: [figure],
      quotes: rows.map((row) => quoteOf(row, telling)),
      size: 0.15,
      novelty: 0.4,
      stage: 'public',
    }),
  ];
}

/** What the community team handles: moderation, rumours, contributions. */
export const communityFindings = (telling: Telling): Finding[] => [
  ...rumourFinding(telling),
  ...harmFinding(telling),
  ...contributionFinding(telling),
];
