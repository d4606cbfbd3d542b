import { describe, expect, it } from 'vitest';
import { clausesOf, type Word } from '../../src/topics/phrase-words.js';
import { isDeterminer, WordUse } from '../../src/topics/word-use.js';

const word = (written: string): Word => clausesOf(written)[0]?.[0] as Word;
const used = (...texts: readonly string[]): WordUse => {
  const use = new WordUse();
  for (const text of texts) use.add(clausesOf(text));
  return use;
};

describe('how a corpus writes a word', () => {
  it('is proper where most uses inside a clause have a capital; the first word and shouting say nothing', () => {
    const use = used(
      'le pot Brel est vide',
      'vu Brel hier',
      'Brel est là',
      'TOUT BREL EST NUL',
      'un brel vide',
    );
    expect(use.isProper(word('Brel'))).toBe(true); // 2 of 3
    expect(use.isProper(word('vide'))).toBe(false);
    expect(used('Vide est le pot').isProper(word('Vide'))).toBe(false);
  });
  it('is a thing from one use in ten after a determiner or "chez"', () => {
    expect(used('chez Brel', 'Brel ment').isThing(word('brel'))).toBe(true);
    expect(used('avec Brel', 'Brel ment').isThing(word('brel'))).toBe(false);
    expect(used('on ment ici', 'quelqu un ment').isThing(word('ment'))).toBe(false);
    expect(used('the advert on Brel was late').isThing(word('brel'))).toBe(true);
    expect(used('la même liste').isNoun(word('liste'))).toBe(true);
    expect(isDeterminer(word('les'))).toBe(true);
    expect(isDeterminer(word('pot'))).toBe(false);
  });
  it('is a noun where most uses follow a determiner or a preposition of nouns', () => {
    expect(used('l’attente dure', 'plus d’attente', 'attente').isNoun(word('attente'))).toBe(true);
    expect(used('l’attente dure', 'il attente', 'attente').isNoun(word('attente'))).toBe(false);
  });
  it('is no thing behind a pronoun: « je la donne », « de le consommer », « les vaut »; nor behind « dû »', () => {
    const pronouns = used('je la donne', 'de le donne', 'il les donne', 'on dû donne');
    expect(pronouns.isThing(word('donne')) || pronouns.isNoun(word('donne'))).toBe(false);
    expect(used('voilà la donne').isThing(word('donne'))).toBe(true);
    expect(used('peut le louchir', 'et le louchir').isNamed(word('louchir'))).toBe(false);
    expect(used('un louchir', 'et le louchir').isNamed(word('louchir'))).toBe(true);
  });
  it('agrees in number and gender, as determiners before the noun tell them', () => {
    const use = used('une louche', 'la louche', 'des bocaux', 'un prix', 'le pochon');
    const agrees = (noun: string, adjective: string): boolean => use.agrees(word(noun), word(adjective));
    expect(agrees('louche', 'fendue')).toBe(true);
    expect(agrees('louche', 'fendu')).toBe(false);
    expect(agrees('louche', 'fendues')).toBe(false);
    expect(agrees('bocaux', 'fendu')).toBe(false);
    expect(agrees('pochons', 'fendue')).toBe(false); // « pochon » is known: a plural
    expect(agrees('prix', 'bas')).toBe(true);
    expect(agrees('prix', 'barré')).toBe(true);
    expect(agrees('prix', 'barrée')).toBe(false);
  });
  it('may be a person as a first name, or as an unknown name of which nobody speaks as of a thing', () => {
    const use = used('merci à Sandrine hier', 'vu Zorglu hier', 'chez Brimbel hier', 'vu Brimbel hier');
    expect(use.mayBePerson(word('Sandrine'))).toBe(true);
    expect(use.mayBePerson(word('Zorglu'))).toBe(true);
    expect(use.mayBePerson(word('Brimbel'))).toBe(false);
    expect(use.mayBePerson(word('hier'))).toBe(false);
    expect(used('vu BRL hier').mayBePerson(word('BRL'))).toBe(false);
    // A town of the list is no person.
    expect(used('vu Nantes hier').mayBePerson(word('Nantes'))).toBe(false);
  });
});
