import { expect, it } from 'vitest';
import { coxRegression, type CoxFit, type CoxInput } from '../../../../src/stats/index.js';
import { describeShared } from '../../../shared.js';
import { expectAllClose, referenceJson, referenceRows } from '../../../stats/reference.js';

function fitted(input: CoxInput): CoxFit {
  const fit = coxRegression(input);
  if (!fit.measured) throw new Error(fit.because);
  return fit;
}

describeShared('Cox of R survival', () => {
  it.each([
    ['efron', 'coxEfron'],
    ['breslow', 'coxBreslow'],
  ] as const)('is reproduced on the heart data, %s ties', (ties, key) => {
    const rows = referenceRows('heart.csv');
    const expected =
      referenceJson<Record<string, Record<'coef' | 'stdErr' | 'logLik', number[]>>>('survival.json')[key];
    const column = (name: string) => rows.map((row) => Number(row[name]));
    const fit = fitted({
      start: column('start'),
      stop: column('stop'),
      event: column('event'),
      ties,
      covariates: { age: column('age'), surgery: column('surgery'), transplant: column('transplant') },
    });
    expectAllClose(fit.coef, expected?.coef ?? [], 1e-8);
    expectAllClose(fit.stdErr, expected?.stdErr ?? [], 1e-8);
    expectAllClose(fit.logLik, expected?.logLik ?? [], 1e-9);
    expect(fit.warnings).toEqual([]);
  });
});
