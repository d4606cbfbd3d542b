import { formatDate, formatNumber, plural } from '../util/french.js';
import { numberCell, rowsOf, textCell } from './chart.js';
import { chartMaker } from './make-chart.js';
import { STAGE_COLOURS } from './theme.js';
import { timePanels, type TimePanel } from './time-panels.js';
import { STAGES } from '../model/index.js';

const COUNTED = {
  private: 'Privé : messages de clients',
  public: 'Public : messages de clients',
  press: 'Presse : articles',
} as const;

function panelsOf(rows: readonly Readonly<Record<string, unknown>>[]): TimePanel[] {
  return STAGES.flatMap((stage) => {
    const counts = new Map<string, number>();
    for (const row of rows) {
      if (row['stage'] !== stage) continue;
      const period = textCell(row, 'period');
      counts.set(period, (counts.get(period) ?? 0) + (numberCell(row, 'n') ?? 0));
    }
    const points = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([at, value]) => ({ at, value }));
    return points.length === 0
      ? []
      : [{ title: COUNTED[stage].replace(' :', '\u00a0:'), colour: STAGE_COLOURS[stage] ?? '', points }];
  });
}

const grainOf = (rows: readonly Readonly<Record<string, unknown>>[]): 'week' | 'month' =>
  rows[0]?.['grain'] === 'month' ? 'month' : 'week';

/** Messages by week or month, a panel for each stage, each on its own scale. */
export const messageVolumeChart = chartMaker((metric) => ({
  name: 'messageVolume',
  title: metric.label.fr,
  note: 'chaque étape a sa propre échelle',
  rows: rowsOf(metric).filter((row) => row['direction'] === 'inbound'),
  draw: (rows, layout) =>
    timePanels(panelsOf(rows), { ...layout, grain: grainOf(rows), mark: 'bars', format: ',d' }),
  alt: (rows) => {
    const parts = panelsOf(rows).map((panel, index) => {
      const peak = panel.points.reduce((best, point) => (point.value > best.value ? point : best));
      return `${panel.title.split('\u00a0:')[0] ?? ''} : ${plural(
        panel.points.reduce((sum, point) => sum + point.value, 0),
        index === 2 ? 'article' : 'message',
      )}, au plus ${formatNumber(peak.value)} ${grainOf(rows) === 'week' ? 'la semaine' : 'le mois'} du ${formatDate(Date.parse(`${peak.at}T12:00:00Z`))}`;
    });
    return `Barres ${grainOf(rows) === 'week' ? 'par semaine' : 'par mois'}. ${parts.join(' ; ')}.`;
  },
}));
