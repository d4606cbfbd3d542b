import { describe, expect, it } from 'vitest';
import { loadRuntime, loadTokenizerMaker } from '../../../src/enrich/transformer/runtime.js';

const only =
  (...names: string[]) =>
  async (name: string): Promise<unknown> => {
    if (!names.includes(name)) throw new Error(`Cannot find package '${name}'`);
    return { name, Tokenizer: Map };
  };

describe('the runtime', () => {
  it('is the native one where there is one, else WebAssembly', async () => {
    expect((await loadRuntime(only('onnxruntime-node', 'onnxruntime-web'))).name).toBe('onnxruntime-node');
    expect((await loadRuntime(only('onnxruntime-web'))).name).toBe('onnxruntime-web');
  });

  it('is asked for in one line when it is missing', async () => {
    await expect(loadRuntime(only())).rejects.toMatchObject({
      code: 'peer-missing',
      message:
        'no ONNX runtime is installed: npm install onnxruntime-node (or onnxruntime-web where no native binary can be had)',
      cause: { message: "Cannot find package 'onnxruntime-node'" },
    });
    await expect(loadTokenizerMaker(only())).rejects.toMatchObject({
      code: 'peer-missing',
      message: '@huggingface/tokenizers is not installed: npm install @huggingface/tokenizers',
    });
  });
});
