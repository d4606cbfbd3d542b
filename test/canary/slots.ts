/** Where the values of an export stand in its text, whatever its grammar. */
export interface Slot {
  readonly from: number;
  readonly to: number;
}

function matches(text: string, pattern: RegExp, groups: readonly number[]): Slot[] {
  const slots: Slot[] = [];
  for (const match of text.matchAll(pattern))
    for (const group of groups) {
      const [from, to] = match.indices?.[group] ?? [0, 0];
      if (to > from) slots.push({ from, to });
    }
  return slots;
}

/** Strings that are no keys, and long numbers. */
const jsonSlots = (text: string): Slot[] =>
  matches(
    text,
    /"(?:[^"\\\n]|\\.)*"\s*:|"((?:[^"\\\n]|\\.)*)"|(?<=[:[,]\s*)(\d{8,})(?=\s*[,\]}\n])/dg,
    [1, 2],
  );

/** Texts between tags, and values of attributes. */
const markupSlots = (text: string): Slot[] =>
  matches(
    text,
    /<!\[CDATA\[([\s\S]*?)\]\]>|<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<[!?][^>]*>|\s(?!xmlns|class|style|xml:|type|rel|http-equiv|content)[\w:-]+="([^"<]*)"|>([^<>]+)(?=<)/dg,
    [1, 2, 3],
  ).filter(({ from, to }) => text.slice(from, to).trim() !== '');

function tableSlots(text: string, delimiter: string): Slot[] {
  const rows: Slot[][] = [];
  let row: Slot[] = [],
    at = 0;
  while (at < text.length) {
    let from = at,
      to: number;
    if (text[at] === '"') {
      from = at + 1;
      at = from;
      while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) at += text[at] === '"' ? 2 : 1;
      to = at++;
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
      to = at;
    }
    row.push({ from, to });
    if (text[at] === delimiter) at++;
    else {
      while (text[at] === '\r' || text[at] === '\n') at++;
      rows.push(row);
      row = [];
    }
  }
  const width = Math.max(0, ...rows.map(({ length }) => length));
  const header = rows.findIndex(({ length }) => length === width);
  return rows.slice(header + 1).flat();
}

/** Header lines of mails: addresses, names, subjects, names of attachments; lines of bodies. */
const mailSlots = (text: string): Slot[] =>
  matches(
    text,
    /^(?:from|to|cc|bcc|reply-to|sender|return-path|delivered-to): ?"?([^"<\n]*?)"? ?<([^>\n]+)>|^subject: ?([^=\n]+)$|^(?:message-id|in-reply-to): ?<([^>\n]+)>|name="([^"\n]+?)\.\w+"|^(?:x-[\w-]+|organization|user-agent|list-[\w-]+|received): ?(.+)$|^([^\n:;=<>-][^\n:;=<>]{8,})$/dgim,
    [1, 2, 3, 4, 5, 6, 7],
  );

/** Who writes and what, in chats kept as lines; fields and lines of articles. */
const lineSlots = (text: string): Slot[] =>
  matches(
    text,
    /^\S?\[?[\d/., :-]+\d[^\p{L}\n]*(?:[AP]M)?(?: - |\] ?)\u200e?(?:~ )?([^:\n]+): ?(.*)$|^\d{1,2}:\d{2}(?: [AP]M)?\t([^\t\n]*)\t?(.*)$|^[A-ZÄ-Ü-]{3,}: (.+)$|^ *([^\n\t[\d][^\n\t]+)$/dgmu,
    [1, 2, 3, 4, 5, 6],
  );

/** The slots of a file, by the end of its name and its first character. */
export function slotsOf(name: string, text: string): Slot[] {
  const first = text.trimStart().charAt(0);
  if (/\.(?:eml|mbox)$/i.test(name)) return mailSlots(text);
  if (first === '<') return markupSlots(text);
  if (/\.(?:txt|md)$/i.test(name)) return lineSlots(text);
  if (/\.(?:json|ndjson|jsonl|js)$/i.test(name) || first === '{') return jsonSlots(text);
  const head = text.slice(0, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'));
  const delimiter = ['\t', ';', ',', '|'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0];
  return tableSlots(text, delimiter ?? ',');
}
