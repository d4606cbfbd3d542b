/** Adjusted Rand index of two labellings of the same things: 1 the same, about 0 by chance. Hubert & Arabie 1985. */
export function adjustedRand(a: readonly string[], b: readonly string[]): number {
  const pairs = (n: number): number => (n * (n - 1)) / 2;
  const count = (keys: readonly string[]): number[] => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts.values()];
  };
  const sum = (counts: readonly number[]): number => counts.reduce((total, n) => total + pairs(n), 0);
  const together = sum(count(a.map((key, at) => `${key}|${b[at] ?? ''}`)));
  const [left, right] = [sum(count(a)), sum(count(b))];
  const chance = (left * right) / pairs(a.length);
  return (together - chance) / ((left + right) / 2 - chance);
}
