import { orderBy } from '../checks.js';
import type { EventBins, EventSequence } from './hawkes-model.js';

/** What a sweep passes; at one instant, what ends and is read comes before what begins. */
const CLOSE = 0,
  FILL = 1,
  READ = 2,
  JUMP = 3,
  EXPECT = 4,
  OPEN = 5;

interface Marks {
  readonly times: Float64Array;
  readonly kinds: Uint8Array;
  readonly values: Int32Array;
}

/** Events or bins of a source and of a target, in order of time; `values` are places of bins. */
function marksOf(events: EventSequence, target: number, source: number): Marks {
  const list: [number, number, number][] = [];
  const from = events.bins?.get(source),
    to = events.bins?.get(target);
  from?.low.forEach((low, b) => list.push([low, EXPECT, b], [from.high[b] as number, FILL, b]));
  to?.low.forEach((low, b) => list.push([low, OPEN, b], [to.high[b] as number, CLOSE, b]));
  for (let k = 0; k < events.count; k++) {
    const t = events.times[k] as number,
      type = events.types[k];
    if (type === target && to === undefined) list.push([t, READ, 0]);
    if (type === source && from === undefined) list.push([t, JUMP, 0]);
  }
  list.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return {
    times: Float64Array.from(list, ([t]) => t),
    kinds: Uint8Array.from(list, ([, kind]) => kind),
    values: Int32Array.from(list, ([, , value]) => value),
  };
}

/**
 * As `memoryAt`, where the source or the target is known by bins. The count of a source's bin is known at its end: until then the
 * type comes at its mean rate, then as if spread evenly over the bin. A binned target gets the mean memory over its bin, one value
 * per event of it. Of a binned type on itself only earlier bins count: what an event sets off within its own bin is `withinBin`'s.
 */
export class BinnedMemory {
  private readonly marks: Marks;
  private readonly rate: number = 0;

  constructor(
    private readonly events: EventSequence,
    private readonly target: number,
    private readonly source: number,
  ) {
    this.marks = marksOf(events, target, source);
    const own = events.bins?.get(source);
    if (own !== undefined) this.rate = sumOf(own.counts) / sumOf(own.high.map((_, b) => widthOf(own, b)));
  }

  /** One value per event of the target. */
  at(beta: number): Float64Array {
    const to = this.events.bins?.get(this.target),
      values = this.values(beta);
    return to === undefined ? values : perEvent(to, (bin) => values[bin] as number);
  }

  /** ∫ of the memory over the bins of a binned target. */
  overBins(beta: number): number {
    const to = this.events.bins?.get(this.target) as EventBins;
    return sumOf(this.values(beta).map((mean, b) => mean * widthOf(to, b)));
  }

  /** At each event of the target, or the mean over each of its bins. */
  private values(beta: number): Float64Array {
    const { times, kinds, values } = this.marks,
      from = this.events.bins?.get(this.source),
      to = this.events.bins?.get(this.target),
      own = this.target === this.source;
    const means = new Float64Array(to?.low.length ?? 0),
      reads: number[] = [];
    // known: memory of what is known; open: of what the running bin of the source is taken for
    let known = 0,
      open = 0,
      rate = 0,
      integral = 0,
      last = 0,
      opened = 0,
      atOpening = 0;
    for (let k = 0; k < times.length; k++) {
      const step = (times[k] as number) - last,
        fade = Math.exp(-beta * step),
        gone = -Math.expm1(-beta * step) / beta,
        b = values[k] as number;
      integral += (known + open) * gone + (rate * (step - gone)) / beta;
      known *= fade;
      open = open * fade + rate * gone;
      last = times[k] as number;
      switch (kinds[k]) {
        case JUMP:
          known++;
          break;
        case READ:
          reads.push(known + open);
          break;
        case EXPECT:
          rate = this.rate;
          break;
        case FILL:
          known += ((from?.counts ?? [])[b] as number) * spreadOver(beta, widthOf(from as EventBins, b));
          open = 0;
          rate = 0;
          break;
        case OPEN:
          [opened, atOpening] = [integral, known];
          break;
        default:
          means[b] = own
            ? atOpening * spreadOver(beta, widthOf(to as EventBins, b))
            : (integral - opened) / widthOf(to as EventBins, b);
      }
    }
    return to === undefined ? Float64Array.from(reads) : means;
  }

  /** Share of the direct events of the source that fall in the window; of a type on itself, after the bin of each. */
  exposure(beta: number): number {
    const { bins, horizon } = this.events,
      from = bins?.get(this.source);
    let total = 0;
    if (from === undefined) {
      for (let k = 0; k < this.events.count; k++)
        if (this.events.types[k] === this.source)
          total -= Math.expm1(-beta * (horizon - (this.events.times[k] as number)));
      return total;
    }
    // what a bin is taken for while it runs, then what its events bring after it
    from.low.forEach((_, b) => {
      const width = widthOf(from, b),
        within = this.target === this.source ? 0 : this.rate * width * (1 - spreadOver(beta, width));
      const end = from.high[b] as number,
        after = (from.counts[b] as number) * spreadOver(beta, width);
      total += within - after * Math.expm1(-beta * (horizon - end));
    });
    return total;
  }
}

const sumOf = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);

const widthOf = ({ low, high }: EventBins, b: number): number => (high[b] as number) - (low[b] as number);

/** Memory left at the end of a bin of one event spread over it; and the mean over a bin of one unit of memory at its start. */
const spreadOver = (beta: number, width: number): number => -Math.expm1(-beta * width) / (beta * width);

/** The events of the other types with those of `bins`, one a count, at even distances in their bin. */
export function withBins(events: EventSequence, bins: ReadonlyMap<number, EventBins>): EventSequence {
  const kept = [...events.times.keys()].filter((k) => !bins.has(events.types[k] as number));
  const times = kept.map((k) => events.times[k] as number),
    types = kept.map((k) => events.types[k] as number);
  for (const [type, own] of bins) {
    own.counts.forEach((count, b) => {
      for (let e = 0; e < count; e++) {
        times.push((own.low[b] as number) + ((e + 0.5) / count) * widthOf(own, b));
        types.push(type);
      }
    });
  }
  const order = orderBy(times.length, (k) => times[k] as number);
  return {
    ...events,
    times: Float64Array.from(order, (k) => times[k] as number),
    types: Uint8Array.from(order, (k) => types[k] as number),
    count: times.length,
    bins,
  };
}

/** One value per event of a binned type. */
export const perEvent = (bins: EventBins, valueOf: (bin: number) => number): Float64Array =>
  Float64Array.from([...bins.counts].flatMap((count, b) => Array.from({ length: count }, () => valueOf(b))));

/** Mean of λ over a bin, over what comes from before it and from other types: what the bin's own events set off in it comes on top. */
export function withinBin(a: number, beta: number, width: number): number {
  const left = Math.min(a, 0.95),
    rate = beta * (1 - left) * width;
  return 1 + (left / (1 - left)) * (1 + Math.expm1(-rate) / rate);
}
