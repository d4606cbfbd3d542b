import type { Manifest, Metric } from '../model/index.js';
import {
  formatDate,
  formatHours,
  formatInterval,
  formatNumber,
  formatShare,
  formatValue,
  NBSP,
  plural,
  typo,
} from '../util/french.js';
import { funnelSentence } from './funnel-sentences.js';
import {
  intervalOf,
  numberOf,
  rowsOf,
  styleOf,
  textOf,
  type MetricSet,
  type SectionContext,
} from './metric-words.js';
import type { KeyFigure, ReportBlock, ReportSection } from './report-model.js';
import { actionSentences } from './summary-actions.js';
import { crisisSentences, driverSentences, toneSentences } from './summary-events.js';

/** « du 5 janvier 2026 au 5 juillet 2026 », or '' when nothing is dated. */
export function periodInWords(manifest: Manifest, zone: string): string {
  const { firstAt, lastAt } = manifest;
  if (firstAt === null || lastAt === null) return '';
  const [first, last] = [formatDate(Date.parse(firstAt), { zone }), formatDate(Date.parse(lastAt), { zone })];
  return first === last ? `le ${first}` : `du ${first} au ${last}`;
}

function stageCount(metric: Metric | undefined, stage: string, direction: string): number {
  return rowsOf(metric)
    .filter((row) => row['stage'] === stage)
    .reduce((sum, row) => sum + numberOf(row, direction), 0);
}

function corpusSentence(manifest: Manifest, metrics: MetricSet, zone: string): string {
  const channels = metrics.get('volumeByChannel');
  const { kept, read } = manifest.totals;
  const period = periodInWords(manifest, zone);
  const told = `${kept < 2 ? 'Le corpus garde' : 'Le corpus réunit'} ${plural(kept, 'message')} sur ${plural(read, 'ligne lue', { plural: 'lignes lues', feminine: true })}${period === '' ? ', sans date connue' : `, ${period}`}`;
  if (kept === 0) return 'Aucun message n’a pu être conservé : voir la qualité des données.';
  const parts = [
    plural(stageCount(channels, 'private', 'inbound'), 'message privé', { plural: 'messages privés' }),
    plural(stageCount(channels, 'public', 'inbound'), 'message public', { plural: 'messages publics' }),
    plural(stageCount(channels, 'press', 'n'), 'article de presse', { plural: 'articles de presse' }),
  ];
  return `${told} : côté clients, ${parts[0]} et ${parts[1]} ; côté presse, ${parts[2]}.`;
}

/** Whether a reply comes, how soon, and what the market's mean would say. */
function careSentences(metrics: MetricSet): string[] {
  const time = metrics.get('firstReplyTime'),
    rows = rowsOf(time).filter((row) => numberOf(row, 'n') > 0);
  if (time === undefined || rows.length === 0) return [];
  const parts = rows.map((row) => {
    const where = row['stage'] === 'private' ? 'en privé' : 'en public',
      count = `${formatNumber(numberOf(row, 'answered'))} sur ${formatNumber(numberOf(row, 'n'))}`;
    if (typeof row['median'] !== 'number')
      return `${where}, moins de la moitié des dossiers ont reçu une réponse (${count})`;
    const high =
      typeof row['high'] === 'number'
        ? formatInterval({ low: numberOf(row, 'low'), high: row['high'] }, 'hours')
        : `à partir de ${formatHours(numberOf(row, 'low'))}`;
    return `${where}, la moitié des dossiers ont une réponse en ${formatHours(row['median'])} (${high} ; ${count} en ont reçu une)`;
  });
  const answered = rows.filter((row) => numberOf(row, 'answered') > 0),
    count = answered.reduce((sum, row) => sum + numberOf(row, 'answered'), 0);
  const mean =
    answered.reduce((sum, row) => sum + numberOf(row, 'marketMean') * numberOf(row, 'answered'), 0) / count;
  const market =
    count === 0
      ? ''
      : ` La moyenne usuelle du marché, qui oublie les dossiers sans réponse, donnerait ${formatHours(mean)}.`;
  return [`Première réponse : ${parts.join(' ; ')}.${market}`];
}

