import type { Metric } from '../model/index.js';
import { formatNumber, NBSP, typo } from '../util/french.js';
import { type ChartLayout, rowsOf, type ChartMaker, type ChartRow, type VegaLiteSpec } from './chart.js';

export interface ChartFrame {
  readonly name: string;
  readonly title: string;
  /** Said after n in the subtitle. */
  readonly note?: string;
  /** Said when a measured metric has no row to draw. */
  readonly nothing?: string;
  /** Rows worth drawing; none: the sentence of the metric is shown. */
  readonly rows: readonly ChartRow[];
  readonly draw: (rows: readonly ChartRow[], layout: ChartLayout) => VegaLiteSpec;
  /** The chart in words. */
  readonly alt: (rows: readonly ChartRow[]) => string;
}

/** « Non mesuré : … » of a metric, as a sentence. */
export function notMeasuredSentence(metric: Metric): string {
  const reason = (metric.notMeasured?.fr ?? 'aucune donnée à montrer').replace(
    /^non mesuré,? ?(motif ?: ?)?/i,
    '',
  );
  return typo(`Non mesuré : ${reason}${/[.!?]$/.test(reason) ? '' : '.'}`);
}

/** « n = 1 601 messages de clients … »; below two, a turn that needs no singular. */
function countInWords({ n, denominator }: Pick<Metric, 'n' | 'denominator'>): string {
  return typo(`n${NBSP}=${NBSP}${formatNumber(n)}${n < 2 ? ', en comptant les' : ''} ${denominator.fr}`);
}

/** Makes the function of a chart: title, subtitle with n, alternative text, and a sentence when there is nothing to draw. */
export function chartMaker(frameOf: (metric: Metric) => ChartFrame): ChartMaker {
  return (metric, { width = 680 } = {}) => {
    const frame = frameOf(metric);
    const n = countInWords(metric);
    const subtitle = typo((frame.note ?? '') === '' ? n : `${n} ; ${frame.note}`);
    const title = typo(frame.title);
    if (frame.rows.length === 0) {
      const empty =
        metric.notMeasured === undefined && frame.nothing !== undefined
          ? typo(frame.nothing)
          : notMeasuredSentence(metric);
      // What the marks mean is not told where there are none.
      return { name: frame.name, title, subtitle: metric.n === 0 ? '' : n, alt: empty, spec: null, empty };
    }
    return {
      name: frame.name,
      title,
      subtitle,
      alt: typo(frame.alt(frame.rows)),
      spec: frame.draw(frame.rows, { width, title, subtitle }),
    };
  };
}

/** Rows whose value and bounds are there. */
export function estimatedRows(metric: Metric, columns: readonly string[]): ChartRow[] {
  return rowsOf(metric).filter((row) =>
    columns.every((column) => typeof row[column] === 'number' && Number.isFinite(row[column])),
  );
}

/** « intervalles à 95 % », from the metric or the default level. */
export const levelNote = (metric: Metric): string =>
  `intervalles à ${formatNumber((metric.interval?.level ?? 0.95) * 100)} %`;
