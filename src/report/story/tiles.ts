import { changeOf } from './change.js';
import { spillToldOf } from './findings/spill-floor.js';
import { figureOf, numberOf, numberOrNull, rowsOf, textOf, type Telling } from './reading.js';
import type { Finding, Sector, Tile } from './story.js';

const TILES = 5;

/** Tiles of a sector, the first first: a retailer’s care is judged before its voice. */
const TILE_METRICS: Readonly<Record<Sector, readonly string[]>> = {
  'agri-food': ['spillRate', 'netSentimentScore', 'responseRate', 'shareOfVoice', 'meanRating'],
  retail: ['responseRate', 'spillRate', 'meanRating', 'netSentimentScore', 'shareOfVoice'],
  other: ['spillRate', 'responseRate', 'netSentimentScore', 'meanRating', 'shareOfVoice'],
};
const FINDING_OF: Readonly<Record<string, string>> = {
  spillRate: 'spill',
  netSentimentScore: 'tone',
  responseRate: 'answers',
  shareOfVoice: 'voice',
  meanRating: 'rating',
};

/** The brand's share of negative messages beside that of all brands named in the corpus, and of peers where there are any. */
function againstSector({ metrics, words, brand }: Telling): string {
  const brands = rowsOf(metrics.get('benchmarks')).filter((one) => one['by'] === 'brand');
  const row = brands.find((one) => textOf(one, 'group') === brand && numberOrNull(one, 'expected') !== null);
  if (row === undefined) return '';
  const [own, all] = [numberOf(row, 'share'), numberOf(row, 'expected')].map((share) =>
    words.value(share, 'share'),
  );
  const peers = brands.filter((one) => one['peer'] === true).length;
  return peers === 0
    ? words.say(
        `négatif : ${own}, contre ${all} toutes marques`,
        `negative: ${own}, against ${all} for all brands`,
      )
    : words.say(
        `négatif : ${own}, contre ${all} toutes marques, ${words.count(peers, ['pair compris', 'pairs compris'], ['', ''])}`,
        `negative: ${own}, against ${all} for all brands, ${words.count(peers, ['', ''], ['peer', 'peers'])} included`,
      );
}

/** At most five figures, those that were found and can be told, in the order of the sector. */
export function tilesOf(telling: Telling, sector: Sector, findings: readonly Finding[]): Tile[] {
  const { words, metrics } = telling;
  return TILE_METRICS[sector]
    .flatMap((name): Tile[] => {
      const metric = metrics.get(name);
      const spill = name === 'spillRate' ? spillToldOf(telling) : null;
      const figure = spill?.figure ?? figureOf(metric, words);
      const finding = FINDING_OF[name] ?? '';
      if (metric === undefined || figure === null || !findings.some(({ id }) => id === finding)) return [];
      const change = changeOf(telling, name);
      return [
        {
          label: spill?.floor
            ? words.say('Débordements vus, au moins', 'Overflows seen, at least')
            : words.of(metric.label),
          figure,
          value:
            name === 'meanRating'
              ? `${words.number(figure.value, 1)}/5`
              : words.value(figure.value, figure.style),
          detail: words.evidence(figure),
          change: spill?.floor
            ? words.say('plancher, sans comparaison', 'a floor, not compared')
            : (change?.short ?? words.say('pas de trimestre précédent', 'no previous quarter')),
          sector: name === 'netSentimentScore' ? againstSector(telling) : '',
          finding,
        },
      ];
    })
    .slice(0, TILES);
}