/** Metrics of the funnel told at the top, in order. */
const TOLD = ['spillRate', 'timeToSpill', 'answerEffect', 'icebergRatio', 'reservoir'] as const;

function spillSentences(metrics: MetricSet, zone: string): string[] {
  const told = TOLD.flatMap((name) => metrics.get(name) ?? [])
    .filter((metric) => metric.value !== null)
    .map((metric) => funnelSentence(metric, zone));
  const press = !metrics.get('pressArticles')?.value
    ? undefined
    : rowsOf(metrics.get('funnelFlows')).find((row) => row['to'] === 'press' && numberOf(row, 'n') > 0);
  return [
    ...told.slice(0, 1),
    ...(press === undefined
      ? []
      : [
          `Parmi les dossiers qui ont été publics, ${formatShare(numberOf(press, 'share'))} appartiennent à un mouvement repris par la presse (${formatInterval({ low: numberOf(press, 'low'), high: numberOf(press, 'high') }, 'share')} ; ${formatNumber(numberOf(press, 'count'))} sur ${formatNumber(numberOf(press, 'n'))}).`,
        ]),
    ...told.slice(1),
  ];
}

function keyFigures(metrics: MetricSet): KeyFigure[] {
  const chosen = [
    'spillRate',
    'netSentimentScore',
    'firstReplyTime',
    'responseRate',
    'shareOfVoice',
    'meanRating',
  ].flatMap((name) => metrics.get(name) ?? []);
  return chosen
    .filter((metric) => metric.value !== null)
    .slice(0, 5)
    .map((metric) => ({
      label:
        metric.name === 'shareOfVoice'
          ? `${metric.label.fr} (${textOf(
              rowsOf(metric).find((row) => row['share'] === metric.value),
              'brand',
            )})`
          : metric.label.fr,
      value:
        metric.name === 'meanRating'
          ? `${formatNumber(metric.value ?? 0, 1)}/5`
          : formatValue(metric.value ?? 0, styleOf(metric)),
      detail: typo(
        [intervalOf(metric), `n${NBSP}=${NBSP}${formatNumber(metric.n)}`]
          .filter((part) => part !== '')
          .join(' ; '),
      ),
    }));
}

function saidBlocks(heading: string, sentences: readonly string[]): ReportBlock[] {
  return sentences.length === 0
    ? []
    : [
        { kind: 'heading', text: typo(heading) },
        { kind: 'list', items: sentences.map((sentence) => typo(sentence).replace(/\.\.$/, '.')) },
      ];
}

/** The report in sentences, for a reader who stops here: what happened, what spilled, what to do, what customers say. */
export function summarySection({ metrics, zone }: SectionContext, manifest: Manifest): ReportSection {
  const figures = keyFigures(metrics);
  return {
    id: 'synthese',
    title: 'Synthèse',
    blocks: [
      ...(figures.length ? [{ kind: 'figures' as const, items: figures }] : []),
      ...saidBlocks('Ce qui s’est passé', [
        corpusSentence(manifest, metrics, zone),
        ...crisisSentences(metrics.get('crisisSheets'), zone),
      ]),
      ...saidBlocks('Ce qui déborde, et comment la marque répond', [
        ...spillSentences(metrics, zone),
        ...careSentences(metrics),
      ]),
      ...saidBlocks('Que faire maintenant', actionSentences(metrics, zone)),
      ...saidBlocks('Ce que disent les clients', [
        ...toneSentences(metrics.get('netSentimentScore')),
        ...driverSentences(metrics),
      ]),
      {
        kind: 'note',
        text: typo(
          'Un écart qui tient dans les intervalles n’en est pas un. Les nombres décrivent les exports lus, pas tous les clients ; ce qui suit dans le temps n’est pas prouvé comme cause.',
        ),
      },
    ],
  };
}
