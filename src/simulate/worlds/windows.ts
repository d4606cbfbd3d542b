import type { Setting } from './setting.js';

/** From (included) to (excluded), by stage. */
export type Windows = Readonly<Record<'private' | 'public' | 'press', readonly [number, number]>>;

/** What the exports of each stage cover: all, the public ones from a third on, or the press ones to two thirds. */
export function windowsOf({ startsAt, endsAt, knobs }: Setting): Windows {
  const third = Math.floor((endsAt - startsAt) / 3);
  const all: readonly [number, number] = [startsAt - 3_600_000, endsAt];
  return {
    private: all,
    public: knobs.windows === 'publicLate' ? [startsAt + third, endsAt] : all,
    press: knobs.windows === 'pressShort' ? [startsAt, endsAt - third] : all,
  };
}
