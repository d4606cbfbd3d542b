/** Who answers in audits that don't tell who asked: those of a ticket changed since an export of before begin in its middle. */
import { asArray, asText, at } from './json.js';
import type { ZendeskDesk } from './zendesk-desk.js';

/** Reads who writes in what ticket, audit by audit, then tells the desk. */
export class ZendeskSides {
  /** Public authors of each ticket, first the one who wrote first. */
  private readonly authors = new Map<string, Set<string>>();
  private readonly agents = new Set<string>();
  /** Who asked, of tickets whose opening is among the audits. */
  private readonly asked = new Map<string, string>();

  read(audit: unknown): void {
    const ticket = asText(at(audit, 'ticket_id'));
    for (const event of asArray(at(audit, 'events'))) {
      const author = asText(at(event, 'author_id')),
        requester = at(event, 'field_name') === 'requester_id' ? asText(at(event, 'value')) : undefined;
      if (ticket !== undefined && requester !== undefined) this.asked.set(ticket, requester);
      if (ticket === undefined || author === undefined || at(event, 'public') === undefined) continue;
      // customers can't write a note
      if (at(event, 'public') === false) this.agents.add(author);
      else this.authors.set(ticket, (this.authors.get(ticket) ?? new Set<string>()).add(author));
    }
  }

  /** Where nothing says so, of those who write in a ticket the one with the fewest tickets asks, else the first, as a guess that is told; who answers one asks for none alone. */
  tell(desk: ZendeskDesk): void {
    const tickets = new Map<string, number>();
    for (const authors of this.authors.values())
      for (const author of authors) tickets.set(author, (tickets.get(author) ?? 0) + 1);
    const known = (author: string): boolean =>
      this.agents.has(author) || desk.people.get(author)?.isAgent === true;
    const answers = new Set<string>();
    const several = [...this.authors].toSorted(([, a], [, b]) => Math.min(2, b.size) - Math.min(2, a.size));
    for (const [ticket, authors] of several) {
      const [guess] = [...authors]
        .filter((author) => !known(author) && !(authors.size === 1 && answers.has(author)))
        .toSorted((a, b) => (tickets.get(a) ?? 0) - (tickets.get(b) ?? 0));
      const asks = this.asked.get(ticket) ?? guess;
      desk.guessed ||=
        guess !== undefined && !this.asked.has(ticket) && desk.people.get(guess)?.isAgent === undefined;
      if (asks !== undefined && !desk.requesters.has(ticket)) desk.requesters.set(ticket, asks);
      for (const author of authors) if (author !== asks) answers.add(author);
    }
    for (const agent of [...this.agents, ...answers])
      if (!desk.people.has(agent))
        desk.people.set(agent, { name: undefined, email: undefined, isAgent: true });
  }
}
