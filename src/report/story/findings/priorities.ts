import { isVague, spillToldOf } from './spill-floor.js';
import { makeFinding } from '../make-finding.js';
import { cellOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { inWords, markOf } from '../story-charts.js';
import type { Finding, Mark } from '../story.js';

const ranked = (telling: Telling): Row[] =>
  rowsOf(telling.metrics.get('driverEffort')).filter(
    (row) => textOf(row, 'driver') !== '' && textOf(row, 'priority') !== '',
  );

/** Drivers to treat at the root: those that surely overflow more than the others first, then those with most overflows. */
export const rootDrivers = (telling: Telling): Row[] =>
  ranked(telling)
    .filter((row) => row['priority'] === 'root')
    .toSorted(
      (a, b) => Number(b['sure']) - Number(a['sure']) || numberOf(b, 'spills') - numberOf(a, 'spills'),
    );

/** Drivers that cost more than an even share and overflow more than all cases together: those to treat at the root. */
export function priorityFinding(telling: Telling): Finding[] {
  const metric = telling.metrics.get('driverEffort');
  const { words } = telling;
  if (metric === undefined || metric.notMeasured !== undefined) return [];
  const [rows, root] = [ranked(telling), rootDrivers(telling)];
  const [first] = root;
  if (first === undefined || rows.length < 3) return [];
  const label = (row: Row): string => words.label('driver', textOf(row, 'driver'));
  const effort = cellOf(metric, first, 'effortShare', ['driver'], words, {
    style: 'share',
    low: 'effortLow',
    high: 'effortHigh',
  });
  const whole = spillToldOf(telling),
    seen = whole?.floor !== undefined;
  // Where only a floor is told of the whole, it is of each driver.
  const spill = telling.metrics.get('spillRate');
  const seenOf = (row: Row): Row =>
    rowsOf(spill).find((one) => one['by'] === 'driver' && one['driver'] === row['driver']) ?? {};
  const floor = { value: 'seen', low: 'seenLow', high: 'seenHigh' };
  const sure = first['sure'] === true;
  // A title without the driver: what is counted names it.
  const style = {
    style: 'share' as const,
    ...(!sure && {
      denominator: words.say(
        `plaintes privées du motif « ${label(first)} »`,
        `private complaints about “${label(first)}”`,
      ),
    }),
  };
  const rate =
    seen && spill !== undefined
      ? cellOf(spill, seenOf(first), 'seen', ['by', 'driver'], words, { ...style, ...floor })
      : cellOf(metric, first, 'rate', ['driver'], words, style);
  const [fewest, largest] = [effort.low ?? effort.value, effort.high ?? effort.value].map((bound) =>
    words.value(bound, 'share'),
  );
  const costs = isVague(effort.low ?? effort.value, effort.high ?? effort.value)
    ? words.say(`entre ${fewest} et ${largest}`, `between ${fewest} and ${largest}`)
    : words.value(effort.value, 'share');
  const [least, most] = [rate.low ?? rate.value, rate.high ?? rate.value];
  const [low, high] = [words.value(least, 'share'), words.value(most, 'share')];
  const share = words.value(rate.value, 'share');
  const spills =
    !seen && isVague(least, most)
      ? [`entre ${low} et ${high}`, `between ${low} and ${high}`]
      : [share, share];
  const others = words.list(
    root
      .slice(1)
      .filter((row) => row['sure'] === true)
      .map((row) => words.say(`« ${label(row)} »`, `“${label(row)}”`)),
  );
  const named = rowsOf(metric).filter((row) => textOf(row, 'driver') !== '').length;
  const title = words.say(
    'Ce qu’un motif coûte, ce qui en déborde',
    'What a driver costs and what it spills',
  );
  const marks = rows.map((row): Mark => {
    const mark = markOf(
      seen ? seenOf(row) : row,
      label(row),
      seen ? floor : { value: 'rate' },
      'share',
      words,
      {
        strong: row['priority'] === 'root' && row['sure'] === true,
        facet: { driver: textOf(row, 'driver') },
      },
    );
    const cost = words.value(numberOf(row, 'effortShare'), 'share');
    return {
      ...mark,
      across: numberOf(row, 'effortShare'),
      detail: words.say(`${mark.detail} ; effort : ${cost}`, `${mark.detail}; effort: ${cost}`),
    };
  });
  const claim = seen
    ? words.say(
        `« ${label(first)} » occupe ${costs} des échanges privés, et l’on voit déborder ${spills[0]} de ses plaintes (un plancher)`,
        `“${label(first)}” takes ${costs} of private exchanges, and ${spills[1]} of its complaints are seen to overflow (a floor)`,
      )
    : words.say(
        `« ${label(first)} » occupe ${costs} des échanges privés, et ${spills[0]} de ses plaintes débordent`,
        `“${label(first)}” takes ${costs} of private exchanges, and ${spills[1]} of its complaints overflow`,
      );
  return [
    makeFinding(telling, {
      id: 'priorities',
      metric,
      title: sure
        ? claim
        : words.say(
            'Aucun motif ne se détache à la fois par ce qu’il coûte et par ce qui en déborde',
            'No driver stands out both by what it costs and by what it spills',
          ),
      text: !sure
        ? words.say(
            `${claim}, sans écart sûr avec les autres motifs.`,
            `${claim}, without a sure difference from other drivers.`,
          )
        : others === ''
          ? ''
          : words.say(
              `Au-dessus de la moyenne sur les deux plans aussi : ${others}.`,
              `Above average on both counts too: ${others}.`,
            ),
      figures: [rate, effort],
      // Differences that nothing establishes are not drawn: the annex has them.
      chart: sure
        ? {
            kind: 'quadrant',
            title,
            subtitle: words.say(
              'de gauche à droite, part des échanges privés dont le motif est lu ; de bas en haut, part des plaintes qui débordent ; pointillés : part égale entre les motifs, taux de l’ensemble',
              'left to right, share of private exchanges whose driver is read; bottom to top, share of complaints that overflow; dashes: an even share among drivers, the rate of all',
            ),
            axes: [
              words.say('Part des échanges privés', 'Share of private exchanges'),
              words.say('Part des plaintes qui débordent', 'Share of complaints that overflow'),
            ],
            ...(whole && { levels: [1 / named, whole.figure.value] as const }),
            style: 'share',
            series: [{ name: '', marks }],
            events: [],
            alt: inWords(title, marks),
          }
        : null,
      drivers: root.map((row) => textOf(row, 'driver')),
      stages: ['private', 'public'],
      size: Math.min(1, effort.value * 2),
      novelty: 0.6,
      stage: 'public',
    }),
  ];
}
