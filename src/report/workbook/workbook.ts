import type { Metric } from '../../model/index.js';
import { fixedZip } from '../deck/fixed-zip.js';
import { PAGE_ONLY } from '../metrics-json.js';
import { withoutText } from '../story/annex.js';
import { columnHead } from '../story/column-heads.js';
import { codeText } from '../story/code-text.js';
import { styleOfColumn } from '../story/column-styles.js';
import { rowsOf, styleOf, type Row } from '../story/reading.js';
import type { Story } from '../story/story.js';
import { wordsOf, type Words } from '../story/words.js';
import { cellOf, dateFormat, dayOf, safe, WHOLE } from './cell.js';
import { figuresSheet, findingsSheet } from './findings-sheet.js';
import { figureFormats, formatOf, inCell } from './formats.js';
import { alignmentOf, printedHeads, sheet } from './sheet.js';

const tabOf = (metric: Metric, words: Words): string => words.label('tab', metric.name);

/** Numbers of rows whose measure is printed otherwise than its column, by row and column. */
function ownFormats(
  metric: Metric,
  names: readonly string[],
  rows: readonly Row[],
): ReadonlyMap<string, object> {
  const cells = new Map<string, object>();
  rows.forEach((row, at) =>
    names.forEach((name, column) => {
      const value = row[name];
      if (typeof value !== 'number') return;
      const style = styleOfColumn(name, metric, row);
      if (style !== styleOfColumn(name, metric))
        cells.set(`${at + 1},${column}`, {
          value: inCell(value, style),
          style: { numFmt: formatOf(style, [value]), alignment: alignmentOf(true, column) },
        });
    }),
  );
  return cells;
}

/**
 * Every metric as a workbook: a sheet of headline figures, one of findings, one of definitions, one a metric with all its rows; heads bold and frozen, filters set, long texts of the first ones wrapped,
 * numbers with their formats, texts that look like formulas kept as texts. The same metrics give the same bytes.
 */
export async function renderWorkbook(story: Story, metrics: readonly Metric[]): Promise<Uint8Array> {
  const { writeXlsx } = await import('hucre/xlsx');
  const words = wordsOf(story.language, 'UTC');
  const edge = { title: story.title, scope: story.subtitle };
  const told = metrics.filter(({ name }) => !PAGE_ONLY.has(name));
  const values = told.map((metric) => [
    safe(words.of(metric.label)),
    metric.table.numRows() > 0 ? tabOf(metric, words) : null,
    words.label('unit', metric.unit),
    metric.value,
    metric.n,
    safe(words.of(metric.denominator)),
    safe(words.of(metric.method)),
    metric.limits === undefined ? null : safe(words.of(metric.limits)),
    metric.notMeasured === undefined ? null : safe(words.of(metric.notMeasured)),
    metric.name,
  ]);
  const headline = figuresSheet(
    { name: words.say('Synthèse', 'Summary'), head: words.say('Mesure', 'Measure') },
    story.tiles.map(({ label, figure }) => ({ said: label, figure })),
    words,
    edge,
  );
  const definitions = sheet(
    words.say('Définitions', 'Definitions'),
    [
      words.say('Mesure', 'Measure'),
      words.say('Onglet', 'Sheet'),
      words.say('Unité', 'Unit'),
      words.say('Valeur', 'Value'),
      'n',
      words.say('Dénominateur', 'Denominator'),
      words.say('Méthode', 'Method'),
      words.say('Limites', 'Limits'),
      words.say('Non mesuré', 'Not measured'),
      words.say('Nom dans metrics.json', 'Name in metrics.json'),
    ],
    values,
    [undefined, undefined, undefined, undefined, WHOLE],
    figureFormats(values, [3], told.map(styleOf)),
    true,
    edge,
  );
  const own = told
    .filter((metric) => metric.table.numRows() > 0)
    .map((metric) => {
      const rows = rowsOf(metric).map((row): Row =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, dayOf(value, name, metric)])),
      );
      // as on the page: what no row says has no column
      const names = metric.table
        .columnNames()
        .filter((name) => rows.some((row) => row[name] !== null && row[name] !== undefined));
      return sheet(
        tabOf(metric, words),
        names.map((name) => {
          const head = columnHead(
            name === 'topic' && names.includes('name') ? 'topicId' : name,
            metric.name,
            words.language,
          );
          return styleOfColumn(name, metric) === 'points' ? `${head} (points)` : head;
        }),
        rows.map((row) =>
          names.map((name) => {
            const value = row[name] === '' ? null : row[name];
            const raw = typeof value === 'boolean' ? words.yesNo(value) : value;
            const cell = cellOf(raw ?? withoutText(name, metric, row, words), (text) =>
              codeText(text, name, metric, row, words),
            );
            return typeof cell === 'number' ? inCell(cell, styleOfColumn(name, metric, row)) : cell;
          }),
        ),
        names.map((name) =>
          rows.some((row) => row[name] instanceof Date)
            ? dateFormat(
                rows.map((row) => row[name]),
                words.language,
              )
            : rows.some((row) => typeof row[name] === 'number')
              ? formatOf(
                  styleOfColumn(name, metric),
                  rows.map((row) => row[name]),
                )
              : undefined,
        ),
        ownFormats(metric, names, rows),
        false,
        edge,
      );
    });
  const sheets = [headline, ...findingsSheet(story.findings, words, edge), definitions, ...own];
  const bytes = await writeXlsx({ sheets, namedRanges: sheets.map(printedHeads) } as never);
  return fixedZip(bytes);
}
