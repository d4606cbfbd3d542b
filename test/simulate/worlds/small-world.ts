import type { Knobs } from '../../../src/simulate/worlds/knobs.js';
import { drawSetting, type Setting } from '../../../src/simulate/worlds/setting.js';

/** The setting of a small world, before anything happens in it. */
export const smallWorld = (seed: number, more: Partial<Knobs> = {}): Setting =>
  drawSetting(seed, { cases: 160, ...more });

export const times = (n: number, play: (i: number) => void): void => {
  for (let i = 0; i < n; i++) play(i);
};
