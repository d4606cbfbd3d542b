import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cosine, loadWordVectors } from '../../src/enrich/words/word-vectors.js';
import { contradicted, DenialReader } from '../../src/topics/denials.js';

const vectors = loadWordVectors(),
  reader = new DenialReader(vectors);
const against = (asked: string, said: string): number =>
  contradicted(reader.read(asked), reader.read(said)).size;
const near = (asked: string, said: string): number =>
  cosine(
    vectors.textVector(asked),
    vectors.textVector(said, contradicted(reader.read(asked), reader.read(said))),
  );

/** A text asked, one that says the same and one that says the contrary; by one hand. The first part chose the cosine of the same word; of it 8 are told right (1 by vectors alone), of the second 7 (2). */
const TRIPLES = readFileSync(new URL('denials.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [part: string, asked: string, agrees: string, contradicts: string]);

describe('what one text denies and another affirms', () => {
  it('is found both ways, across words of one meaning; not where both deny or neither does', () => {
    expect(against('colis jamais reçu', 'merci, colis bien reçu')).toBe(1);
    expect(against('colis bien reçu', 'mon paquet n’est jamais arrivé')).toBe(1);
    expect(against('colis jamais reçu', 'mon paquet n’est pas arrivé')).toBe(0);
    expect(against('colis jamais reçu', 'colis perdu')).toBe(0);
    expect(against('colis reçu', 'colis reçu hier')).toBe(0);
    expect(against('🙂', 'pas de colis')).toBe(0);
  });

  it.each(['first', 'second'])('counts against it: pairs of the %s part', (part) => {
    const triples = TRIPLES.filter(([of]) => of === part);
    const right = triples.filter(([, asked, agrees, other]) => near(asked, agrees) > near(asked, other));
    const before = triples.filter(
      ([, asked, agrees, other]) =>
        cosine(vectors.textVector(asked), vectors.textVector(agrees)) >
        cosine(vectors.textVector(asked), vectors.textVector(other)),
    );
    expect([before.length <= 2, right.length >= 7, triples.length]).toEqual([true, true, 10]);
  });
});
