import { describe, expect, it } from 'vitest';
import type { MessageRecord } from '../../src/model/index.js';
import { createAuthorKeys } from '../../src/normalise/author-keys.js';
import { createPseudonymiser } from '../../src/normalise/pseudonym.js';

const keysOf = createAuthorKeys(createPseudonymiser('k'));
const post = { row: 1, platform: 'x', stage: 'public', kind: 'post' } as const;
const keys = (fields: Partial<MessageRecord>): string[] => keysOf({ ...post, ...fields });
const named = (authorName: string): string => keys({ authorName })[0] ?? '';
/** The four values of `parts:…`: first and last name, "O. Rivoal", "Ondine R.". */
const partsOf = (authorName: string): string[] =>
  /^parts:(.{5})(.{5})(.{12})(.{12})$/.exec(keys({ authorName })[1] ?? '')?.slice(1) ?? [];
const spelt = (authorHandle: string): string | undefined => keys({ authorHandle })[1]?.replace('spelt:', '');

describe('createAuthorKeys', () => {
  it('gives a name one key in whatever order, case, accents and hyphens', () => {
    expect(
      new Set(['Éloïse Rivoal-Le Dû', 'RIVOAL LE DU Eloise', 'éloïse rivoal le dû'].map(named)).size,
    ).toBe(1);
    expect(named('Ondine Rivoal')).not.toBe(named('Ondine Rival'));
    expect(named('Client 1')).not.toBe(named('Client 2'));
  });

  it('spells a handle as the name it is made of, in full or with one word cut', () => {
    const whole = named('Ondine Rivoal').slice('name:'.length, 'name:'.length + 12);
    const [, , initialLast, firstInitial] = partsOf('Ondine Rivoal');
    for (const handle of ['ondine_rivoal57', 'ondine.rivoal', '@RivoalOndine', 'ondinerivoal'])
      expect(spelt(handle)).toBe(whole);
    expect(spelt('orivoal_29')).toBe(initialLast);
    expect(spelt('ondiner')).toBe(firstInitial);
    expect(named('Ondine R.')).toContain(firstInitial);
    expect(spelt('jo.bel')).toBeUndefined();
  });

  it('marks first and last names too shortly to tell who, so that they can be counted', () => {
    const [a, b] = [partsOf('Ondine Rivoal'), partsOf('Zoé Rivoal')];
    expect(a[1]).toBe(b[1]);
    expect(a[0]).not.toBe(b[0]);
    expect(a[0]).toHaveLength(5);
  });

  it('takes a word alone for an account where accounts are handles, and for a first name beside one', () => {
    expect(keys({ authorName: 'ondine' })).toEqual(keys({ authorHandle: 'ondine' }));
    expect(keys({ authorName: 'Ondine', authorHandle: 'orivoal' })).toEqual(
      keys({ authorHandle: 'orivoal' }),
    );
  });

  it('leaves out of a handle the host that its network gave', () => {
    expect(keys({ platform: 'bluesky', authorHandle: 'ondine.rivoal.bsky.social' })).toEqual(
      keys({ authorHandle: 'ondine.rivoal' }),
    );
  });

  it('reads the name of an address, or spells it, where none is given', () => {
    const authorContacts = ['ondine.rivoal7@post.example'];
    expect(keys({ authorContacts }).slice(1)).toEqual(keys({ authorName: 'Ondine Rivoal' }));
    expect(keys({ authorContacts: ['orivoal@post.example'] })[1]).toBe(`spelt:${spelt('orivoal')}`);
    expect(
      keys({ authorName: 'Ondine Rivoal', authorContacts }).some((key) => key.startsWith('spelt:')),
    ).toBe(false);
  });

  it('is the same however often and in whatever order authors come', () => {
    const other = createAuthorKeys(createPseudonymiser('k'));
    const [first, second] = [{ authorHandle: 'ondine rivoal' }, { authorName: 'ondine rivoal' }];
    const left = [other({ ...post, ...first }), other({ ...post, ...second })];
    expect([keys(second), keys(first)]).toEqual([left[1], left[0]]);
    expect(JSON.stringify(left)).not.toMatch(/ondine|rivoal/i);
  });
});
