import { decodeWindows1252 } from '../../util/encoding.js';
import type { ExportFile } from '../bytes/export-file.js';

/** The text of an XML file, in the encoding its declaration names when it is not Unicode. */
export function declaredText(file: ExportFile): AsyncIterable<string> {
  const label = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(file.headText)?.[1]?.toLowerCase();
  if (file.encoding.startsWith('utf-') || label === undefined || /^utf-?8$/.test(label)) return file.text();
  try {
    return decodedAs(file, new TextDecoder(label));
  } catch {
    return file.text();
  }
}

async function* decodedAs(
  file: ExportFile,
  decoder: InstanceType<typeof TextDecoder>,
): AsyncGenerator<string> {
  const latin = decoder.encoding === 'windows-1252';
  for await (const piece of file.bytes())
    yield latin ? decodeWindows1252(piece) : decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
