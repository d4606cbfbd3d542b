import { DeversoirError } from '../../util/errors.js';
import type { Draw } from '../draw.js';

/**
 * What differs between worlds, each with its levels. A figure is good when its interval covers at every level of every knob.
 * Shares are of people, cases or messages, from 0 to 1.
 */
export const KNOBS = {
  /** Private complaint cases. */
  cases: [160, 360],
  /** Share of people who bear the full name of somebody else. */
  namesakes: [0.01, 0.1, 0.3],
  /** Share of spilled cases whose public message has no identifier in common with the private ones. */
  withoutKey: [0.1, 0.35, 0.6],
  /** Share of cases opened by somebody who had one before. */
  severalCases: [0.05, 0.3],
  /** Share of ordinary public messages written by a few dozen regulars. */
  fans: [0, 0.3],
  /** Share of cases that go public when nobody answers or resolves, before the multipliers of driver and channel. */
  spill: [0.07, 0.25],
  /** Half of the hazard to go public is spent after so many hours. */
  spillHalfLifeHours: [2, 14, 72],
  /** `falling`: the hazard is highest at once; `delayed`: it rises first, as people wait for an answer. */
  spillLaw: ['falling', 'delayed'],
  /** Hazard ratio of having been answered. */
  hazardRatio: [0.25, 0.5, 1],
  answering: ['prompt', 'slow'],
  /** Half-life of the echoes of a public message. */
  echoHalfLifeMinutes: [10, 150],
  /** Direct echoes of a public complaint. */
  echoes: [0.1, 0.4],
  /** Public bursts that nobody in private caused. */
  outsideCrises: [0, 1, 2],
  /** A wave of private cases that goes public and to the press. */
  innerCrisis: ['none', 'one'],
  publicReplies: ['exported', 'missing'],
  windows: ['equal', 'publicLate', 'pressShort'],
  strayDate: ['none', 'late', 'early'],
  /** Share of private threads in which a machine answers first. */
  acknowledgements: [0, 0.8],
  /** Share of WhatsApp threads with further notices of the service. */
  serviceNotices: [0, 0.5],
  copies: ['none', 'campaign'],
  /** Reshares of the brand's own posts, as a share of the listening export. */
  reshares: [0, 0.35],
  /** Share of mail replies whose references are missing, foreign or fork. */
  brokenThreads: [0, 0.3],
  /** The tickets' descriptions come again as first comments, in files of their own. */
  ticketRepeats: ['no', 'yes'],
  /** Share of conversations that are complaints: `apart` .85 in private and .25 in public, `near` .55 and .5. */
  complaintShares: ['apart', 'near'],
  /** Share of private complaints that the care team takes for something else. */
  unidentified: [0.05, 0.3],
  /** Whose words most often say that a problem is solved. */
  resolutionSaidBy: ['customer', 'brand'],
} as const;

export type Knob = keyof typeof KNOBS;
export type Knobs = { readonly [K in Knob]: (typeof KNOBS)[K][number] };

/** One level of each knob, drawn apart. */
export function drawKnobs(draw: Draw): Knobs {
  return Object.fromEntries(
    Object.entries(KNOBS).map(([knob, levels]) => [
      knob,
      draw.fork(knob).pick<string | number>(levels as readonly (string | number)[]),
    ]),
  ) as Knobs;
}

/**
 * Knobs from texts such as `namesakes=0.3`.
 *
 * @throws DeversoirError `option-invalid` for a knob or a level that does not exist, with the choices
 *
 * @example
 * parseKnobs(['fans=0', 'windows=equal'])
 * // → { fans: 0, windows: 'equal' }
 */
export function parseKnobs(texts: readonly string[]): Partial<Knobs> {
  return Object.fromEntries(
    texts.map((text) => {
      const [knob = '', level = ''] = text.split('=', 2);
      const levels: readonly (string | number)[] | undefined = KNOBS[knob as Knob];
      if (levels === undefined)
        throw new DeversoirError('option-invalid', `--knob ${text}`, {
          hint: `expected NAME=LEVEL with a name of ${Object.keys(KNOBS).join(', ')}`,
        });
      const found = levels.find((one) => String(one) === level);
      if (found === undefined)
        throw new DeversoirError('option-invalid', `--knob ${text}`, {
          hint: `${knob} is one of ${levels.join(', ')}`,
        });
      return [knob, found];
    }),
  );
}
