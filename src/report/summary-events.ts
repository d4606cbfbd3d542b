import { label } from '../charts/wording.js';
import type { Metric } from '../model/index.js';
import { formatInterval, formatNumber, formatValue, listInWords, plural } from '../util/french.js';
import { instant, runUpOf, subjectsOf } from './crisis-words.js';
import {
  numberOf,
  rowsOf,
  shareInWords,
  textOf,
  valueInWords,
  type MetricSet,
  type Row,
} from './metric-words.js';

/** A driver is named in the summary from this many messages on. */
const NAMED_FROM = 30;
const NEGATIVE = { value: 'negativeShare', low: 'negativeLow', high: 'negativeHigh', n: 'n' } as const;
/** Movements named in a sentence; the others are in their section. */
const NAMED = 3;

const KINDS = [
  [
    'crisis',
    'Une crise, emballement public repris par la presse',
    'crises, emballements publics repris par la presse',
  ],
  ['badBuzz', 'Un emballement public resté sans article', 'emballements publics restés sans article'],
  [
    'reported',
    'Un mouvement de peu de voix, mais repris par la presse',
    'mouvements de peu de voix, mais repris par la presse',
  ],
] as const;
const SMALL = ['Deux', 'Trois', 'Quatre', 'Cinq', 'Six', 'Sept', 'Huit', 'Neuf', 'Dix'];
const counted = (count: number, one: string, many: string): string =>
  count === 1 ? one : `${SMALL[count - 2] ?? formatNumber(count)} ${many}`;

function movement(row: Row, zone: string): string {
  const articles = numberOf(row, 'articles');
  const size = [
    plural(numberOf(row, 'messages'), 'message public critique', { plural: 'messages publics critiques' }),
    ...(articles === 0 ? [] : [plural(articles, 'article')]),
  ];
  return `${subjectsOf(row)}, à partir du ${instant(row, 'start', zone, false)} (${size.join(', ')})`;
}

/** Crises and bursts, the gravest first, and how the largest crisis was announced in private. */
export function crisisSentences(metric: Metric | undefined, zone: string): string[] {
  if (metric === undefined || metric.value === null) return [];
  const rows = rowsOf(metric);
  if (rows.length === 0) return ['Aucun emballement public assez marqué pour une fiche.'];
  const told = KINDS.flatMap(([kind, one, many]) => {
    const found = rows
      .filter((row) => row['kind'] === kind)
      .toSorted((a, b) => numberOf(b, 'messages') - numberOf(a, 'messages'));
    if (found.length === 0) return [];
    const left = found.length - NAMED;
    return [
      `${counted(found.length, one, many)} : ${found
        .slice(0, NAMED)
        .map((row) => movement(row, zone))
        .join(' ; ')}${left > 0 ? ` ; et ${plural(left, 'autre')}` : ''}.`,
    ];
  });
  const worst = rows
    .filter((row) => row['kind'] === 'crisis')
    .toSorted((a, b) => numberOf(b, 'messages') - numberOf(a, 'messages'))[0];
  const announced = worst === undefined ? '' : runUpOf(worst);
  return announced === ''
    ? told
    : [
        ...told,
        `Un signal en privé précédait la crise du ${instant(worst as Row, 'start', zone, false)} : premier dossier sur ce motif ${announced}.`,
      ];
}

/** Net sentiment, and whether private and public differ. */
export function toneSentences(metric: Metric | undefined): string[] {
  if (metric?.value === undefined || metric.value === null) return [];
  const sentences = [`Le score net de tonalité est de ${valueInWords(metric)}.`];
  const [inPrivate, inPublic] = ['private', 'public'].map((stage) =>
    rowsOf(metric).find((row) => row['stage'] === stage),
  );
  if (inPrivate && inPublic) {
    const columns = { value: 'score', low: 'low', high: 'high', n: 'n' };
    const [a, b] = [shareInWords(inPrivate, columns, 'score'), shareInWords(inPublic, columns, 'score')];
    const apart =
      numberOf(inPrivate, 'high') < numberOf(inPublic, 'low') ||
      numberOf(inPublic, 'high') < numberOf(inPrivate, 'low');
    const lowest = numberOf(inPrivate, 'score') < numberOf(inPublic, 'score') ? 'en privé' : 'en public';
    sentences.push(
      apart
        ? `Il est plus bas ${lowest} : ${a} en privé, ${b} en public.`
        : `Aucun écart net entre privé et public : ${a} contre ${b}.`,
    );
  }
  return sentences;
}

/** The drivers with most negative messages, and those that clearly rose or fell. */
export function driverSentences(metrics: MetricSet): string[] {
  const often = rowsOf(metrics.get('driverShares')).filter((row) => numberOf(row, 'n') >= NAMED_FROM);
  const worst = often
    .toSorted((a, b) => numberOf(b, 'negativeShare') - numberOf(a, 'negativeShare'))
    .slice(0, 2);
  const sentences =
    worst.length === 0
      ? []
      : [
          `Parmi les motifs cités au moins ${NAMED_FROM} fois, la part de négatif est la plus forte pour ${listInWords(
            worst.map(
              (row) => `« ${label('driver', textOf(row, 'driver'))} » : ${shareInWords(row, NEGATIVE)}`,
            ),
          )}.`,
        ];
  const shift = metrics.get('driverShift');
  if (!shift || shift.notMeasured) return sentences;
  const clear = rowsOf(shift).filter(
    (row) =>
      typeof row['ratio'] === 'number' &&
      (numberOf(row, 'low') > 1 || numberOf(row, 'high') < 1) &&
      numberOf(row, 'previous') + numberOf(row, 'current') >= NAMED_FROM,
  );
  const move = (rising: boolean): string[] =>
    clear
      .filter((row) => numberOf(row, 'ratio') > 1 === rising)
      .toSorted((a, b) => Math.abs(Math.log(numberOf(b, 'ratio'))) - Math.abs(Math.log(numberOf(a, 'ratio'))))
      .slice(0, NAMED)
      .map(
        (row) =>
          `« ${label('driver', textOf(row, 'driver'))} », ${formatValue(numberOf(row, 'ratio'), 'ratio')} (${formatInterval({ low: numberOf(row, 'low'), high: numberOf(row, 'high') }, 'ratio')} ; ${plural(numberOf(row, 'previous'), 'message')} puis ${formatNumber(numberOf(row, 'current'))})`,
      );
  const [up, down] = [move(true), move(false)];
  if (up.length + down.length === 0)
    return [...sentences, 'D’un trimestre à l’autre, aucun motif ne bouge au-delà de l’incertitude.'];
  if (up.length > 0)
    sentences.push(
      `D’un trimestre à l’autre, ${up.length > 1 ? 'des motifs prennent' : 'un motif prend'} de la place : ${listInWords(up)}.`,
    );
  if (down.length > 0)
    sentences.push(
      `D’un trimestre à l’autre, ${down.length > 1 ? 'des motifs perdent' : 'un motif perd'} de la place : ${listInWords(down)}.`,
    );
  return sentences;
}
