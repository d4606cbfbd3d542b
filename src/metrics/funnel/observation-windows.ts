import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import type { MetricOptions } from '../options.js';
import type { DaySpan, Source } from '../../engine/observation.js';
import { observationOf } from './observation-spans.js';

const DAY = 86_400_000;

const frame = metricFrame({
  name: 'observationWindows',
  label: { fr: 'Ce que ces exports laissent voir', en: 'What these exports let one see' },
  unit: 'share',
  denominator: { fr: 'jours de l’observation privée', en: 'days watched in private' },
  method: {
    fr: 'Pour chaque canal, du premier au dernier jour qui porte un message, sans les silences trop longs pour être dus au hasard (une semaine au moins). Une date isolée de plus de 30 jours du reste, avec deux messages ou 1 % au plus, n’élargit rien : elle est dite douteuse. Valeur : part des jours observés en privé où un export public observe aussi ; ailleurs, un débordement ne peut pas se voir et aucun dossier n’y est compté à risque.',
    en: 'For each channel, from the first to the last day that holds a message, without silences too long to be chance (a week at least). A date parted from the rest by more than 30 days, with two messages or 1 % at most, widens nothing: it is doubtful. Value: share of the days watched in private on which a public export watches too; elsewhere a spill cannot be seen and no case is counted at risk.',
  },
  columns: {
    stage: 'text',
    channel: 'text',
    kind: 'text',
    from: 'instant',
    to: 'instant',
    days: 'number',
    messages: 'number?',
  },
});

const daysOf = (spans: readonly DaySpan[]): number =>
  spans.reduce((sum, { first, last }) => sum + last - first + 1, 0);

/** Days that two lists of spans share. */
function sharedDays(spans: readonly DaySpan[], others: readonly DaySpan[]): number {
  let days = 0;
  for (const one of spans)
    for (const other of others)
      days += Math.max(0, Math.min(one.last, other.last) - Math.max(one.first, other.first) + 1);
  return days;
}

const rowsOf = ({
  stage,
  channel,
  spans,
  stray,
  messages,
}: Source): {
  readonly stage: string;
  readonly channel: string;
  readonly kind: string;
  readonly from: Date;
  readonly to: Date;
  readonly days: number;
  readonly messages: number | null;
}[] => [
  ...spans.map(({ first, last }, at) => ({
    stage,
    channel,
    kind: 'window',
    from: new Date(first * DAY),
    to: new Date((last + 1) * DAY),
    days: last - first + 1,
    messages: at === 0 ? messages : null,
  })),
  ...stray.map(({ day, n }) => ({
    stage,
    channel,
    kind: 'stray',
    from: new Date(day * DAY),
    to: new Date((day + 1) * DAY),
    days: 1,
    messages: n,
  })),
];

/**
 * Windows in which each channel lets one see (`window`), with their gaps, and isolated dates that widen none (`stray`). Value: share of
 * the days watched in private on which the public is watched too.
 */
export const observationWindows = defineMetric(
  { frame, of: 'messages' },
  async (corpus, _options: MetricOptions) => {
    const { sources, byStage } = await observationOf(corpus);
    const rows = sources.flatMap(rowsOf);
    const n = daysOf(byStage.private);
    if (sources.length === 0)
      return unmeasured(frame, 0, 'aucun message n’est daté', 'no message has a date');
    const stray = sources.reduce((sum, source) => sum + source.stray.length, 0);
    const limits =
      stray === 0
        ? undefined
        : {
            fr: `Dates douteuses, hors de toute fenêtre : ${stray}.`,
            en: `Doubtful dates, out of any window: ${stray}.`,
          };
    if (n === 0)
      return unmeasured(
        { ...frame, ...(limits ? { limits } : {}) },
        0,
        'aucun export privé daté',
        'no dated private export',
        rows,
      );
    return makeMetric(frame, { value: sharedDays(byStage.private, byStage.public) / n, n, rows, limits });
  },
);
