import { makeFinding } from '../make-finding.js';
import { cellOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { inWords, markOf } from '../story-charts.js';
import type { Finding, Mark } from '../story.js';

/** Drivers that cost more than an even share and are seen to overflow more than all cases together: those to treat at the root. */
export function priorityFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('driverEffort');
  const { words } = telling;
  if (metric === undefined || metric.notMeasured !== undefined) return [];
  const rows = rowsOf(metric).filter((row) => textOf(row, 'driver') !== '' && textOf(row, 'priority') !== '');
  const root = rows
    .filter((row) => row['priority'] === 'root')
    .toSorted(
      (a, b) =>
        Number(b['sure']) - Number(a['sure']) || numberOf(b, 'effortShare') - numberOf(a, 'effortShare'),
    );
  const [first] = root;
  if (first === undefined || rows.length < 3) return [];
  const label = (row: Row): string => words.label('driver', textOf(row, 'driver'));
  const effort = cellOf(metric, first, 'effortShare', ['driver'], words, {
    style: 'share',
    low: 'none',
    high: 'none',
  });
  const rate = cellOf(metric, first, 'rate', ['driver'], words, { style: 'share' });
  const [costs, spills] = [words.value(effort.value, 'share'), words.value(rate.value, 'share')];
  const others = words.list(
    root
      .slice(1)
      .filter((row) => row['sure'] === true)
      .map((row) => words.say(`« ${label(row)} »`, `“${label(row)}”`)),
  );
  const title = words.say(
    'Ce qu’un motif coûte, ce qui en déborde',
    'What a driver costs and what it spills',
  );
  const marks = rows.map((row): Mark => {
    const mark = markOf(row, label(row), { value: 'rate' }, 'share', words, {
      strong: row['priority'] === 'root',
      facet: { driver: textOf(row, 'driver') },
    });
    const cost = words.value(numberOf(row, 'effortShare'), 'share');
    return {
      ...mark,
      across: numberOf(row, 'effortShare'),
      detail: words.say(`${mark.detail} ; effort : ${cost}`, `${mark.detail}; effort: ${cost}`),
    };
  });
  return [
    makeFinding(telling, {
      id: 'priorities',
      metric,
      title: words.say(
        `« ${label(first)} » occupe ${costs} des échanges privés, et l’on voit déborder ${spills} de ses plaintes`,
        `“${label(first)}” takes ${costs} of private exchanges, and ${spills} of its complaints are seen to overflow`,
      ),
      text:
        first['sure'] !== true
          ? words.say(
              'Cette part ne se distingue pas sûrement de celle des autres motifs.',
              'That share does not surely differ from that of other drivers.',
            )
          : others === ''
            ? ''
            : words.say(
                `Au-dessus de la moyenne sur les deux plans aussi : ${others}.`,
                `Above average on both counts too: ${others}.`,
              ),
      figures: [rate, effort],
      chart: {
        kind: 'quadrant',
        title,
        subtitle: words.say(
          'à droite : part des échanges privés ; en haut : part vue déborder ; pointillés : moyennes',
          'to the right: share of private exchanges; up: share seen to overflow; dashes: means',
        ),
        axes: [
          words.say('Part des échanges privés', 'Share of private exchanges'),
          words.say('Part des plaintes vues déborder', 'Share of complaints seen to overflow'),
        ],
        style: 'share',
        series: [{ name: '', marks }],
        events: [],
        alt: inWords(title, marks),
      },
      drivers: root.map((row) => textOf(row, 'driver')),
      stages: ['private', 'public'],
      size: Math.min(1, effort.value * 2),
      novelty: 0.6,
      stage: 'public',
    }),
  ];
}
