import { encodingOf, startsWith } from '../../util/encoding.js';
import type { Container } from './export-file.js';

/** What the first bytes say the file is; `zip` is refined to `xlsx` or `docx` by its members. */
export function containerOf(head: Uint8Array): Container | 'gzip' {
  if (head.length === 0) return 'empty';
  if (startsWith(head, 0x50, 0x4b, 3, 4) || startsWith(head, 0x50, 0x4b, 5, 6)) return 'zip';
  if (startsWith(head, 0x1f, 0x8b, 8)) return 'gzip';
  if (startsWith(head, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'rtf';
  if (startsWith(head, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  return isBinary(head) ? 'binary' : 'text';
}

/** Many control bytes and no UTF-16: not a text. A few NUL bytes in a text are tolerated. */
function isBinary(head: Uint8Array): boolean {
  if (encodingOf(head).encoding.startsWith('utf-16')) return false;
  let control = 0;
  const length = Math.min(head.length, 65_536);
  for (let i = 0; i < length; i++) {
    const byte = head[i] ?? 0;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control++;
  }
  return control > length * 0.15;
}
