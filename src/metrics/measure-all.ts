import type { CorpusTables } from '../engine/corpus-tables.js';
import type { Metric } from '../model/index.js';
import { DeversoirError } from '../util/errors.js';
import { freeLeftovers } from '../util/free-memory.js';
import type { OnProgress } from '../util/progress.js';
import { finishMetric } from './define-metric.js';
import { unmeasured } from './make-metric.js';

type AnyMetric<Options> = (
  corpus: CorpusTables,
  options: Options & { readonly by?: undefined },
) => Promise<Metric>;

export interface MeasureNotices {
  /** Told before each metric. */
  readonly onProgress?: OnProgress;
  /** Stops before the next metric: `signal.reason` is thrown. */
  readonly signal?: AbortSignal;
  /** Told of each metric whose calculation fails. */
  readonly onWarning?: (warning: string) => void;
}

/**
 * Runs metrics one after the other. One whose calculation fails is given as not measured, with the error as its reason, and the
 * others go on and `onWarning` is told; an error in what was asked (`DeversoirError`) is thrown.
 */
export async function measureAll<Options>(
  metrics: readonly AnyMetric<Options>[],
  corpus: CorpusTables,
  options: Options,
  { onProgress, onWarning, signal }: MeasureNotices = {},
): Promise<Metric[]> {
  const measured: Metric[] = [];
  for (const metric of metrics) {
    signal?.throwIfAborted();
    onProgress?.({
      task: 'measuring',
      item: metric.name,
      done: measured.length,
      total: metrics.length,
      unit: 'metrics',
    });
    try {
      measured.push(await metric(corpus, { ...options, by: undefined }));
      freeLeftovers();
    } catch (error) {
      if (error instanceof DeversoirError) throw error;
      const why = error instanceof Error ? error.message : String(error);
      onWarning?.(`${metric.name} is not measured: its calculation failed, please report it (${why})`);
      measured.push(await failed(corpus, metric.name, why));
    }
  }
  return measured;
}

function failed(corpus: CorpusTables, name: string, message: string): Promise<Metric> {
  const measured = unmeasured(
    {
      name,
      label: { fr: name, en: name },
      unit: 'messages',
      denominator: { fr: '–', en: '–' },
      method: { fr: '–', en: '–' },
      columns: {},
    },
    0,
    `le calcul a échoué, à signaler (${message})`,
    `the calculation failed, please report it (${message})`,
  );
  return finishMetric(measured, corpus);
}
