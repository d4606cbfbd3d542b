import { describe, expect, it } from 'vitest';
import { messageColumns, type MessageRecord } from '../../src/model/index.js';
import { createNormaliser } from '../../src/normalise/normalise.js';

const record = (fields: Partial<MessageRecord>): MessageRecord => ({
  row: 1,
  platform: 'facebook',
  stage: 'public',
  kind: 'comment',
  ...fields,
});
const normalise = createNormaliser({ key: 'k', brandAccounts: ['Maison Brel', '@maisonbrel'] });
const one = (fields: Partial<MessageRecord>): Record<string, unknown> => {
  const { columns } = normalise([record(fields)], { file: 'f.csv', format: 'generic' });
  return Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values[0]]));
};

describe('createNormaliser', () => {
  it('gives every column of the model, same length and order', () => {
    const { columns } = normalise([record({ id: 'a' }), record({ id: 'b' })], { file: 'f', format: 'g' });
    expect(Object.keys(columns)).toEqual(Object.keys(messageColumns));
    expect(Object.values(columns).map((values) => values.length)).toEqual(
      Object.keys(messageColumns).map(() => 2),
    );
    expect(columns.messageId).toEqual([
      expect.stringMatching(/^facebook:[\da-f]{16}$/),
      expect.stringMatching(/^facebook:[\da-f]{16}$/),
    ]);
  });

  it('knows an account however it is written, and an empty one as none', () => {
    const authors = ['@Lou.Roy', 'lou.roy', ' lou.roy'].map((authorHandle) => one({ authorHandle }));
    expect(new Set(authors.map(({ authorKey }) => authorKey)).size).toBe(1);
    expect(one({ authorId: '', authorHandle: '', authorName: 'Lou Roy' })).toMatchObject({
      authorKey: one({ authorName: 'Lou Roy' })['authorKey'] as string,
      authorByName: true,
    });
  });

  it('reads the note of a call that an agent sent as who rang, without a name', () => {
    const noted = {
      stage: 'private',
      kind: 'message',
      channel: 'ticket',
      authorName: 'Maison Brel',
    } as const;
    expect(one({ ...noted, text: 'Entretien tél. Le seau est arrivé fendu.' })).toMatchObject({
      direction: 'inbound',
      channel: 'phone',
      authorIsBrand: false,
      authorKey: null,
    });
    expect(
      one({
        ...noted,
        authorName: 'Lise Amar',
        text: 'Entretien tél. Seau fendu, noté par Lise Amar ce jour.',
      }),
    ).toMatchObject({ direction: 'inbound', text: 'Entretien tél. Seau fendu, noté par [nom] ce jour.' });
    expect(one({ ...noted, text: 'Suite à notre entretien, voici votre avoir.' })).toMatchObject({
      direction: 'outbound',
      authorIsBrand: true,
    });
  });

  it('links nobody by a first name alone', () => {
    const kinds = (fields: Partial<MessageRecord>): string[] =>
      (one(fields)['contactKeys'] as string[]).map((key) => key.replace(/:.*/, ''));
    const mail = { stage: 'private', platform: 'email', kind: 'message' } as const;
    expect(kinds({ ...mail, authorName: 'Ondine', authorContacts: ['ondine@post.example'] })).toEqual([
      'email',
      'spelt',
    ]);
    expect(kinds({ ...mail, platform: 'web', kind: 'ticket', authorName: 'Jean-Loup' })).toEqual([]);
    expect(kinds({ ...mail, authorName: 'Ondine Rivoal' })).toEqual(['name', 'parts']);
    expect(kinds({ ...mail, authorName: 'ondine_29' })).toEqual(['handle', 'spelt']);
    expect(kinds({ authorName: 'Ondine' })).toEqual([]);
    expect(
      kinds({ stage: 'private', platform: 'whatsapp', kind: 'message', authorName: '~ Ondine' }),
    ).toEqual([]);
    expect(kinds({ kind: 'review', authorName: 'tournesol31' })).toEqual(['handle', 'spelt']);
  });

  it('takes the author’s own name out of texts, titles and other columns, and the surname after a title', () => {
    const row = one({
      authorName: 'Hortense Quiviger',
      title: 'Colis de Mme Quiviger',
      text: 'Bonjour, Hortense Quiviger à l’appareil. M. Quiviger a rappelé',
      attributes: { Réponse: 'Bonjour Hortense Quiviger, merci', Rayon: 'frais' },
    });
    expect(JSON.stringify(row)).not.toMatch(/Quiviger|Hortense/);
    expect(row['attributes']).toContain('Bonjour [nom], merci');
    expect(row['title']).toBe('Colis de Mme [nom]');
  });

  it('never keeps a name: same author, same key; other platform, other key', () => {
    const a = one({ authorName: 'Zoé Test', text: 'bonjour' });
    const b = one({ authorName: 'Zoé Test', text: 'au revoir' });
    const c = one({ authorName: 'Zoé Test', platform: 'x' });
    expect(a['authorKey']).toBe(b['authorKey']);
    expect(a['authorKey']).not.toBe(c['authorKey']);
    expect(JSON.stringify([a, b, c])).not.toContain('Zoé');
    expect(a['contactKeys']).toEqual(c['contactKeys']);
  });

  it('tells the brand from customers by its accounts, whatever case and @', () => {
    expect(one({ authorName: 'maison brel' })).toMatchObject({
      authorIsBrand: true,
      direction: 'outbound',
      contactKeys: [],
    });
    expect(one({ authorName: 'MaisonBrel' })).toMatchObject({ authorIsBrand: true });
    expect(one({ authorName: 'Autre' })).toMatchObject({ authorIsBrand: false, direction: 'inbound' });
  });

  it('keeps absent as null, not zero or empty', () => {
    expect(one({ text: '  ' })).toMatchObject({
      text: null,
      likes: null,
      rating: null,
      sentAt: null,
      authorKey: null,
      textKey: null,
    });
    expect(one({ likes: 0 })).toMatchObject({ likes: 0 });
  });

  it('drops the address and the clear thread name of private messages', () => {
    const row = one({
      stage: 'private',
      platform: 'whatsapp',
      threadId: 'Zoé Test',
      url: 'https://exemple.fr/x',
    });
    expect(row['url']).toBeNull();
    expect(row['threadId']).toMatch(/^whatsapp:[0-9a-f]{16}$/);
  });

  it('makes the same id for the same content whatever its row, another for another', () => {
    const fields = {
      stage: 'private',
      platform: 'whatsapp',
      authorName: 'A',
      text: 'ok',
      sentAt: { epochMs: 1, raw: '1', zone: 'none' },
    } as const;
    expect(one({ ...fields, row: 3 })['messageId']).toBe(one({ ...fields, row: 9 })['messageId']);
    expect(one({ ...fields, text: 'oui' })['messageId']).not.toBe(one(fields)['messageId']);
  });

  it('says where a repeat in one file is a duplicate', () => {
    const timed = { authorName: 'A', text: 'ok', sentAt: { epochMs: 1, raw: '1', zone: 'none' } } as const;
    const { repeatsAreDuplicates } = normalise(
      [
        record(timed),
        record({ ...timed, stage: 'private' }),
        record({ text: 'Très bien' }),
        record({ id: '7' }),
      ],
      { file: 'f', format: 'g' },
    );
    expect(repeatsAreDuplicates).toEqual([true, false, false, true]);
  });
});
