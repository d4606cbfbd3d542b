/** Files that are not read, by how they begin, and what to do with them. */

const ARCHIVE = 'unpack it, or pack it again as .zip';
const IMAGE = 'texts in pictures are not read; export the messages as a table';
/** Beginnings, as one character a byte. */
const SIGNS: readonly (readonly [sign: string, told: string])[] = [
  ['Rar!\x1a\x07', `an archive (.rar): ${ARCHIVE}`],
  ["7z\xbc\xaf'\x1c", `an archive (.7z): ${ARCHIVE}`],
  ['BZh', `an archive (.bz2): ${ARCHIVE}`],
  ['\xfd7zXZ\0', `an archive (.xz): ${ARCHIVE}`],
  ['\x28\xb5\x2f\xfd', `an archive (.zst): ${ARCHIVE}`],
  ['!BDN', 'an Outlook mailbox (.pst, .ost): save its mails as .eml, or export them as .mbox'],
  ['\x89PNG\r\n', `a picture: ${IMAGE}`],
  ['\xff\xd8\xff', `a picture: ${IMAGE}`],
  ['GIF8', `a picture: ${IMAGE}`],
  ['PAR1', 'a Parquet file: save it as .csv'],
  ['SQLite format 3\0', 'a database (SQLite): export its table as .csv'],
];
/** Where a tape archive names itself. */
const TAR_AT = 257;

/** Old Excel, Word and Outlook files. */
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
/** What they are, by the names in their directory, and what to do. */
const OLE_KINDS: readonly (readonly [name: RegExp, told: string])[] = [
  [
    /EncryptedPackage/,
    'a workbook or text with a password: open it, take the password away and save it again',
  ],
  [/__substg1\.0_|__nameid_version1\.0/, 'an Outlook mail (.msg): open it and save it as .eml'],
  [/WordDocument/, 'an old Word text (.doc): open it and save it as .docx'],
  [/Workbook|Book/, 'an old Excel workbook (.xls): open it and save it as .xlsx'],
];
const SAVE_OLE =
  'a file of old Excel (.xls), Outlook (.msg) or Word (.doc): open it and save it as .xlsx, .eml or .docx';

/** The names in the directory of an old file are UTF-16. */
function oleKind(head: Uint8Array): string {
  const names = Buffer.from(head.filter((byte) => byte !== 0)).toString('latin1');
  return OLE_KINDS.find(([name]) => name.test(names))?.[1] ?? SAVE_OLE;
}

/**
 * What a file is that no format reads, by its first bytes, and what to do; `undefined` for any other.
 *
 * @example
 * refusedKind(new TextEncoder().encode('PAR1....'))
 * // → 'a Parquet file: save it as .csv'
 */
export function refusedKind(head: Uint8Array): string | undefined {
  const start = Buffer.from(head.subarray(0, TAR_AT + 8)).toString('latin1');
  if (start.startsWith(OLE)) return oleKind(head);
  if (start.startsWith('ustar', TAR_AT)) return `an archive (.tar): ${ARCHIVE}`;
  return SIGNS.find(([sign]) => start.startsWith(sign))?.[1];
}
