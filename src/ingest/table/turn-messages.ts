/** What stands in the columns of turns, as messages. */
import type { MessageRecord } from '../../model/index.js';
import type { Draft } from './column-map.js';
import { replyOf } from './reply-columns.js';
import type { RowReader } from './table-row.js';
import type { Turn } from './turn-columns.js';

/** What was written next, as messages under that of the row. */
export function turnsOf(draft: Draft, row: RowReader, turns: readonly Turn[]): readonly MessageRecord[] {
  return turns.flatMap(({ at, direction, date }, index): MessageRecord[] => {
    const cell = row.current.cells[at]?.trim(),
      text = cell === '' ? undefined : cell,
      when = row.current.cells[date ?? -1]?.trim();
    if (direction === 'inbound' && text === undefined) return [];
    const told = replyOf(draft, text, when ? row.timeIn(when) : undefined, row.file.table);
    if (!told) return [];
    const own = { ...told, id: `${draft.id ?? ''}-${index + 1}` };
    if (direction === 'outbound') return [own];
    const { authorId, authorName, authorHandle, authorContacts } = draft;
    return [
      {
        ...own,
        direction,
        kind: 'message',
        authorId,
        authorName,
        authorHandle,
        authorContacts,
        authorIsBrand: undefined,
      },
    ];
  });
}
