import { makeFinding } from '../make-finding.js';
import { cellOf, numberOf, numberOrNull, rowsOf, textOf, type Telling } from '../reading.js';
import { barsChart, markOf } from '../story-charts.js';
import type { Finding } from '../story.js';

/** Fewer posts tell nothing of how they are taken. */
const LEAST_POSTS = 10;

/** How the brand's own posts are taken, where no customer says anything in these exports: else what they say comes first. */
export function ownPostFindings(telling: Telling): Finding[] {
  const metric = telling.metrics.get('engagement');
  const { words } = telling;
  const volumes = rowsOf(telling.metrics.get('volumeByChannel'));
  if (metric === undefined || volumes.length === 0 || volumes.some((row) => numberOf(row, 'inbound') > 0))
    return [];
  const rows = rowsOf(metric).filter((row) => textOf(row, 'voice') === 'brand');
  const [first] = rows.toSorted((a, b) => numberOf(b, 'n') - numberOf(a, 'n'));
  if (first === undefined || numberOf(first, 'n') < LEAST_POSTS) return [];
  const posts = words.number(numberOf(first, 'n'));
  const channel = words.channel(textOf(first, 'channel'));
  const rated = numberOrNull(first, 'rate') !== null;
  const count = {
    ...cellOf(metric, first, 'interactions', ['channel', 'voice'], words, { style: 'number' }),
    low: null,
    high: null,
  };
  const rate = cellOf(metric, first, 'rate', ['channel', 'voice'], words, { style: 'share', n: 'baseN' });
  const reach = textOf(first, 'base') === 'reach';
  const share = words.value(rate.value, 'share');
  const [fr, en] = rated
    ? [`, ${share} ${reach ? 'de la portée' : 'des vues'}`, `, ${share} of ${reach ? 'reach' : 'views'}`]
    : ['', ''];
  const interactions = words.number(count.value);
  return [
    makeFinding(telling, {
      id: 'own-posts',
      metric,
      title: words.say(
        `« ${channel} » : ${posts} messages de la marque recueillent ${interactions} interactions${fr}`,
        `“${channel}”: ${posts} messages of the brand gather ${interactions} interactions${en}`,
      ),
      text: words.say(
        'Aucun message de client dans ces exports : ce que l’on dit de la marque n’y est pas mesurable.',
        'These exports have no message of a customer: what is said of the brand cannot be measured in them.',
      ),
      figures: rated ? [rate, count] : [count],
      chart: barsChart(
        words.say('Interactions par message de la marque', 'Interactions per message of the brand'),
        words.say('par canal', 'by channel'),
        'number',
        rows.map((row) =>
          markOf(
            row,
            words.channel(textOf(row, 'channel')),
            { value: 'perMessage', low: 'none', high: 'none' },
            'number',
            words,
          ),
        ),
      ),
      size: 0.3,
      stage: 'public',
    }),
  ];
}
