import type { Field } from './comparison.js';

/** What is assumed of `m` before data: most people keep their identifiers, write on the same subject and soon. */
export const DEFAULT_M: Readonly<Record<Field, readonly number[]>> = {
  order: [0.95, 0.05],
  email: [0.92, 0.08],
  phone: [0.92, 0.08],
  handle: [0.9, 0.1],
  name: [0.9, 0.1],
  shortName: [0.9, 0.1],
  spelling: [0.5, 0.5],
  brand: [0.97, 0.03],
  driver: [0.85, 0.15],
  product: [0.85, 0.15],
  place: [0.85, 0.15],
  gap: [0.22, 0.22, 0.22, 0.16, 0.1, 0.06, 0.02],
  state: [0.6, 0.3, 0.1],
  tone: [0.6, 0.25, 0.08, 0.07],
  complains: [0.9, 0.05, 0.05],
  writesOnDay: [0.5, 0.5],
  writesOnWeek: [0.5, 0.5],
  writesOnLater: [0.5, 0.5],
  words: [0.08, 0.17, 0.3, 0.28, 0.17],
  subjectWords: [0.08, 0.17, 0.3, 0.28, 0.17],
  matterWords: [0.08, 0.17, 0.3, 0.28, 0.17],
  placeWords: [0.08, 0.17, 0.3, 0.28, 0.17],
};

/** Levels of the gap of two messages at any time within the 60 days in which pairs are compared; a day's worth goes on. */
export const GAP_BY_CHANCE: readonly number[] = [0.25, 0.75, 2, 4, 7, 45, 1].map((days) => days / 60);
