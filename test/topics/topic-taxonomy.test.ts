import { describe, expect, it } from 'vitest';
import {
  checkTopicTaxonomy,
  loadTopicTaxonomy,
  parseTopicTaxonomy,
  TOPIC_TAXONOMIES,
  wholeTaxonomies,
} from '../../src/topics/topic-taxonomy.js';
import { taxonomyMatcher } from '../../src/topics/taxonomy-matcher.js';

describe('taxonomies that ship', () => {
  it.each(TOPIC_TAXONOMIES)('%s: a definition, three examples and three counter-examples a node', (name) => {
    for (const [topic, node] of Object.entries(loadTopicTaxonomy(name).topics)) {
      expect(node.definition?.fr.length, topic).toBeGreaterThan(20);
      expect(node.examples, topic).toHaveLength(3);
      expect(node.counterExamples, topic).toHaveLength(3);
    }
  });

  it.each(TOPIC_TAXONOMIES)('%s: its words alone tell every example, and no counter-example', (name) => {
    const taxonomy = loadTopicTaxonomy(name);
    const words = taxonomyMatcher({
      ...taxonomy,
      topics: Object.fromEntries(
        Object.entries(taxonomy.topics).map(([topic, node]) => [
          topic,
          { ...node, examples: [], counterExamples: [] },
        ]),
      ),
    });
    const tells = (text: string, topic: string): boolean =>
      words.match(text).some((told) => told.topic === topic);
    const nodes = Object.entries(taxonomy.topics);
    expect(
      nodes.flatMap(([topic, { examples = [] }]) =>
        examples.filter((text) => !tells(text, topic)).map((text) => `${topic}: ${text}`),
      ),
    ).toEqual([]);
    expect(
      nodes.flatMap(([topic, { counterExamples = [] }]) =>
        counterExamples.filter((text) => tells(text, topic)).map((text) => `${topic}: ${text}`),
      ),
    ).toEqual([]);
  });
});

const node = { label: { fr: 'Recette', en: 'Recipe' }, terms: ['nouvelle recette'] };

describe('a taxonomy of a user', () => {
  const error = (value: unknown): string => {
    try {
      checkTopicTaxonomy(value, 'mine.json');
      return '';
    } catch (thrown) {
      return (thrown as Error).message;
    }
  };
  it('has an id without marks, a label of one line, and says of each topic what tells it', () => {
    expect(error({ id: 'a/b', topics: { recipe: node } })).toContain('id "a/b"');
    const twoLines = { ...node, label: { fr: 'Re\ncette', en: 'Recipe' } };
    expect(error({ id: 'mine', topics: { recipe: twoLines } })).toContain('one line');
    const mute = { ...node, terms: [] };
    expect(error({ id: 'mine', topics: { recipe: mute } })).toContain('neither terms, patterns nor examples');
    expect(error({ id: 'mine', topics: { recipe: { ...mute, examples: ['un texte'] } } })).toBe('');
    const aspect = { label: { fr: 'Goût', en: 'Taste' }, terms: ['fade'], parent: 'recipe' };
    expect(error({ id: 'mine', topics: { recipe: mute, taste: aspect } })).toBe('');
  });

  it('is told by its example however that is hyphened, and by a short one in the same words', () => {
    const { match } = taxonomyMatcher({
      id: 'mine',
      topics: {
        recipe: { ...node, terms: [], examples: ["Rendez-nous l'ancienne recette", 'Recette ratée'] },
      },
    });
    expect(match('Rendez nous l’ancienne recette svp')[0]?.hits[0]?.kind).toBe('example');
    expect(match('Recettes ratées !')).toHaveLength(1);
    expect(match('Une tarte ratée')).toEqual([]);
  });
});

