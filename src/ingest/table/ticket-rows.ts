/** Tables that have several rows a ticket. */
import type { TablePeek } from '../bytes/export-file.js';

/** A ticket has several rows. */
export function hasConversations(table: TablePeek, thread: number): boolean {
  const threads = table.rows.map((cells) => cells[thread] ?? '').filter((cell) => cell !== '');
  return threads.length - new Set(threads).size >= Math.max(2, threads.length * 0.1);
}

/** Whether the cells of a column differ within tickets: what is told of a ticket stands on all its rows. */
export function moves(table: TablePeek, thread: number, at: number, share = 0.3): boolean {
  const seen = new Map<string, Set<string>>();
  for (const cells of table.rows) {
    const key = cells[thread] ?? '';
    seen.set(key, (seen.get(key) ?? new Set()).add(cells[at] ?? ''));
  }
  const rows = table.rows.length - seen.size;
  const moved = [...seen.values()].reduce((sum, { size }) => sum + size - 1, 0);
  return rows > 0 && moved >= rows * share;
}

/** The date that moves within tickets, among these columns: that of a ticket's opening stands on all its rows. */
export function messageDate(table: TablePeek, thread: number, dates: readonly number[]): number | undefined {
  return hasConversations(table, thread) ? dates.find((at) => moves(table, thread, at, 0.5)) : undefined;
}
