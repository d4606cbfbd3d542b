/** Factors of the 168 hours of a week, mean 1. */
export function week(hour: (h: number) => number, days: readonly number[]): number[] {
  const values = Array.from({ length: 168 }, (_, h) => hour(h % 24) * (days[Math.floor(h / 24)] ?? 1));
  const mean = values.reduce((a, b) => a + b, 0) / 168;
  return values.map((value) => value / mean);
}

/** Quiet nights, a lunch hour, a long evening. */
export const evening = week(
  (h) =>
    h < 6 ? 0.12 : 0.5 + 0.5 * Math.exp(-(((h - 12) / 2) ** 2)) + 1.2 * Math.exp(-(((h - 20) / 3) ** 2)),
  [1.1, 1.05, 1, 1, 1, 0.9, 0.85],
);
