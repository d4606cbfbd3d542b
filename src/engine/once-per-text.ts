/** A change of texts, each alone, done once for each text however often it is asked for: several metrics quote the same messages. */
export function oncePerText(
  change: (texts: readonly string[]) => Promise<readonly string[]>,
): (texts: readonly string[]) => Promise<string[]> {
  const known = new Map<string, Promise<string>>();
  return (texts) => {
    const fresh = [...new Set(texts)].filter((text) => !known.has(text));
    if (fresh.length > 0) {
      const made = change(fresh);
      fresh.forEach((text, at) => {
        const own = made.then((changed) => changed[at] as string);
        own.catch(() => known.delete(text));
        known.set(text, own);
      });
    }
    return Promise.all(texts.map((text) => known.get(text) as Promise<string>));
  };
}
