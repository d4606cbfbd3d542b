/** The lines of a text, streaming, without their line ends. A line longer than `limit` characters is cut there. */
export async function* textLines(pieces: AsyncIterable<string>, limit = 1_000_000): AsyncGenerator<string> {
  let rest = '';
  let skipping = false;
  for await (const piece of pieces) {
    let from = 0;
    for (let to = piece.indexOf('\n'); to >= 0; to = piece.indexOf('\n', from)) {
      if (skipping) skipping = false;
      else yield trimReturn((rest + piece.slice(from, to)).slice(0, limit));
      rest = '';
      from = to + 1;
    }
    if (skipping) continue;
    rest += piece.slice(from);
    if (rest.length > limit) {
      yield rest.slice(0, limit);
      rest = '';
      skipping = true;
    }
  }
  if (!skipping && rest !== '') yield trimReturn(rest);
}

const trimReturn = (line: string): string => (line.endsWith('\r') ? line.slice(0, -1) : line);
