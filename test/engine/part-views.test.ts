import { expect, it } from 'vitest';
import { conditionsOf } from '../../src/engine/corpus-filter.js';
import { PartSchemas } from '../../src/engine/part-views.js';

const stage = (name: 'public' | 'press') => conditionsOf({ stage: name }, 'Europe/Paris');

it('has one schema for what keeps the same of the same, until it is cleared', () => {
  const schemas = new PartSchemas();
  const first = schemas.of('main', stage('public'));
  expect(schemas.of('main', stage('public'))).toBe(first);
  const names = [first, schemas.of('main', stage('press')), schemas.of(first.name, stage('public'))].map(
    ({ name }) => name,
  );
  expect(names).toEqual(['part1', 'part2', 'part3']);
  schemas.clear();
  expect(schemas.of('main', stage('public')).name).toBe('part4');
});
