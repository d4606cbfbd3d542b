import { formatNumber, formatShare, formatValue } from '../util/french.js';
import { numberCell, rowsOf, textCell, type ChartRow } from './chart.js';
import { label } from './wording.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';
import { stackedShares } from './stacked-shares.js';
import { STAGE_COLOURS, TONE_COLOURS, TONE_INKS } from './theme.js';
import { timePanels } from './time-panels.js';

const TONES = ['negative', 'neutral', 'mixed', 'positive'] as const;

/** Negative, neutral, mixed and positive shares by stage. */
export const netSentimentScoreChart = chartMaker((metric) => ({
  name: 'netSentimentScore',
  title: 'Tonalité des messages de clients',
  note: 'de gauche à droite : négatif, neutre, partagé, positif',
  rows: rowsOf(metric).filter((row) => (numberCell(row, 'n') ?? 0) > 0),
  draw: (rows, layout) =>
    stackedShares(
      rows.map((row) => ({
        label: label('stage', textCell(row, 'stage')),
        told: `n\u00a0=\u00a0${formatNumber(numberCell(row, 'n') ?? 0)}`,
        parts: TONES.map((tone) => ({
          name: label('sentiment', tone),
          count: numberCell(row, tone) ?? 0,
          colour: TONE_COLOURS[tone] ?? '',
          ink: TONE_INKS[tone] ?? '',
        })),
      })),
      layout,
    ),
  alt: (rows) =>
    `Barres empilées. ${rows
      .map(
        (row) =>
          `${label('stage', textCell(row, 'stage'))} : ${TONES.map(
            (tone) =>
              `${formatShare((numberCell(row, tone) ?? 0) / (numberCell(row, 'n') ?? 1), 0)} ${label('sentiment', tone)}`,
          ).join(', ')}`,
      )
      .join(' ; ')}.`,
}));

const SHOWN_STAGES = ['private', 'public'] as const;

function periodPoint(row: ChartRow): { at: string; value: number; low: number; high: number } {
  return {
    at: textCell(row, 'period'),
    value: numberCell(row, 'score') ?? 0,
    low: numberCell(row, 'low') ?? 0,
    high: numberCell(row, 'high') ?? 0,
  };
}

/** Net sentiment score by week or month in its interval, a panel for private and one for public. */
export const netSentimentByPeriodChart = chartMaker((metric) => ({
  name: 'netSentimentByPeriod',
  title: metric.label.fr,
  note: 'de −1 à 1 ; bandes : intervalles à 95 %',
  rows: estimatedRows(metric, ['score', 'low', 'high']),
  draw: (rows, layout) =>
    timePanels(
      SHOWN_STAGES.map((stage) => ({
        title: label('stage', stage),
        colour: STAGE_COLOURS[stage] ?? '',
        points: rows.filter((row) => row['stage'] === stage).map(periodPoint),
      })).filter((panel) => panel.points.length > 0),
      {
        ...layout,
        grain: rows[0]?.['grain'] === 'month' ? 'month' : 'week',
        mark: 'band',
        format: '+.1~f',
        domain: [-1, 1],
      },
    ),
  alt: (rows) =>
    `Courbes. ${SHOWN_STAGES.flatMap((stage) => {
      const scores = rows.filter((row) => row['stage'] === stage).map((row) => numberCell(row, 'score') ?? 0);
      return scores.length === 0
        ? []
        : [
            `${label('stage', stage)} : de ${formatValue(Math.min(...scores), 'score')} à ${formatValue(Math.max(...scores), 'score')}`,
          ];
    }).join(' ; ')} ; ${levelNote(metric)}.`,
}));
