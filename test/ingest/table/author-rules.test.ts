import { expect, it } from 'vitest';
import { AUTHOR_RULES } from '../../../src/ingest/table/author-rules.js';
import { factsOf } from '../../../src/ingest/table/column-facts.js';

const fieldOf = (name: string, cells: readonly string[]): string | undefined => {
  const facts = factsOf(name.toLowerCase(), cells);
  return AUTHOR_RULES.find(([, names, fits]) => names.test(facts.name) && fits(facts))?.[0];
};

it.each([
  ['N° client', ['10422', '10423'], 'authorId'],
  ['N° appelant', ['+33618404945', '+33617951089'], 'authorContact'],
  ['Agent e-mail', ['jo@marque.example', 'lou@marque.example'], undefined],
  ['Nom du consommateur', ['Ana Roux', 'Bob Le Gal'], 'authorName'],
  ['Contact', ['Ana Roux', 'Bob Le Gal'], 'authorName'],
  ['Contact', ['ana@x.example', 'bob@x.example'], undefined],
  ['Profil', ['@ana', '@bob'], 'authorHandle'],
  ['Page', ['@marque', '@marque'], undefined],
] as const)('%s of %j is %s', (name, cells, field) => {
  expect(fieldOf(name, cells)).toBe(field);
});
