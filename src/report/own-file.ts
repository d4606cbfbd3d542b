/** Our archives are dated by this day alone, first of all so that the same report gives the same bytes; one saved by hand has another. */
const ARCHIVE = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const DATED = Buffer.from([0x00, 0x00, 0x21, 0x28]);
const DATE_AT = 10;

const MARKS: Readonly<Record<string, RegExp>> = {
  '.html': /<meta name="generator" content="deversoir /,
  '.json': /^\{\s*"(?:deversoir"|\$schema": "[^"]*",\s*"title": "metrics\.json of deversoir")/,
};

/** Bytes of a file from its start that tell whose it is. */
export const HEAD_BYTES = 4096;

/**
 * Whether a file of a report was written by a report, by its first {@link HEAD_BYTES} bytes: a page by its generator, a document by its
 * first keys, a deck or a workbook by the date of its archive. A deck that was edited and saved is its author's.
 */
export function isOwnFile(name: string, head: Uint8Array): boolean {
  const bytes = Buffer.from(head);
  const mark = MARKS[/\.\w+$/.exec(name)?.[0] ?? ''];
  if (mark !== undefined) return mark.test(bytes.toString('utf8'));
  return (
    bytes.subarray(0, ARCHIVE.length).equals(ARCHIVE) &&
    bytes.subarray(DATE_AT, DATE_AT + DATED.length).equals(DATED)
  );
}
