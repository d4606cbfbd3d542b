import { expect, it } from 'vitest';
import { loadResvg } from '../../src/charts/resvg.js';

it('is asked for in one line when it is missing, and loaded when it is there', async () => {
  await expect(
    loadResvg(async (name) => {
      throw new Error(`Cannot find package '${name}'`);
    }),
  ).rejects.toMatchObject({
    code: 'peer-missing',
    message: 'charts as PNG need @resvg/resvg-wasm: npm install @resvg/resvg-wasm',
    cause: { message: "Cannot find package '@resvg/resvg-wasm'" },
  });
  const [one, two] = await Promise.all([loadResvg(), loadResvg()]);
  expect(one).toBe(two);
});

it('is taken as it is where the caller’s program has made it ready', async () => {
  const Resvg = Map;
  const initWasm = (): Promise<void> => Promise.reject(new Error('Already initialized. The `initWasm()` …'));
  expect(await loadResvg(async () => ({ Resvg, initWasm }))).toBe(Resvg);
});
