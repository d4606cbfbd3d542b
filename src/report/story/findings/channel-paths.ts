import { makeFinding } from '../make-finding.js';
import { figureOf, numberOf, rowsOf, textOf, type Telling } from '../reading.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Finding } from '../story.js';

/** A path is told from so many cases on, out of a channel where so many began. */
const LEAST_MOVED = 3;
const LEAST_OPENED = 20;

/** Where cases that change channel begin and go on. */
export function channelPathFindings(telling: Telling): Finding[] {
  const metric = telling.metrics.get('channelPaths');
  const { words } = telling;
  const figure = figureOf(metric, words);
  if (metric === undefined || figure === null) return [];
  const paths = rowsOf(metric).filter(
    (row) =>
      textOf(row, 'next') !== '' && numberOf(row, 'n') >= LEAST_MOVED && numberOf(row, 'of') >= LEAST_OPENED,
  );
  const [first, second] = paths.toSorted((a, b) => numberOf(b, 'share') - numberOf(a, 'share'));
  if (first === undefined || second === undefined) return [];
  const name = (code: string): string => words.channel(textOf(first, code));
  // A path is named where its share is beyond what that of the next may be.
  const clear = numberOf(first, 'low') > numberOf(second, 'high');
  const from = clear
    ? words.say(
        `, surtout de « ${name('first')} » à « ${name('next')} »`,
        `, above all from “${name('first')}” to “${name('next')}”`,
      )
    : '';
  const share = words.value(figure.value, 'share');
  return [
    makeFinding(telling, {
      id: 'paths',
      metric,
      title: words.say(
        `On voit ${share} des dossiers changer de canal (un plancher)${from}`,
        `${share} of cases are seen to change channel (a floor)${from}`,
      ),
      figures: [figure],
      chart: barsChart(
        words.say('Où les dossiers se poursuivent', 'Where cases go on'),
        words.say(
          'part des dossiers ouverts dans le premier canal ; intervalles à 95 %',
          'share of the cases opened in the first channel; 95% intervals',
        ),
        'share',
        paths
          .toSorted((a, b) => numberOf(b, 'share') - numberOf(a, 'share'))
          .map((row) =>
            markOf(
              row,
              `${words.channel(textOf(row, 'first'))} → ${words.channel(textOf(row, 'next'))}`,
              { value: 'share', n: 'of' },
              'share',
              words,
              { strong: clear && row === first },
            ),
          ),
      ),
      stages: ['private', 'public'],
      size: 0.15,
      novelty: 0.5,
      stage: 'private',
    }),
  ];
}
