import { expect, it } from 'vitest';
import { driverLabels, driverPlan, termExamples } from '../../src/learn/driver-head.js';
import { DRIVERS } from '../../src/model/index.js';

it('has a label and a threshold a driver of the model', () => {
  expect(driverPlan.labels).toEqual(DRIVERS);
  expect(driverPlan.thresholds).toHaveLength(DRIVERS.length);
  expect(driverLabels(['store', 'origin', 'unknown'])).toEqual([0, DRIVERS.indexOf('store')]);
});

it('makes an example of each term of the taxonomies, once, with every driver that has it', () => {
  const examples = termExamples();
  expect(new Set(examples.map(({ text }) => text)).size).toBe(examples.length);
  const labelsOf = (text: string): string[] =>
    examples
      .find((example) => example.text === text)!
      .labels.map((label) => DRIVERS[label] as string)
      .toSorted();
  expect(labelsOf('ascenseur')).toEqual(['store']);
  expect(labelsOf('grand prix')).toEqual([]);
  expect(labelsOf('caissiere')).toEqual(['checkout', 'staff']);
  expect(examples.filter(({ text }) => text.includes('*'))).toEqual([]);
  for (const driver of DRIVERS)
    expect(
      examples.filter(({ labels }) => labels.includes(DRIVERS.indexOf(driver))).length,
      driver,
    ).toBeGreaterThan(60);
});
