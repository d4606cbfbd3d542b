import { textCell, type ChartRow } from './chart.js';
import { intervalDots } from './interval-dots.js';
import { chartMaker, estimatedRows, levelNote } from './make-chart.js';
import { shareDot, sharesInWords } from './shares-chart.js';
import { channelLabel } from './wording.js';

const SHOWN = 14;
const COLUMNS = { value: 'share', low: 'low', high: 'high' };
const pathName = (row: ChartRow): string =>
  `${channelLabel(textCell(row, 'first'))} → ${channelLabel(textCell(row, 'next'))}`;

/** Where cases that change channel go on: share of those opened in the first channel, the most frequent path first. */
export const channelPathsChart = chartMaker((metric) => ({
  name: 'channelPaths',
  title: 'De canal en canal : où les dossiers se poursuivent',
  note: `part des dossiers ouverts dans le premier canal, dont n est le nombre ; un plancher ; ${levelNote(metric)}`,
  nothing: 'Rien à tracer : aucun dossier ne change de canal.',
  rows: estimatedRows(metric, Object.values(COLUMNS))
    .filter((row) => textCell(row, 'next') !== '')
    .slice(0, SHOWN),
  draw: (rows, layout) =>
    intervalDots(
      rows.map((row) => shareDot(row, pathName(row), { ...COLUMNS, n: 'of' }, layout.width)),
      { ...layout, axisTitle: 'Part des dossiers', format: '%' },
    ),
  alt: (rows) => sharesInWords(rows, pathName, COLUMNS),
}));
