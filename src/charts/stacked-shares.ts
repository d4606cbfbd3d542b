import { chartSpec } from './chart-spec.js';
import type { VegaLiteSpec } from './chart.js';
import { textWidth, wrapText } from './text-width.js';
import { FONT_SIZE, INK } from './theme.js';

export interface StackedPart {
  readonly name: string;
  readonly count: number;
  readonly colour: string;
  readonly ink: string;
}
export interface StackedRow {
  readonly label: string;
  readonly told: string;
  readonly parts: readonly StackedPart[];
}

interface Placed extends StackedPart {
  readonly row: string;
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly text: string;
}

const ROW = 34;

function place(row: StackedRow, name: string, plot: number): Placed[] {
  const total = row.parts.reduce((sum, part) => sum + part.count, 0);
  let from = 0;
  return row.parts.map((part) => {
    const share = part.count / total;
    const percent = `${Math.round(share * 100)}\u00a0%`;
    const fits =
      [`${part.name} ${percent}`, percent].find((text) => textWidth(text, FONT_SIZE) + 8 < share * plot) ??
      '';
    const placed = { ...part, row: name, from, to: from + share, share, text: fits };
    from += share;
    return placed;
  });
}

/** Bars of 100 %, each part written inside where it fits; a legend in words above is left to the subtitle. */
export function stackedShares(
  rows: readonly StackedRow[],
  options: { readonly width: number; readonly title: string; readonly subtitle: string },
): VegaLiteSpec {
  const names = rows.map((row) => wrapText(row.label, options.width * 0.3, FONT_SIZE));
  const left = Math.max(...names.flat().map((line) => textWidth(line, FONT_SIZE))) + 12;
  const right = Math.max(...rows.map((row) => textWidth(row.told, FONT_SIZE))) + 12;
  const plot = Math.max(90, Math.floor(options.width - left - right - 12));
  const parts = rows.flatMap((row, index) => place(row, (names[index] ?? []).join('\n'), plot));
  const order = names.map((name) => name.join('\n'));
  return chartSpec(options, {
    width: plot,
    height: { step: ROW },
    data: { values: parts.map((part) => ({ ...part, middle: (part.from + part.to) / 2 })) },
    encoding: {
      y: {
        field: 'row',
        type: 'nominal',
        sort: order,
        title: null,
        axis: { labelExpr: 'split(datum.label, "\\n")', ticks: false, domain: false, labelPadding: 8 },
      },
    },
    layer: [
      {
        mark: { type: 'bar', stroke: '#ffffff', strokeWidth: 1, height: 22 },
        encoding: {
          x: { field: 'from', type: 'quantitative', axis: null, scale: { domain: [0, 1] } },
          x2: { field: 'to' },
          color: { field: 'colour', type: 'nominal', scale: null },
        },
      },
      {
        transform: [{ filter: "datum.text !== ''" }],
        mark: { type: 'text', fontSize: FONT_SIZE, baseline: 'middle' },
        encoding: {
          x: { field: 'middle', type: 'quantitative' },
          text: { field: 'text', type: 'nominal' },
          color: { field: 'ink', type: 'nominal', scale: null },
        },
      },
      {
        data: { values: rows.map((row, index) => ({ row: order[index], told: row.told })) },
        mark: { type: 'text', align: 'left', dx: 10, fontSize: FONT_SIZE, color: INK },
        encoding: { x: { value: 'width' }, text: { field: 'told', type: 'nominal' } },
      },
    ],
  });
}
