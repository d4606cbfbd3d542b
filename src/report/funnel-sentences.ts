import type { Metric } from '../model/index.js';
import {
  formatDate,
  formatHours,
  formatInterval,
  formatNumber,
  formatShare,
  NBSP,
  plural,
  typo,
} from '../util/french.js';
import { reasonOf } from './section-blocks.js';
import { capital, intervalOf, numberOf, rowsOf, textOf, valueInWords, type Row } from './metric-words.js';

const isTotal = (row: Row): boolean => textOf(row, 'by') === 'total';
const bounds = (row: Row, low = 'low', high = 'high'): { low: number; high: number } => ({
  low: numberOf(row, low),
  high: numberOf(row, high),
});
/** « de 0,09 à 0,53 »: the bounds of a factor, without its sign. */
const factors = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `de ${factor(low)} à ${factor(high)}`;
const factor = (value: number): string => formatNumber(value, value < 10 ? 2 : 0);
/** « intervalle à 95 % : de … à … ; n = 545 » */
const detailOf = (metric: Metric): string =>
  [intervalOf(metric), `n${NBSP}=${NBSP}${formatNumber(metric.n)}`].filter((part) => part !== '').join(' ; ');
const valueOf = (metric: Metric): number => metric.value ?? 0;

function countsSentence(metric: Metric): string {
  const of = (stage: string): number =>
    rowsOf(metric)
      .filter((row) => textOf(row, 'firstStage') === stage)
      .reduce((sum, row) => sum + numberOf(row, 'n'), 0);
  return `${plural(metric.n, 'dossier')} : ${formatNumber(of('private'))} ${of('private') < 2 ? 'ouvert' : 'ouverts'} en privé, ${formatNumber(of('public'))} en public.`;
}

function flowsSentence(metric: Metric): string {
  const told: Readonly<Record<string, string>> = {
    public: 'des dossiers ouverts en privé passent en public',
    press: 'des dossiers qui ont été publics appartiennent à un mouvement repris par la presse',
  };
  const parts = rowsOf(metric)
    .filter((row) => numberOf(row, 'n') > 0)
    .map(
      (row) =>
        `${formatShare(numberOf(row, 'share'))} ${told[textOf(row, 'to')] ?? ''} (${formatInterval(bounds(row), 'share')} ; ${formatNumber(numberOf(row, 'count'))} sur ${formatNumber(numberOf(row, 'n'))})`,
    );
  return `${parts.join(' ; ')}.`;
}

function spillSentence(metric: Metric): string {
  const total = rowsOf(metric).find(isTotal);
  if (valueOf(metric) === 0)
    return `Aucun dossier ouvert en privé n’a débordé en public (${detailOf(metric)}).`;
  const expected =
    total === undefined
      ? ''
      : `, soit ${formatNumber(numberOf(total, 'expected'), 1)} débordements attendus, chaque rattachement comptant pour sa probabilité`;
  return `${formatShare(valueOf(metric))} des dossiers ouverts en privé débordent en public (${detailOf(metric)})${expected}.`;
}

function timeSentence(metric: Metric): string {
  const rows = rowsOf(metric).filter((row) => isTotal(row) && textOf(row, 'point') === 'horizon');
  const share = (row: Row | undefined): number => numberOf(row, 'cumulativeIncidence');
  const last = rows[rows.length - 1];
  if (last === undefined) return '';
  if (share(last) === 0)
    return `Aucun dossier n’a débordé en ${formatHours(numberOf(last, 'hours'))} (${detailOf(metric)}).`;
  const early = rows
    .slice(0, -1)
    .map((row) => `${formatShare(share(row))} en ${formatHours(numberOf(row, 'hours'))}`);
  const fast = share(rows.find((row) => numberOf(row, 'hours') === 72)) >= (2 / 3) * share(last);
  return `Dossiers qui ont débordé : ${early.length === 0 ? '' : `${early.join(', ')}, puis `}${formatShare(share(last))} en ${formatHours(numberOf(last, 'hours'))} (${detailOf(metric)}).${fast ? ' L’essentiel se joue dans les trois premiers jours.' : ''}`;
}

function answerSentence(metric: Metric): string {
  const { interval } = metric;
  if (interval === null) return '';
  const detail = `intervalle à ${formatNumber(interval.level * 100)} % : ${factors(interval)} ; n${NBSP}=${NBSP}${formatNumber(metric.n)}`;
  if (interval.low <= 1 && interval.high >= 1)
    return `Une fois la réponse donnée, aucun écart net du risque de débordement : il est multiplié par ${factor(valueOf(metric))} (${detail}).`;
  return `Une fois la réponse donnée, le risque de débordement est multiplié par ${factor(valueOf(metric))} (${detail}) : une association, pas une cause prouvée.`;
}

function avoidableSentence(metric: Metric): string {
  const rows = rowsOf(metric)
    .filter((row) => typeof row['low'] === 'number')
    .toSorted((a, b) => numberOf(b, 'withinHours') - numberOf(a, 'withinHours'));
  const parts = rows.map(
    (row) =>
      `${formatNumber(numberOf(row, 'value'), 1)} si tous recevaient une réponse en ${formatHours(numberOf(row, 'withinHours'))} (${formatInterval(bounds(row), 'number')})`,
  );
  return `Débordements en moins, parmi ${plural(metric.n, 'dossier')}, selon le modèle : ${parts.join(' ; ')}.`;
}

