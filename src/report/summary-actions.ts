import { channelLabel, label } from '../charts/wording.js';
import type { Metric } from '../model/index.js';
import { formatInterval, formatNumber, formatShare, listInWords, plural } from '../util/french.js';
import { alertSentence } from './crisis-words.js';
import { lower, numberOf, rowsOf, shareInWords, textOf, type MetricSet, type Row } from './metric-words.js';
import { exposedCases } from './reservoir-cases.js';

/** A channel or a driver is named from this many cases on. */
const NAMED_FROM = 20;
const NAMED = 2;

/** The open private cases that weigh most and wait for a reply; none when the model does no better than a mean rate. */
function exposedSentence(metrics: MetricSet, zone: string): string[] {
  const check = metrics.get('reservoirCheck'),
    constant = numberOf(rowsOf(check)[0], 'constantBrier');
  if (check?.value !== null && check !== undefined && check.value >= constant) return [];
  const waiting = exposedCases(metrics.get('reservoir'), metrics.get('reservoirOverTime'), zone)
    .filter(({ answered }) => !answered)
    .slice(0, NAMED);
  if (waiting.length === 0) return [];
  return [
    `Répondre d’abord aux dossiers privés les plus exposés : ${waiting.map(({ name, probability, interval }) => `${name} (${probability} sous 24 h, ${interval})`).join(' ; ')}.`,
  ];
}

/** Channels answered clearly less than the whole of their stage. */
function silentChannels(metrics: MetricSet): string[] {
  const rows = rowsOf(metrics.get('responseRate'));
  const low = rows
    .filter((row) => {
      const peers = rows.filter((other) => other['stage'] === row['stage']);
      const [answered, n] = ['answered', 'n'].map((column) =>
        peers.reduce((sum, peer) => sum + numberOf(peer, column), 0),
      ) as [number, number];
      return numberOf(row, 'n') >= NAMED_FROM && numberOf(row, 'high') < Math.min(0.5, answered / n);
    })
    .slice(0, NAMED);
  if (low.length === 0) return [];
  return [
    `Reprendre les canaux qui répondent peu : ${listInWords(low.map((row) => `${channelLabel(textOf(row, 'channel'))}, ${shareInWords(row, { value: 'share', low: 'low', high: 'high', n: 'n' })}`))}.`,
  ];
}

function promptSentence(metric: Metric | undefined): string[] {
  const row = rowsOf(metric).find((one) => numberOf(one, 'withinHours') === 24);
  if (metric === undefined || row === undefined || numberOf(row, 'low') <= 0) return [];
  return [
    `Viser une réponse à tous en 24 heures : ${formatNumber(numberOf(row, 'value'), 1)} débordements de moins sur ${plural(metric.n, 'dossier')} (${formatInterval({ low: numberOf(row, 'low'), high: numberOf(row, 'high') }, 'number')}), si l’association observée tient.`,
  ];
}

/** Drivers that carry most of the expected spills. */
function rootSentence(metric: Metric | undefined): string[] {
  const of = (kind: string): Row[] => rowsOf(metric).filter((row) => textOf(row, 'by') === kind);
  const all = numberOf(of('total')[0], 'expected');
  const worst = of('driver')
    .filter(
      (row) =>
        textOf(row, 'driver') !== '' && numberOf(row, 'n') >= NAMED_FROM && numberOf(row, 'expected') >= 1,
    )
    .toSorted((a, b) => numberOf(b, 'expected') - numberOf(a, 'expected'))
    .slice(0, NAMED);
  if (worst.length === 0) return [];
  return [
    `Traiter à la racine ce qui déborde le plus : ${listInWords(worst.map((row) => `« ${label('driver', textOf(row, 'driver'))} », ${formatNumber(numberOf(row, 'expected'), 1)} débordements attendus sur ${plural(numberOf(row, 'n'), 'dossier')} (${formatShare(numberOf(row, 'share'))}, ${formatInterval({ low: numberOf(row, 'low'), high: numberOf(row, 'high') }, 'share')})`))}${all > 0 ? ` ; ${formatNumber(all, 1)} au total, tous motifs confondus` : ''}.`,
  ];
}

function moderationSentence(metric: Metric | undefined): string[] {
  const first = rowsOf(metric)[0];
  if (metric === undefined || !metric.value || metric.interval === null || first === undefined) return [];
  return [
    `Relire les messages publics signalés à la modération, ${formatShare(metric.value)} (${formatInterval(metric.interval, 'share')} ; n\u00a0=\u00a0${formatNumber(metric.n)}) : d’abord « ${lower(label('harm', textOf(first, 'harm')))} », ${plural(numberOf(first, 'messages'), 'message')}.`,
  ];
}

/** What the exports lack for the whole way from private to press to be seen. */
function lackingSentence(metrics: MetricSet): string[] {
  const rows = rowsOf(metrics.get('volumeByChannel'));
  const lacking = (
    [
      ['private', 'de messages privés'],
      ['public', 'de messages publics'],
      ['press', 'de presse'],
    ] as const
  )
    .filter(([stage]) => !rows.some((row) => row['stage'] === stage))
    .map(([, name]) => name);
  return lacking.length === 0 || rows.length === 0
    ? []
    : [
        `Ajouter des exports ${listInWords(lacking)} : sans eux, le passage d’une étape à l’autre n’est pas mesurable.`,
      ];
}

/** What follows from the figures, each with its evidence; nothing when the evidence is not clear. */
export function actionSentences(metrics: MetricSet, zone: string): string[] {
  return [
    ...alertSentence(metrics.get('alertRules')),
    ...exposedSentence(metrics, zone),
    ...silentChannels(metrics),
    ...promptSentence(metrics.get('avoidableSpills')),
    ...rootSentence(metrics.get('spillRate')),
    ...moderationSentence(metrics.get('harmShares')),
    ...lackingSentence(metrics),
  ];
}
