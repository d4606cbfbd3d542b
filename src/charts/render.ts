import type { VegaLiteSpec } from './chart.js';
import { valueInWords } from '../util/checked-options.js';
import { DeversoirError } from '../util/errors.js';
import { textWidth } from './text-width.js';

/** What Vega and Vega-Lite said while compiling. */
export interface CompileResult {
  readonly vegaSpec: object;
  readonly warnings: readonly string[];
}

/** Compiles a Vega-Lite specification to Vega and keeps its warnings. */
export async function compileSpec(spec: VegaLiteSpec): Promise<CompileResult> {
  if (typeof spec !== 'object' || spec === null || typeof (spec as { chart?: unknown }).chart === 'function')
    throw new DeversoirError('option-invalid', `a chart of ${valueInWords(spec)}`, {
      hint: 'expected a Vega-Lite specification: metric.chart()',
    });
  const { compile } = await import('vega-lite');
  const warnings: string[] = [];
  const logger = {
    level: () => logger,
    error: (...args: unknown[]) => {
      warnings.push(args.join(' '));
      return logger;
    },
    warn: (...args: unknown[]) => {
      warnings.push(args.join(' '));
      return logger;
    },
    info: () => logger,
    debug: () => logger,
  };
  const { spec: vegaSpec } = compile(spec as never, { logger: logger as never });
  return { vegaSpec, warnings };
}

/**
 * Draws a specification as SVG text, without browser or canvas. Texts are measured by our own table, so the same
 * specification gives the same bytes on every machine. Nothing is fetched: a specification that names an address fails.
 */
export async function renderSvg(spec: VegaLiteSpec): Promise<string> {
  const vega = await import('vega');
  const { vegaSpec } = await compileSpec(spec);
  measureTextsAlike(vega as unknown as WithTextMetrics);
  const refuse = (): Promise<never> => Promise.reject(new Error('charts hold their data: nothing is loaded'));
  const loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse, options: {} };
  const view = new vega.View(vega.parse(vegaSpec as never), {
    renderer: 'none',
    loader: loader as never,
    logLevel: vega.Error,
  });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}

interface WithTextMetrics {
  readonly textMetrics: {
    width: (item: { fontSize?: number; fontWeight?: unknown; limit?: number }, text: unknown) => number;
  };
}

function measureTextsAlike({ textMetrics }: WithTextMetrics): void {
  textMetrics.width = (item, text) => {
    const width = textWidth(String(text ?? ''), item.fontSize ?? 11, item.fontWeight === 'bold');
    return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit) : width;
  };
}