const EVENTS: Readonly<Record<string, string>> = {
  private: 'plainte privée',
  public: 'plainte publique',
  press: 'article',
};

/** Effects whose interval lies above zero, the strongest first. */
function clearEffects(metric: Metric): string {
  const rows = rowsOf(metric)
    .filter((row) => numberOf(row, 'low') > 0 && !(row['from'] === 'private' && row['to'] === 'public'))
    .toSorted((a, b) => numberOf(b, 'value') - numberOf(a, 'value'));
  const told = rows.map(
    (row) =>
      `${row['from'] === 'press' ? 'un' : 'une'} ${EVENTS[textOf(row, 'from')] ?? ''}, de ${formatNumber(numberOf(row, 'value'), 2)} ${EVENTS[textOf(row, 'to')] ?? ''} (${factors(bounds(row))})`,
  );
  return told.length === 0 ? '' : ` Suites nettes par ailleurs : ${told.join(' ; ')}.`;
}

function matrixSentence(metric: Metric): string {
  const sure = (metric.interval?.low ?? 0) > 0;
  return `Au-delà du rythme habituel, une plainte privée est suivie directement de ${formatNumber(valueOf(metric), 2)} plainte publique (${detailOf(metric)})${sure ? '' : ' : rien qui se distingue de zéro'}.${clearEffects(metric)}`;
}

function icebergSentence(metric: Metric): string {
  const { interval } = metric,
    hundred = (value: number): string => formatNumber(100 * value);
  const between =
    interval === null
      ? ''
      : `intervalle à ${formatNumber(interval.level * 100)} % : de ${hundred(interval.low)} à ${hundred(interval.high)} ; `;
  return `Pour 100 plaintes publiques, ${plural(Math.round(100 * valueOf(metric)), 'plainte privée', { plural: 'plaintes privées', feminine: true })} (${between}n${NBSP}=${NBSP}${formatNumber(metric.n)} ${metric.denominator.fr}).`;
}

function reservoirSentence(metric: Metric): string {
  const { n } = metric;
  if (n === 0) return 'À la fin des exports, aucun dossier privé n’est ouvert.';
  return `À la fin des exports, ${plural(n, 'dossier privé est encore ouvert', { plural: 'dossiers privés sont encore ouverts' })} ; débordements attendus dans les 24 heures : ${formatNumber(valueOf(metric), 2)}${metric.interval === null ? '' : ` (${intervalOf(metric)})`}.`;
}

function overTimeSentence(metric: Metric, zone: string): string {
  const rows = rowsOf(metric).filter((row) => row['date'] instanceof Date);
  const peak = rows.reduce<Row | undefined>(
    (best, row) => (numberOf(row, 'level') > numberOf(best, 'level') ? row : best),
    undefined,
  );
  if (peak === undefined) return '';
  return `Au plus haut le ${formatDate(peak['date'] as Date, { zone })}, avec ${formatNumber(numberOf(peak, 'level'), 2)} débordement attendu sous 24 heures pour ${plural(numberOf(peak, 'open'), 'dossier ouvert', { plural: 'dossiers ouverts' })} ; ${formatNumber(valueOf(metric), 2)} à la fin des exports.`;
}

function checkSentence(metric: Metric): string {
  const constant = numberOf(rowsOf(metric)[0], 'constantBrier'),
    gain = constant > 0 ? 1 - valueOf(metric) / constant : 0;
  const told = (score: number): string => formatNumber(score, constant < 0.01 ? 5 : 3);
  const verdict =
    gain <= 0
      ? 'le modèle ne fait pas mieux qu’un taux moyen : ne pas trier les dossiers sur lui'
      : gain < 0.05
        ? `le modèle ne gagne que ${formatShare(gain)} sur un taux moyen : son classement des dossiers est un indice, pas plus`
        : `le modèle gagne ${formatShare(gain)} sur un taux moyen`;
  return `Score de Brier : ${told(valueOf(metric))}, contre ${told(constant)} pour un taux constant (n${NBSP}=${NBSP}${formatNumber(metric.n)} ${metric.denominator.fr}) ; ${verdict}.`;
}

const pressSentence = (metric: Metric): string =>
  `${formatShare(valueOf(metric))} des dossiers ouverts en privé appartiennent, 30 jours plus tard au plus, à un mouvement repris par la presse (${intervalOf(metric)}).`;

const SENTENCES: Readonly<Record<string, (metric: Metric, zone: string) => string>> = {
  funnelCounts: countsSentence,
  funnelFlows: flowsSentence,
  spillRate: spillSentence,
  timeToSpill: timeSentence,
  answerEffect: answerSentence,
  avoidableSpills: avoidableSentence,
  multiStateFunnel: pressSentence,
  deversoirMatrix: matrixSentence,
  icebergRatio: icebergSentence,
  reservoir: reservoirSentence,
  reservoirOverTime: overTimeSentence,
  reservoirCheck: checkSentence,
};

/** What a metric of the funnel says, in a French sentence with its n and interval; its name and value when it has none of its own. */
export function funnelSentence(metric: Metric, zone = 'Europe/Paris'): string {
  if (metric.notMeasured !== undefined)
    return typo(`Valeur d’ensemble non mesurée. ${capital(reasonOf(metric))}.`);
  const told = metric.value === null ? '' : (SENTENCES[metric.name]?.(metric, zone) ?? '');
  return typo(told === '' ? `${capital(metric.label.fr)} : ${valueInWords(metric)}.` : told).replace(
    /\.\.$/,
    '.',
  );
}
