import { bestThreshold, fitPlatt, fitSoftmax, logistic } from './fit-probabilities.js';
import type { HeadPlan, LabelledText } from './head-plan.js';

/** What turns margins into probabilities. */
interface Calibration {
  readonly slopes: readonly number[];
  readonly shifts: readonly number[];
}

/** Counts `[truth][told]` of the rows that the calibration counts, while they were held out. */
export function heldOutConfusion(
  plan: HeadPlan,
  examples: readonly LabelledText[],
  heldOut: readonly Float64Array[],
  { slopes, shifts, thresholds }: Calibration & { readonly thresholds: readonly number[] },
): number[][] {
  const table = plan.labels.map(() => plan.labels.map(() => 0));
  examples.forEach(({ labels, calibrate: counted }, i) => {
    if (counted === false) return;
    let told = 0,
      top = -Infinity;
    heldOut.forEach((column, k) => {
      const z =
        (slopes[k] as number) * (column[i] as number) +
        (shifts[k] as number) +
        Math.log(thresholds[k] as number);
      if (z > top) {
        top = z;
        told = k;
      }
    });
    table[labels[0] as number]![told]!++;
  });
  return table;
}

/** Thresholds of the labels as the plan decides, see `HeadPlan.decision`. */
export function thresholdsOf(
  plan: HeadPlan,
  examples: readonly LabelledText[],
  heldOut: readonly Float64Array[],
  { slopes, shifts }: Calibration,
): number[] {
  if (plan.decision !== 'macro-f1') {
    if (plan.choice === 'many') return shifts.map(() => 0.5);
    return shifts.map((shift) => (plan.decision === 'margin' ? Math.exp(-shift) : 1));
  }
  const counted = examples.map((_, i) => i).filter((i) => examples[i]?.calibrate !== false);
  const best = (label: number, probability: (i: number) => number): number => {
    const known = counted.filter((i) => !Number.isNaN(heldOut[label]?.[i]));
    return bestThreshold(
      known.map(probability),
      known.map((i) => (examples[i] as LabelledText).labels.includes(label)),
    );
  };
  const margin = (label: number, i: number): number =>
    (slopes[label] as number) * (heldOut[label]?.[i] as number) + (shifts[label] as number);
  if (plan.choice === 'many') return shifts.map((_, label) => best(label, (i) => logistic(margin(label, i))));
  const second = best(1, (i) => logistic(margin(1, i) - margin(0, i)));
  return [second, 1 - second];
}

/** Slopes and shifts that turn held-out margins into probabilities. */
export function calibrate(
  plan: HeadPlan,
  examples: readonly LabelledText[],
  heldOut: readonly Float64Array[],
): { slopes: number[]; shifts: number[] } {
  const counted = examples.map((_, i) => i).filter((i) => examples[i]?.calibrate !== false);
  if (plan.choice === 'one') {
    const { slope, shifts } = fitSoftmax(
      heldOut.map((column) => counted.map((i) => column[i] as number)),
      counted.map((i) => examples[i]?.labels[0] as number),
    );
    return { slopes: plan.labels.map(() => slope), shifts };
  }
  const fits = heldOut.map((column, label) => {
    const known = counted.filter((i) => !Number.isNaN(column[i]));
    const bears = known.map((i) => (examples[i] as LabelledText).labels.includes(label));
    const fit = fitPlatt(
      known.map((i) => column[i] as number),
      bears,
    );
    if (plan.prior === undefined) return fit;
    const up = bears.filter(Boolean).length;
    return {
      ...fit,
      shift: fit.shift + Math.log(plan.prior / (1 - plan.prior)) - Math.log(up / (bears.length - up)),
    };
  });
  return { slopes: fits.map(({ slope }) => slope), shifts: fits.map(({ shift }) => shift) };
}
