import { changeOf, styleOfCompared } from './change.js';
import { answeredStage } from './explorer.js';
import { ofOthersToo } from './findings/of-others-too.js';
import { spillToldOf } from './findings/spill-floor.js';
import { stagesText } from './findings/tone-stages.js';
import { figureOf, numberOf, numberOrNull, rowsOf, textOf, type Row, type Telling } from './reading.js';
import type { Figure, Finding, StorySector, Tile } from './story.js';

const TILES = 5;

/** Tiles of a sector, the first first: a retailer’s care is judged before its voice. */
const TILE_METRICS: Readonly<Record<StorySector, readonly string[]>> = {
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
function againstBrands({ metrics, words, brand }: Telling): string {
  const brands = rowsOf(metrics.get('benchmarks')).filter((one) => one['by'] === 'brand');
  const row = brands.find((one) => textOf(one, 'group') === brand && numberOrNull(one, 'expected') !== null);
  if (row === undefined) return '';
  const [own, all] = [numberOf(row, 'share'), numberOf(row, 'expected')].map((share) =>
    words.value(share, 'share'),
  );
  const peers = brands.filter((one) => one['peer'] === true).length;
  const included = words.count(peers, ['pair compris', 'pairs compris'], ['peer included', 'peers included']);
  return words.say(
    `négatif : ${own}, contre ${all} toutes marques${peers === 0 ? '' : `, ${included}`}`,
    `negative: ${own}, against ${all} for all brands${peers === 0 ? '' : `, ${included}`}`,
  );
}

/** The named brand that is spoken of most besides the client's. */
function againstNext({ metrics, words, brand }: Telling): string {
  const metric = metrics.get('shareOfVoice');
  // Without a brand of the client's, the one told is that of the figure.
  const isOwn = (one: Row): boolean =>
    brand === '' ? one['share'] === metric?.value : textOf(one, 'brand') === brand;
  const next = rowsOf(metric)
    .filter((one) => !isOwn(one) && numberOrNull(one, 'share') !== null)
    .toSorted((a, b) => numberOf(b, 'share') - numberOf(a, 'share'))[0];
  const share = words.value(numberOf(next, 'share'), 'share');
  return next === undefined
    ? ''
    : words.say(`${textOf(next, 'brand')} : ${share}`, `${textOf(next, 'brand')}: ${share}`);
}

/** Where a figure stands among those of peers; empty where no file of peers was given. */
function againstPeers(telling: Telling, tile: string): string {
  const { metrics, words } = telling;
  const name = tile === 'responseRate' && answeredStage(telling) === 'public' ? 'publicResponseRate' : tile;
  const metric = metrics.get('sectorFigures');
  const row = rowsOf(metric).find((one) => one['metric'] === name);
  const peers = numberOrNull(row, 'peers') ?? 0;
  if (peers === 0)
    return rowsOf(metric).length === 0
      ? ''
      : words.say(
          'secteur non mesuré, car aucun pair ne donne ce chiffre',
          'sector not measured, as no peer gives this figure',
        );
  const value = (column: string): string =>
    name === 'meanRating'
      ? words.number(numberOf(row, column), 1)
      : words.value(numberOf(row, column), styleOfCompared(name));
  const [lowest, middle, highest] = ['lowest', 'middle', 'highest'].map(value);
  const count = words.count(peers, ['pair', 'pairs'], ['peer', 'peers']);
  if (numberOrNull(row, 'middle') === null)
    return words.say(
      `secteur : ${peers === 1 ? `${count}, ${lowest}` : `${count}, ${lowest} et ${highest}`}`,
      `sector: ${peers === 1 ? `${count}, ${lowest}` : `${count}, ${lowest} and ${highest}`}`,
    );
  const [low, high] = [numberOrNull(row, 'ownLow'), numberOrNull(row, 'ownHigh')];
  const beyond =
    low === null || high === null
      ? ''
      : low > numberOf(row, 'highest')
        ? words.say(', la marque est au-dessus', ', the brand is above')
        : high < numberOf(row, 'lowest')
          ? words.say(', la marque est au-dessous', ', the brand is below')
          : '';
  const half = row?.['spread'] === 'quartiles' ? words.say('moitié centrale ', 'middle half ') : '';
  return words.say(
    `secteur : ${middle} (${count}, ${half}de ${lowest} à ${highest})${beyond}`,
    `sector: ${middle} (${count}, ${half}${lowest} to ${highest})${beyond}`,
  );
}

/** A figure beside the sector: peers where their file gives it, else the brands that the corpus names. */
function againstSector(telling: Telling, name: string): string {
  if (name === 'shareOfVoice') return againstNext(telling);
  const measured = rowsOf(telling.metrics.get('sectorFigures')).some(
    (one) => one['metric'] === name && (numberOrNull(one, 'peers') ?? 0) > 0,
  );
  const brands = name === 'netSentimentScore' && !measured ? againstBrands(telling) : '';
  return brands === '' ? againstPeers(telling, name) : brands;
}

/** Interval and n, that a folder of several brands tells of all of them, and what a score of public and private messages is in each. */
function detailOf(telling: Telling, name: string, figure: Figure): string {
  const { words, brand, metrics } = telling;
  const read = metrics.get('netSentimentScore')?.n;
  const mixed = name !== 'shareOfVoice' && brand !== '' && read !== undefined && ofOthersToo(telling, read);
  const whose = mixed ? words.say(', toutes marques', ', all brands') : '';
  const stages = name === 'netSentimentScore' ? stagesText(telling) : '';
  return `${words.evidence(figure)}${whose}${stages === '' ? '' : words.say(` ; ${stages}`, `; ${stages}`)}`;
}

const COMPARING = ['periodChange', 'driverShift', 'topicTrends'];

/** Whether anything is compared with a quarter before. */
const comparesQuarters = ({ metrics }: Telling): boolean =>
  COMPARING.some((name) => rowsOf(metrics.get(name)).length > 0);

/** Where no figure is compared: said once, of all tiles, and why. The exports may hold a quarter before where the report is on a part. */
export function notComparedLines(telling: Telling, tiles: readonly Tile[]): string[] {
  if (tiles.length === 0 || comparesQuarters(telling)) return [];
  const why = telling.metrics.get('periodChange')?.notMeasured;
  return [
    telling.words.say(
      `Aucun chiffre n’est comparé à un trimestre précédent${why === undefined ? '' : ` : ${why.fr}`}.`,
      `No figure is compared with a quarter before${why === undefined ? '' : `: ${why.en}`}.`,
    ),
  ];
}

/** Why a figure stands without a change where others have one. */
const notCompared = (telling: Telling): string =>
  comparesQuarters(telling)
    ? telling.words.say('non comparé au trimestre précédent', 'not compared with the previous quarter')
    : '';

/** At most five figures, those that were found and can be told, in the order of the sector. */
export function tilesOf(telling: Telling, sector: StorySector, findings: readonly Finding[]): Tile[] {
  const { words, metrics } = telling;
  return TILE_METRICS[sector]
    .flatMap((name): Tile[] => {
      const metric = metrics.get(name);
      const spill = name === 'spillRate' ? spillToldOf(telling) : null;
      const figure = spill?.figure ?? figureOf(metric, words);
      const finding = FINDING_OF[name] ?? '';
      if (metric === undefined || figure === null || !findings.some(({ id }) => id === finding)) return [];
      const change = spill?.floor ? null : changeOf(telling, name);
      return [
        {
          label: spill?.floor ? words.say('Débordements vus', 'Overflows seen') : words.of(metric.label),
          figure,
          value:
            name === 'meanRating'
              ? `${words.number(figure.value, 1)}/5`
              : words.value(figure.value, figure.style),
          detail: detailOf(telling, name, figure),
          change: spill?.floor
            ? words.say('plancher, sans comparaison', 'a floor, not compared')
            : (change?.short ?? notCompared(telling)),
          ...(change !== null && { moved: change.clear }),
          sector: spill?.floor ? '' : againstSector(telling, name),
          finding,
        },
      ];
    })
    .slice(0, TILES);
}
