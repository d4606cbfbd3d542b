import type { Kind } from '../../model/index.js';
import { dateTime } from '../values/dates.js';
import { htmlToText } from '../markup/html.js';
import type { Parsed, ReadOptions } from '../source.js';
import { UNSEEN } from '../table/unpublished.js';
import { child, childText, xmlElements, type XmlElement } from '../markup/xml.js';
import { described } from './described.js';

interface Thread {
  readonly link: string | undefined;
  readonly title: string | undefined;
}

/** Export of Disqus: the threads (pages) of a site, then all comments. */
export const disqus = described('disqus', {
  detect(file) {
    if (file.container !== 'text' || file.markup?.kind !== 'xml') return undefined;
    if (
      file.markup.root.toLowerCase() !== 'disqus' &&
      !/xmlns(?::dsq)?\s*=\s*["']https?:\/\/disqus\.com/.test(file.headText)
    )
      return undefined;
    return { score: 0.98, why: 'root element disqus' };
  },
  async *parse(file, options) {
    const threads = new Map<string, Thread>();
    let row = 0;
    for await (const element of xmlElements(file, ['thread', 'post'])) {
      const id = dsqId(element);
      if (element.name === 'thread') {
        if (id !== undefined)
          threads.set(id, { link: childText(element, 'link'), title: childText(element, 'title') });
        continue;
      }
      row++;
      yield post(row, element, threads, options);
    }
  },
});

/** The id is an attribute in Disqus' own name space, whatever its prefix. */
function dsqId(element: XmlElement | undefined): string | undefined {
  const entry = Object.entries(element?.attributes ?? {}).find(
    ([name]) => name === 'dsq:id' || name.endsWith(':id'),
  );
  return entry?.[1].trim() || undefined;
}

const isTrue = (text: string | undefined): boolean => text === 'true' || text === '1';

function post(
  row: number,
  element: XmlElement,
  threads: ReadonlyMap<string, Thread>,
  options: ReadOptions,
): Parsed[] {
  const id = dsqId(element);
  const threadId = dsqId(child(element, 'thread'));
  const thread = threadId === undefined ? undefined : threads.get(threadId);
  const author = child(element, 'author');
  const email = childText(author, 'email');
  const text = htmlToText(child(element, 'message')?.text ?? '') || undefined;
  const deleted = isTrue(childText(element, 'isDeleted'));
  const spam = isTrue(childText(element, 'isSpam'));
  const kind: Kind = deleted ? 'deleted' : 'comment';
  const parsed: Parsed[] = [
    {
      record: {
        row,
        id,
        threadId,
        parentId: dsqId(child(element, 'parent')),
        platform: 'disqus',
        stage: 'public',
        kind,
        ...(spam && !deleted && UNSEEN),
        authorId: isTrue(childText(author, 'isAnonymous')) ? undefined : childText(author, 'username'),
        authorName: childText(author, 'name'),
        authorContacts: email === undefined ? undefined : [email],
        sentAt: dateTime(childText(element, 'createdAt'), { utc: true, zone: options.zone }),
        text: deleted ? undefined : text,
        url:
          thread?.link === undefined
            ? undefined
            : id === undefined
              ? thread.link
              : `${thread.link.replace(/#.*$/, '')}#comment-${id}`,
        sourceName: thread?.title,
        status: spam ? 'spam' : undefined,
      },
    },
  ];
  if (element.cut)
    parsed.push({ doubt: { row, reason: 'truncated', hint: 'the file ends inside this comment' } });
  return parsed;
}
