/**
 * Values by a key, keys in the order in which they come first.
 *
 * @example
 * [...grouped(['bon', 'bof', 'cher'], (word) => word[0])]
 * // → [['b', ['bon', 'bof']], ['c', ['cher']]]
 */
export function grouped<Value, Key>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): Map<Key, [Value, ...Value[]]> {
  const groups = new Map<Key, [Value, ...Value[]]>();
  for (const value of values) {
    const key = keyOf(value),
      group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/**
 * How often each value comes, values in the order in which they come first.
 *
 * @example
 * [...tally(['bon', 'cher', 'bon'])]
 * // → [['bon', 2], ['cher', 1]]
 */
export function tally<Value>(values: Iterable<Value>): Map<Value, number> {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
