import { contributionSharesChart, harmSharesChart } from '../charts/shares-chart.js';
import { channelLabel, label } from '../charts/wording.js';
import { formatHours, formatNumber, listInWords, plural, typo } from '../util/french.js';
import { metricTable } from './metric-table.js';
import {
  dateOf,
  numberOf,
  quoteOf,
  rowsOf,
  shortened,
  textOf,
  type Row,
  type SectionContext,
} from './metric-words.js';
import type { Quote, ReportSection, ReportTable } from './report-model.js';
import { chartBlock, measured, methodNote } from './section-blocks.js';

const items = (row: Row, column: string): string[] =>
  Array.isArray(row[column]) ? row[column].map(String) : [];

/** Texts that may be quoted. */
export function quotesSection({ metrics, zone }: SectionContext): ReportSection {
  return {
    id: 'verbatims',
    title: 'Verbatims citables',
    blocks: measured(metrics.get('verbatims'), (metric) => [
      {
        kind: 'text',
        text: typo(
          `${formatNumber(metric.table.numRows())} textes choisis parmi ${formatNumber(metric.n)} ${metric.denominator.fr}.`,
        ),
      },
      { kind: 'quotes', quotes: rowsOf(metric).map((row) => quoteOf(row, zone)) },
      methodNote(metric),
    ]),
  };
}

/** What to moderate, and the same text travelling. */
export function moderationSection({ metrics, zone }: SectionContext): ReportSection {
  return {
    id: 'moderation',
    title: 'Modération',
    blocks: [
      ...chartBlock(metrics.get('harmShares'), harmSharesChart),
      ...measured(metrics.get('harmShares'), (metric) => [
        metricTable(metric, { zone, columns: ['harm', 'messages', 'n', 'share'] }),
        methodNote(metric),
      ]),
      ...measured(metrics.get('travellingTexts'), (metric) => [
        { kind: 'heading', text: 'Textes qui circulent' },
        { kind: 'quotes', quotes: rowsOf(metric).map((row) => travellingQuote(row, zone)) },
        methodNote(metric),
      ]),
    ],
  };
}

const period = (first: string, last: string): string =>
  first === last ? `le ${first}` : `du ${first} au ${last}`;

function travellingQuote(row: Row, zone: string): Quote {
  const harms = items(row, 'harms').map((harm) => label('harm', harm));
  const parts = [
    plural(numberOf(row, 'copies'), 'fois'),
    ...(numberOf(row, 'authors') > 0 ? [plural(numberOf(row, 'authors'), 'auteur')] : []),
    listInWords(items(row, 'channels').map(channelLabel)),
    period(dateOf(row['firstAt'], zone), dateOf(row['lastAt'], zone)),
    ...(items(row, 'path').length > 1
      ? [
          `chemin : ${items(row, 'path')
            .map((stage) => label('stage', stage).toLowerCase())
            .join(' → ')}`,
        ]
      : []),
    ...(typeof row['medianGapHours'] === 'number'
      ? [`${formatHours(row['medianGapHours'])} entre deux copies (médiane)`]
      : []),
    ...(row['chain'] === true ? ['demande à être relayé'] : []),
    ...(harms.length ? [`signalé : ${listInWords(harms)}`] : []),
  ];
  return { text: shortened(textOf(row, 'text')), source: typo(parts.join(' · ')) };
}

/** What deserves to be put forward. */
export function contributionSection({ metrics, zone }: SectionContext): ReportSection {
  return {
    id: 'contributions',
    title: 'Contributions à valoriser',
    blocks: [
      ...chartBlock(metrics.get('contributionShares'), contributionSharesChart),
      ...measured(metrics.get('contributionShares'), (metric) => [methodNote(metric)]),
      ...measured(metrics.get('contributionsToPromote'), (metric) => [
        { kind: 'heading', text: 'À mettre en avant' },
        { kind: 'quotes', quotes: rowsOf(metric).map((row) => contributionQuote(row, zone)) },
        methodNote(metric),
      ]),
    ],
  };
}

function contributionQuote(row: Row, zone: string): Quote {
  const quote = quoteOf(row, zone);
  return {
    ...quote,
    source: typo(
      `${listInWords(items(row, 'contributions').map((one) => label('contribution', one)))} · ${quote.source}`,
    ),
  };
}

/** The articles. */
export function pressSection({ metrics, zone }: SectionContext): ReportSection {
  return {
    id: 'presse',
    title: 'Presse',
    blocks: measured(metrics.get('pressArticles'), (metric) => [
      {
        kind: 'text',
        text: typo(
          `${plural(metric.n, 'article lu', { plural: 'articles lus' })} ; les plus récents d’abord.`,
        ),
      },
      pressTable(rowsOf(metric), zone),
      methodNote(metric),
    ]),
  };
}

function pressTable(rows: readonly Row[], zone: string): ReportTable {
  return {
    kind: 'table',
    caption: 'Articles de presse',
    columns: [
      { title: 'Date', numeric: false },
      { title: 'Titre de presse', numeric: false },
      { title: 'Article', numeric: false },
      { title: 'Motif', numeric: false },
      { title: 'Parutions', numeric: true },
    ],
    rows: rows.map((row) => [
      dateOf(row['sentAt'], zone),
      textOf(row, 'source') || '–',
      textOf(row, 'title') || '(sans titre)',
      textOf(row, 'driver') === '' ? '–' : label('driver', textOf(row, 'driver')),
      formatNumber(numberOf(row, 'copies')),
    ]),
  };
}
