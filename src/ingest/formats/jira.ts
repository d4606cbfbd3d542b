import type { Direction } from '../../model/index.js';
import { careRecord, type CareMessage } from '../json/care-record.js';
import { asArray, asObject, asText, at } from '../json/json.js';
import { byFirstItem, closingIn, numberedItems, timeOf, wordsOf } from '../json/json-records.js';
import type { Parsed } from '../source.js';
import { described } from './described.js';

const PATHS = [['issues'], ['values']] as const;
/** Statuses that close, where the history of an issue alone tells when. */
const DONE = /^(?:done|closed|resolved|terminée?|résolue?|fermée?|clos)$/iu;

const isIssue = (value: unknown): boolean =>
  asText(at(value, 'key')) !== undefined &&
  at(value, 'fields', 'summary') !== undefined &&
  at(value, 'fields', 'created') !== undefined;

/** The words of a text, or of a document in Atlassian's format: its blocks a line each. */
function textOf(value: unknown): string | undefined {
  if (asObject(value) === undefined) return wordsOf(value);
  const plain = (node: unknown): string => {
    const type = asText(at(node, 'type')) ?? '';
    if (type === 'text' || type === 'mention' || type === 'emoji')
      return asText(at(node, 'text')) ?? asText(at(node, 'attrs', 'text')) ?? '';
    const inner = asArray(at(node, 'content')).map(plain).join('');
    return type === 'hardBreak' || /^(?:paragraph|heading|listItem|codeBlock|blockquote)$/.test(type)
      ? `${inner}\n`
      : inner;
  };
  return wordsOf(plain(value).replaceAll(/\n{2,}/g, '\n'));
}

const personId = (person: unknown): string | undefined =>
  asText(at(person, 'accountId')) ?? asText(at(person, 'key')) ?? asText(at(person, 'name'));

/** When the status last went to one that closes. */
function lastDone(issue: unknown): string | undefined {
  const times = asArray(at(issue, 'changelog', 'histories')).flatMap((history) =>
    asArray(at(history, 'items')).some(
      (item) => at(item, 'field') === 'status' && DONE.test(asText(at(item, 'toString')) ?? ''),
    )
      ? (asText(at(history, 'created')) ?? [])
      : [],
  );
  return times.toSorted((a, b) => (timeOf(a)?.epochMs ?? 0) - (timeOf(b)?.epochMs ?? 0)).at(-1);
}

function* records(issue: unknown, next: () => number): Iterable<Parsed> {
  if (!isIssue(issue)) return;
  const fields = at(issue, 'fields'),
    isDone = at(fields, 'status', 'statusCategory', 'key') === 'done';
  const row = next(),
    sentAt = timeOf(at(fields, 'created'));
  const { closedAt, doubts } = closingIn(
    [
      at(fields, 'resolutiondate'),
      ...(isDone ? [at(fields, 'statuscategorychangedate'), lastDone(issue)] : []),
    ],
    sentAt,
    row,
  );
  yield* doubts;
  const key = asText(at(issue, 'key')) ?? '';
  const base = {
    platform: 'jira',
    channel: 'ticket',
    threadId: key,
    status: asText(at(fields, 'status', 'name')),
    closedAt,
  };
  const reporter = at(fields, 'reporter') ?? at(fields, 'creator'),
    asker = personId(reporter);
  yield {
    record: careRecord({
      ...base,
      ...author(reporter),
      row,
      kind: 'ticket',
      id: `ticket-${key}`,
      direction: 'inbound',
      sentAt,
      title: wordsOf(at(fields, 'summary')),
      text: textOf(at(fields, 'description')),
      attachments: at(fields, 'attachment'),
    }),
  };
  for (const comment of asArray(at(fields, 'comment', 'comments'))) {
    const by = at(comment, 'author'),
      direction = directionOf(comment, asker !== undefined && personId(by) === asker);
    yield {
      record: careRecord({
        ...base,
        ...author(by),
        row: next(),
        id: asText(at(comment, 'id')),
        parentId: `ticket-${key}`,
        direction,
        sentAt: timeOf(at(comment, 'created')),
        text: textOf(at(comment, 'body')),
      }),
    };
  }
}

/** Who asks, and accounts of customers, are inbound; a comment that is not shown to them, or to one role or group alone, is internal. */
function directionOf(comment: unknown, isAsker: boolean): Direction {
  if (at(comment, 'jsdPublic') === false || asObject(at(comment, 'visibility')) !== undefined)
    return 'internal';
  return isAsker || at(comment, 'author', 'accountType') === 'customer' ? 'inbound' : 'outbound';
}

const author = (person: unknown): Pick<CareMessage, 'authorId' | 'authorName' | 'contacts'> => ({
  authorId: personId(person),
  authorName: asText(at(person, 'displayName')),
  contacts: [at(person, 'emailAddress')],
});

export const jira = described('jira', {
  detect: byFirstItem(PATHS, [isIssue, 0.95, 'issues with "key", "fields.summary" and "fields.created"']),
  parse: numberedItems(PATHS, records),
});
