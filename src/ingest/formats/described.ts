import { shippedJson } from '../../util/shipped-json.js';
import type { Source } from '../source.js';

/** What a user is told of each format that is no declared table: how it is called, what it holds, what proves its parser, an example. */
const FORMATS = shippedJson('./formats.json', import.meta.url) as Readonly<
  Record<string, Pick<Source, 'label' | 'stage' | 'evidence' | 'example'>>
>;

/** The source of a format of `formats.json`, from how it is told and read; it streams unless it says otherwise. */
export function described(
  format: string,
  code: Pick<Source, 'detect' | 'parse'> & Partial<Pick<Source, 'memory' | 'rows' | 'survey'>>,
): Source {
  const told = FORMATS[format];
  if (told === undefined) throw new Error(`formats.json describes no ${format}`);
  return { format, ...told, memory: 'stream', ...code };
}
