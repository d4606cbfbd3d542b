/** Listening tools whose columns are known from source code only; no file seen. */
import { idFromUrl } from '../values/ids.js';
import { hostOf, isPress, platformOf } from '../values/networks.js';
import type { Source } from '../source.js';
import type { Draft, RowReader } from '../table/table-source.js';
import { declaredTable } from './declared-table.js';

function place(draft: Draft, row: RowReader): void {
  const source = row.cell(
    'source',
    'source_name',
    'source name',
    'sntypecolumn',
    'source_type',
    'source type',
    'resource type',
    'type',
    'media type',
    'platform',
  );
  const platform = platformOf(draft.url, source);
  const press =
    platform === undefined &&
    (isPress(source) || isPress(row.cell('source_type', 'source type', 'resource type')));
  draft.platform = platform ?? (press ? 'press' : 'web');
  draft.stage = press ? 'press' : 'public';
  draft.kind = press ? 'article' : 'post';
  if (platform !== undefined) draft.id ??= idFromUrl(draft.url);
  draft.sourceName ??= hostOf(draft.url);
}

const tool = (format: string): Source => declaredTable(format, place);

export const sprinklr = tool('sprinklr');
export const youscan = tool('youscan');
export const determ = tool('determ');
export const mentionCom = tool('mention');
