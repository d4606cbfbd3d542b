import { describe, expect, it } from 'vitest';
import { clausesOf, spellingOf } from '../../src/topics/phrase-words.js';
import { WordUse } from '../../src/topics/word-use.js';

/** Clauses of a text, words apart, each with what joins it to the one before. */
const read = (text: string): string[] =>
  clausesOf(text).map((words) => words.map(({ written, joint }) => `${joint ?? ''}${written}`).join('|'));
const keys = (text: string): string[] =>
  clausesOf(text).map((words) => words.map(({ key }) => key).join('|'));

describe('clausesOf', () => {
  it('keeps together the two words of a pair, and their spelling', () => {
    expect(read('bon rapport qualité/prix')).toEqual(['bon|rapport|qualité|/prix']);
    expect(read('le rayon fruits/légumes')).toEqual(['le|rayon|fruits|/légumes']);
    expect(read('en click/collect')).toEqual(['en|click|/collect']);
    expect(read('un gâteau sans gluten/lactose')).toEqual(['un|gâteau|sans|gluten|/lactose']);
    expect(read('click & collect, click&collect')).toEqual(['click| & collect', 'click|&collect']);
    const [words = []] = clausesOf('le rayon Fruits/Légumes');
    expect(spellingOf(words.slice(1), new WordUse())).toBe('rayon fruits/légumes');
    // spelled apart or together, it is one phrase
    expect(keys('rayon fruits légumes')).toEqual(keys('rayon fruits/légumes'));
    expect(keys('rapport qualité-prix')[0]?.replaceAll('|', ' ')).toBe(
      keys('rapport qualité/prix')[0]?.replaceAll('|', ' '),
    );
  });

  it('cuts at a slash that lists, alternates, divides or spells an ending', () => {
    expect(read('SAV / livraison / prix')).toEqual(['SAV', 'livraison', 'prix']);
    expect(read('pain/lait/œufs')).toEqual(['pain', 'lait', 'œufs']);
    expect(read('chers client/es et/ou amis')).toEqual(['chers|client', 'es|et', 'ou|amis']);
    expect(read('un service client 24/7')).toEqual(['un|service|client|24', '7']);
    expect(read('note 3/5 pour 12/05/2026')).toEqual(['note|3', '5|pour|12', '05', '2026']);
    expect(read('voir http://a.example/b/c')).toEqual(['voir']);
  });

  it('reads a half before its word as « demi- »', () => {
    expect(read('lait 1/2 écrémé')).toEqual(['lait|1/2 écrémé']);
    expect(keys('lait ½ écrémé')).toEqual(keys('lait demi-écrémé'));
    expect(keys('beurre 1/2-sel')).toEqual(keys('beurre demi-sel'));
    expect(read('11/2 pains')).toEqual(['11', '2|pains']);
  });

  it('keeps names with a sign whole, and cuts where a plus adds', () => {
    expect(read('la carte C+ de H&M')).toEqual(['la|carte|C+|de|H&M']);
    expect(read('un sachet de M&M’s')).toEqual(['un|sachet|de|M&M’s']);
    expect(read('mon abonnement Canal+, bien')).toEqual(['mon|abonnement|Canal+', 'bien']);
    expect(read('lait+miel, lait + miel, top++, 1+1')).toEqual([
      'lait',
      'miel',
      'lait',
      'miel',
      'top',
      '1',
      '1',
    ]);
  });

  it('keeps whole the brands that hold words no phrase crosses', () => {
    expect(read('un panier Too Good To Go')).toEqual(['un|panier|Too Good To Go']);
    expect(read('le panier too good to go')).toEqual(['le|panier|too good to go']);
    expect(read('la crème Elle & Vire')).toEqual(['la|crème|Elle & Vire']);
    expect(read('le lait C’est qui le Patron')).toEqual(['le|lait|C’est qui le Patron']);
    expect(read('too good to be true')).toEqual(['too|good|to|be|true']);
  });

  it('keeps apostrophes and hyphens inside words', () => {
    expect(read("aujourd'hui l’appli du drive-piéton")).toEqual(["aujourd'hui|l’|appli|du|drive-piéton"]);
    expect(read('la commande est-elle prête')).toEqual(['la|commande|est|elle|prête']);
    expect(read('- pain\n- lait')).toEqual(['pain', 'lait']);
  });
});
