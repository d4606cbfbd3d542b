import { makeFinding } from '../make-finding.js';
import { figureOf, numberOf, numberOrNull, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Finding } from '../story.js';
import type { Words } from '../words.js';
import { isVague } from './spill-floor.js';

/** A share is told from so many complaints on, and so many that nobody identified. */
const NAMED_FROM = 20;
const LEAST_LOST = 3;

/** How the complaints that nobody identified were taken: filed as something else, or left by all. */
function takenAs(total: Row, words: Words): string {
  const [otherwise, nothing] = [numberOf(total, 'otherwise'), numberOf(total, 'nothing')];
  const parts = [
    ...(otherwise > 0
      ? [
          words.count(
            otherwise,
            ['rangée sous autre chose par l’outil', 'rangées sous autre chose par l’outil'],
            ['filed as something else by the tool', 'filed as something else by the tool'],
          ),
        ]
      : []),
    ...(nothing > 0
      ? [
          words.count(
            nothing,
            [
              'sans étiquette, réponse humaine ni résolution',
              'sans étiquette, réponse humaine ni résolution',
            ],
            ['without a tag, a human reply or a resolution', 'without a tag, a human reply or a resolution'],
          ),
        ]
      : []),
  ];
  return `${parts.join(words.say(' ; ', '; '))}.`;
}

/** Whether they spill more than the others: told where the interval of the difference says so, else that nothing does. */
function spillText(total: Row, words: Words): string {
  const [lost, known] = [numberOrNull(total, 'spillUnidentified'), numberOrNull(total, 'spillIdentified')],
    [low, high] = [numberOrNull(total, 'seenDifferenceLow'), numberOrNull(total, 'seenDifferenceHigh')];
  if (lost === null || known === null || low === null || high === null) return '';
  const [first, second] = [words.value(lost, 'share'), words.value(known, 'share')];
  if (low <= 0 && high >= 0)
    return words.say(
      ` Rien n’établit qu’elles débordent plus ou moins que les autres (${first} contre ${second}).`,
      ` Nothing establishes that they overflow more or less than the others (${first} against ${second}).`,
    );
  const [fr, en] = low > 0 ? ['plus', 'more'] : ['moins', 'less'];
  return words.say(
    ` Elles débordent ${fr} que les autres : ${first} contre ${second}.`,
    ` They overflow ${en} than the others: ${first} against ${second}.`,
  );
}

/** Complaints that nobody identified: the first cause of an overflow, and what no tool counts. */
export function unidentifiedFindings(telling: Telling): Finding[] {
  const metric = telling.metrics.get('unidentifiedComplaints');
  const { words } = telling;
  const figure = figureOf(metric, words);
  const total = metric && rowsOf(metric).find((row) => row['by'] === 'total');
  if (metric === undefined || figure === null || total === undefined) return [];
  const lost = numberOf(total, 'unidentified');
  if (figure.n < NAMED_FROM || lost < LEAST_LOST) return [];
  const channels = rowsOf(metric)
    .filter(
      (row) =>
        row['by'] === 'channel' && numberOf(row, 'n') >= NAMED_FROM && numberOrNull(row, 'share') !== null,
    )
    .toSorted((a, b) => numberOf(b, 'share') - numberOf(a, 'share'));
  const otherwise = numberOf(total, 'otherwise');
  const share = words.value(figure.value, 'share');
  const [low, high] = [figure.low ?? figure.value, figure.high ?? figure.value],
    [from, to] = [words.value(low, 'share'), words.value(high, 'share')];
  return [
    makeFinding(telling, {
      id: 'unidentified',
      metric,
      title: isVague(low, high)
        ? words.say(
            `Entre ${from} et ${to} des plaintes privées n’ont été identifiées par personne`,
            `Between ${from} and ${to} of private complaints were identified by nobody`,
          )
        : words.say(
            `Personne n’a identifié ${words.number(lost)} plaintes privées sur ${words.number(figure.n)} (${share})`,
            `Nobody identified ${words.number(lost)} of ${words.number(figure.n)} private complaints (${share})`,
          ),
      text: takenAs(total, words) + spillText(total, words),
      figures: [figure],
      chart: barsChart(
        words.say(
          'Plaintes privées que personne n’a identifiées, par canal',
          'Private complaints that nobody identified, by channel',
        ),
        words.say('intervalles à 95 %', '95% intervals'),
        'share',
        channels.map((row) =>
          markOf(row, words.channel(textOf(row, 'channel')), { value: 'share' }, 'share', words),
        ),
      ),
      action:
        otherwise >= LEAST_LOST
          ? {
              stake: otherwise / figure.n,
              figures: [figure],
              text: words.say(
                `Revoir l’étiquetage : ${words.number(otherwise)} plaintes privées sont rangées sous autre chose.`,
                `Review the tags: ${words.number(otherwise)} private complaints are filed as something else.`,
              ),
            }
          : null,
      stages: ['private'],
      size: figure.value,
      novelty: 0.7,
      stage: 'private',
    }),
  ];
}
