import { describe, expect, it } from 'vitest';
import { ZendeskDesk } from '../../../src/ingest/json/zendesk-desk.js';

function desk(): ZendeskDesk {
  const made = new ZendeskDesk();
  made.learn({
    url: 'https://brel.zendesk.com/api/v2/tickets/1.json',
    users: [
      { id: 1, name: 'Zoé', email: 'zoe@exemple.fr', role: 'end-user' },
      { id: 2, name: 'Ana', email: 'ana@marque.example', role: 'agent' },
    ],
    requester: { id: 3, name: 'Léo' },
  });
  made.requesters.set('t1', '3');
  return made;
}

describe('ZendeskDesk', () => {
  it('keeps the host it met first', () => {
    const made = desk();
    made.learn({ url: 'https://autre.zendesk.com/x' });
    expect(made.site).toBe('brel.zendesk.com');
  });
  it('tells who writes: the one who asked, else by the role, else anybody but the one who asked is the brand', () => {
    const made = desk();
    expect(made.direction('3', 't1', true)).toBe('inbound');
    expect(made.direction('1', 't1', true)).toBe('inbound');
    expect(made.direction('2', 't1', true)).toBe('outbound');
    expect(made.direction('9', 't1', true)).toBe('outbound');
    expect(made.direction('9', undefined, true)).toBe('inbound');
    expect(made.direction('3', 't1', false)).toBe('internal');
  });
  it('gives contacts of customers alone', () => {
    const made = desk();
    expect(made.author('1', 'inbound')).toEqual({
      authorId: '1',
      authorName: 'Zoé',
      direction: 'inbound',
      authorIsBrand: undefined,
      authorContacts: ['zoe@exemple.fr'],
    });
    expect(made.author('2', 'outbound')).toMatchObject({ authorIsBrand: true, authorContacts: undefined });
    expect(made.author(undefined, 'inbound')).toMatchObject({ authorId: undefined, authorName: undefined });
  });
});
