/** The parts of a conversation that stands whole in one cell: lines with who writes them, or a list in JSON. */
import { withoutMarkup } from '../markup/html.js';
import { asArray, asObject, asText, at, parseJson } from '../json/json.js';

/** A part of a cell, as its head tells it. */
export interface Part {
  /** Date and time as written. */
  readonly when?: string | undefined;
  /** The time of day alone. */
  readonly hour?: string | undefined;
  /** Seconds since the conversation began. */
  readonly after?: number | undefined;
  readonly who: string;
  /** Whom the lines above the conversation tell to be of the brand. */
  readonly agent?: string | undefined;
  readonly text: string;
}

const DATE = String.raw`(?:\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})`;
const HOUR = String.raw`\d{1,2}[:h]\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?`;
const STAMP = String.raw`(?<when>${DATE}(?:,?[ T]| à | at | - )${HOUR}Z?)`;
const WHO = String.raw`(?<who>\p{L}[^\n:;\[\]<>"()]{0,58}(?:\([^()\n:]{1,30}\))?)`;
const ROLE = String.raw`(?<who>(?:client|cliente|customer|visit(?:eur|or)|internaute|user|utilisateur|agent|conseill(?:er|ère)|op[ée]rat(?:eur|or|rice)|advisor|bot|chatbot|assistant|syst[eè]me|system)(?:[ \t]+[\p{L}\d.-]{1,20}){0,2})`;
/** Heads of lines: a stamp before or behind the name, the time of day before it, or a role alone. */
const HEADS: readonly RegExp[] = [
  String.raw`^[ \t]*[-*•]?[ \t]*[\[(]?${STAMP}[\])]?[ \t]*(?:[-–—:|,]|par|by)?[ \t]*${WHO}[ \t]*:(?!//)`,
  String.raw`^[ \t]*[-*•]?[ \t]*${WHO}[ \t]*[\[(,–-][ \t]*(?:le |on )?${STAMP}[ \t]*[\])]?[ \t]*(?::|$)`,
  String.raw`^[ \t]*[\[(]?(?<hour>${HOUR})[\])]?[ \t]*[-–|]?[ \t]*${WHO}[ \t]*:(?!//)`,
  String.raw`^[ \t]*${ROLE}[ \t]*:(?!//)`,
].map((source) => new RegExp(source, 'gimu'));
/** Salesforce's, under some lines of what the chat was. */
const ELAPSED = new RegExp(
  String.raw`^[ \t]*\([ \t]*(?<after>(?:\d+ ?h ?)?(?:\d+ ?m ?)?\d+ ?s)[ \t]*\)[ \t]*${WHO}[ \t]*:(?!//)`,
  'gimu',
);
const AGENT = /^[ \t]*Agent[ \t]+(\p{L}.{0,60})$/mu;
/** Lines of that. */
const PREAMBLE = 6;
/** What a chat tells of itself between its lines. */
const NOTICES = new RegExp(String.raw`^[ \t]*[\[(]?${HOUR}[\])]?[ \t]*\*{2,}.*$`, 'gmu');

const secondsIn = (elapsed: string): number =>
  [...elapsed.matchAll(/(\d+) ?([hms])/gi)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * ({ h: 3600, m: 60 }[unit?.toLowerCase() ?? ''] ?? 1),
    0,
  );

/** The parts of a cell by one kind of head; none where it does not begin with one, or only after more lines than `above`. */
function partsBy(head: RegExp, written: string, above = 0): readonly Part[] {
  const cell = written.includes('<') ? withoutMarkup(written) : written;
  const heads = [...cell.matchAll(head)];
  const before = cell.slice(0, heads[0]?.index ?? cell.length).split('\n');
  if (before.filter((line) => line.trim() !== '').length > above) return [];
  const agent = AGENT.exec(before.join('\n'))?.[1];
  return heads.map((match, index) => ({
    agent,
    when: match.groups?.['when'],
    hour: match.groups?.['hour'],
    after: match.groups?.['after'] === undefined ? undefined : secondsIn(match.groups['after']),
    who: (match.groups?.['who'] ?? '').trim(),
    text: cell
      .slice(match.index + match[0].length, heads[index + 1]?.index)
      .replaceAll(NOTICES, '')
      .trim(),
  }));
}

const WORDS = ['text', 'body', 'message', 'content', 'comment'],
  WHOSE = ['by', 'author', 'user', 'from', 'sender', 'name'],
  WHEN = ['date', 'created_at', 'createdAt', 'timestamp', 'time', 'at'];

/** The first of some keys that an object has, or what it is called. */
const told = (one: unknown, keys: readonly string[]): string | undefined =>
  keys
    .map((key) => at(one, key))
    .map((value) => asText(value) ?? asText(at(value, 'name')) ?? asText(at(value, 'email')))
    .find((value) => value !== undefined);

/** The parts of a list in JSON whose objects all have words and somebody who wrote them. */
function partsOfList(cell: string): readonly Part[] {
  if (!cell.startsWith('[{') || !cell.endsWith('}]')) return [];
  try {
    const parts = asArray(parseJson(cell))
      .map((one) => (asObject(one) ? [told(one, WORDS), told(one, WHOSE), told(one, WHEN)] : []))
      .flatMap(([text, who, when]) => (text && who ? [{ text, who, when }] : []));
    return parts;
  } catch {
    return [];
  }
}

/** Who writes, in the history of iAdvize; its other numbers are notices and pages. */
const TUPLES: Readonly<Record<string, string>> = { 1: 'agent', 2: 'visiteur' };

/** The parts of a list of who, when and what: `[2,"2026-03-02 09:10:11","Bonjour"],[1,…`. */
function partsOfTuples(cell: string): readonly Part[] {
  if (!/^\[{1,2}\d+, ?"\d{4}-\d\d-\d\d /.test(cell)) return [];
  try {
    return asArray(parseJson(cell.startsWith('[[') ? cell : `[${cell}]`)).flatMap((one) => {
      const who = TUPLES[asText(at(one, 0)) ?? ''],
        text = asText(at(one, 2));
      return who !== undefined && text !== undefined ? [{ who, when: asText(at(one, 1)), text }] : [];
    });
  } catch {
    return [];
  }
}

/** How the cells of a column hold conversations. */
export interface PartReader {
  readonly read: (cell: string) => readonly Part[];
  /** Nothing else is written so: a part is enough, and nobody needs to be known. */
  readonly isList: boolean;
  /** Chats alone are written so. */
  readonly ofChats?: boolean;
}

/** By a list, by stamps, by roles. */
export const PART_READERS: readonly PartReader[] = [
  { read: partsOfList, isList: true },
  { read: partsOfTuples, isList: true },
  ...HEADS.map((head) => ({ read: (cell: string) => partsBy(head, cell), isList: false })),
  { read: (cell) => partsBy(ELAPSED, cell, PREAMBLE), isList: false, ofChats: true },
];
