import type { Direction, MessageRecord } from '../../model/index.js';
import { asArray, asText, at } from './json.js';

interface Person {
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly isAgent: boolean | undefined;
}

/** What a Zendesk file has said so far: people beside the tickets, and who asked for which ticket. */
export class ZendeskDesk {
  row = 0;
  guessed = false;
  /** Host of the desk. */
  site: string | undefined;
  readonly people = new Map<string, Person>();
  readonly requesters = new Map<string, string>();
  /** Of tickets that somebody of the desk opened in a customer's place. */
  readonly openers = new Map<string, string>();

  learn(page: unknown): void {
    this.site ??= /^https?:\/\/([^/?#]+)/.exec(asText(at(page, 'url')) ?? '')?.[1];
    for (const user of asArray(at(page, 'users'))) this.person(user);
    for (const key of ['requester', 'submitter', 'assignee']) this.person(at(page, key));
  }

  /** Whose ticket it is. A requester who writes an internal note is of the desk, whatever role the export gives: customers can't write one. */
  asksFor(ticket: string, requester: string, comments: readonly unknown[]): void {
    const notes = comments.some(
      (one) => at(one, 'public') === false && asText(at(one, 'author_id')) === requester,
    );
    (notes ? this.openers : this.requesters).set(ticket, requester);
  }

  private person(user: unknown): void {
    const id = asText(at(user, 'id'));
    if (id === undefined) return;
    const role = asText(at(user, 'role'));
    this.people.set(id, {
      name: asText(at(user, 'name')),
      email: asText(at(user, 'email')),
      isAgent: role === undefined ? undefined : role !== 'end-user',
    });
  }

  /** inbound when the author asked for the ticket or is an end user; else an agent answers. */
  direction(author: string | undefined, ticket: string | undefined, isPublic: boolean): Direction {
    if (!isPublic) return 'internal';
    const requester = ticket === undefined ? undefined : this.requesters.get(ticket);
    if (author !== undefined && author === requester) return 'inbound';
    if (author !== undefined && ticket !== undefined && author === this.openers.get(ticket))
      return 'outbound';
    const isAgent = author === undefined ? undefined : this.people.get(author)?.isAgent;
    if (isAgent !== undefined) return isAgent ? 'outbound' : 'inbound';
    return requester === undefined ? 'inbound' : 'outbound';
  }

  author(
    id: string | undefined,
    direction: Direction,
  ): Pick<MessageRecord, 'authorId' | 'authorName' | 'authorContacts' | 'authorIsBrand' | 'direction'> {
    const person = id === undefined ? undefined : this.people.get(id);
    const email = direction === 'inbound' ? person?.email : undefined;
    return {
      authorId: id,
      authorName: person?.name,
      direction,
      authorIsBrand: direction === 'inbound' ? undefined : true,
      authorContacts: email === undefined ? undefined : [email],
    };
  }
}
