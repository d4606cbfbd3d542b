/** Whether a format known by its header would leave messages of a table unread. */
import type { ExportFile } from '../bytes/export-file.js';
import { resolveColumns } from './column-map.js';
import { guessColumns } from './guess-columns.js';
import { hasConversations } from './ticket-rows.js';
import { foldName, TEXT_NAMES } from './text-names.js';

/** A column called as texts are and filled with words where the format finds none, or several rows of one ticket where it has a row a ticket. */
export function leavesMessages(
  fields: Parameters<typeof resolveColumns>[1],
  rowIsTicket: boolean,
  file: ExportFile,
): boolean {
  const guess = file.table && guessColumns(file.table);
  if (!file.table || !guess) return false;
  const { columns } = resolveColumns(file, fields, {});
  const tickets = guess.threadId ?? columns.threadId?.[0];
  if (rowIsTicket && tickets !== undefined && hasConversations(file.table, tickets)) return true;
  const isText = guess.text !== undefined && TEXT_NAMES.test(foldName(file.table.names[guess.text] ?? ''));
  return isText && columns.text === undefined;
}