describe('taxonomyMatcher', () => {
  const matcher = taxonomyMatcher({
    id: 't',
    topics: {
      recipe: {
        ...node,
        terms: ['nouvelle recette', { term: 'recette', weight: 0.6 }, { term: 'changé', weight: 0.5 }],
        exclude: ['livre de recettes'],
        patterns: [{ pattern: 'avant\\s+c.était\\s+mieux', weight: 1 }],
        examples: ['Le biscuit de mon enfance a perdu son parfum de beurre'],
        counterExamples: ['La nouvelle recette de la semaine est une tarte aux poireaux et lardons'],
      },
      biscuit: { label: { fr: 'Biscuit', en: 'Biscuit' }, parent: 'recipe', terms: ['biscuit cassé'] },
    },
  });
  const told = (text: string): unknown =>
    matcher.match(text).map(({ topic, score, hits }) => [topic, score, hits.map((hit) => hit.text)]);

  it('sums weights: one term of .6 is not enough, with one of .5 it is', () => {
    expect(told('Quelle recette !')).toEqual([]);
    expect(told('La recette a changé')).toEqual([['recipe', 1.1, ['recette', 'changé']]]);
  });
  it('counts a term once, and not inside a longer one', () => {
    expect(told('Nouvelle recette, nouvelle recette')).toEqual([['recipe', 1, ['Nouvelle recette']]]);
  });
  it('leaves out what means something else', () => {
    expect(told('Un livre de recettes a changé ma vie')).toEqual([]);
  });
  it('reads patterns', () => {
    expect(told('Avant  c’était mieux')).toEqual([['recipe', 1, ['Avant  c’était mieux']]]);
  });
  it('tells texts close to an example, with the example', () => {
    expect(told('Le biscuit de mon enfance a perdu tout son parfum')).toEqual([
      ['recipe', 1, ['Le biscuit de mon enfance a perdu son parfum de beurre']],
    ]);
  });
  it('does not tell a text close to a counter-example', () => {
    expect(told('La nouvelle recette de la semaine : tarte aux poireaux, lardons')).toEqual([]);
  });
  it('tells the subject of an aspect', () => {
    expect(matcher.match('Biscuits cassés').map(({ topic }) => topic)).toEqual(['biscuit', 'recipe']);
  });
});

describe('checkTopicTaxonomy', () => {
  it.each([
    ['[]', 'no id or topics'],
    ['{"id":"t","topics":{}}', 'topics is empty'],
    ['{"id":"t","topics":{"a":{"terms":["x"]}}}', 'label'],
    [
      '{"id":"t","topics":{"a":{"label":{"fr":"A","en":"A"},"terms":[{"term":"x","weight":0}]}}}',
      '"weight":0',
    ],
    [
      '{"id":"t","topics":{"a":{"label":{"fr":"A","en":"A"},"terms":[],"patterns":["("]}}}',
      'no regular expression',
    ],
    ['{"id":"t","topics":{"a":{"label":{"fr":"A","en":"A"},"terms":[],"parent":"b"}}}', 'parent "b"'],
    ['{"id":"t","topics":{"a":{"label":{"fr":"A","en":"A"},"terms":[],"word":1}}}', 'unknown key "word"'],
    ['nothing', 'not a JSON document'],
  ])('says what is wrong in %s', (json, message) => {
    expect(() => parseTopicTaxonomy(json, 'mine.json')).toThrow(message);
  });
  it('wants one name a topic and two levels', () => {
    expect(() => checkTopicTaxonomy({ id: 't', topics: { a: node, b: node } })).toThrow('both called');
    const named = (fr: string, parent?: string): object => ({
      ...node,
      label: { fr, en: fr },
      ...(parent && { parent }),
    });
    expect(() =>
      checkTopicTaxonomy({ id: 't', topics: { a: named('A'), b: named('B', 'a'), c: named('C', 'b') } }),
    ).toThrow('has a parent too');
  });
  it('says that a file is missing', () => {
    expect(() => loadTopicTaxonomy('nowhere.json')).toThrow("can't be read");
    expect(() => wholeTaxonomies({ taxonomies: ['agrifood'] })).toThrow(
      /"agrifood" can't be read.*agri-food/,
    );
    expect(wholeTaxonomies({ taxonomies: ['retail'] })).toEqual({ taxonomies: ['retail'] });
  });
});
