import { DeversoirError } from '../../util/errors.js';

/** What is used of an ONNX tensor. */
export interface OnnxTensor {
  readonly dims: readonly number[];
  readonly data: unknown;
}

/** What is used of an ONNX session; the same in both runtimes. */
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
  release(): Promise<void>;
}

export interface OnnxRuntime {
  readonly InferenceSession: { create(model: Uint8Array | string, options: object): Promise<OnnxSession> };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => OnnxTensor;
  readonly env: { readonly wasm?: { numThreads?: number } };
}

/** What is used of a Hugging Face tokenizer. */
export interface PeerTokenizer {
  encode(
    text: string,
    options?: { add_special_tokens?: boolean; return_token_type_ids?: boolean },
  ): { readonly ids: readonly number[]; readonly token_type_ids?: readonly number[] };
}

export type TokenizerMaker = new (tokenizer: object, config: object) => PeerTokenizer;

/** An optional package by its name, `undefined` where it is not installed or its binary does not load. */
export type PeerLoader = (name: string) => Promise<unknown>;

const importPeer: PeerLoader = async (name) => (await import(name)) as unknown;

/** The runtime: `onnxruntime-node` (native, fast) or else `onnxruntime-web` (WebAssembly, runs anywhere). Errors: `peer-missing`. */
export async function loadRuntime(
  load: PeerLoader = importPeer,
): Promise<{ readonly name: string; readonly onnx: OnnxRuntime }> {
  let cause: unknown;
  for (const name of ['onnxruntime-node', 'onnxruntime-web']) {
    try {
      return { name, onnx: (await load(name)) as OnnxRuntime };
    } catch (error) {
      cause ??= error;
    }
  }
  throw new DeversoirError('peer-missing', 'no ONNX runtime is installed', {
    hint: 'npm install onnxruntime-node (or onnxruntime-web where no native binary can be had)',
    cause,
  });
}

/** Maker of tokenizers from `tokenizer.json`. Errors: `peer-missing`. */
export async function loadTokenizerMaker(load: PeerLoader = importPeer): Promise<TokenizerMaker> {
  try {
    return ((await load('@huggingface/tokenizers')) as { Tokenizer: TokenizerMaker }).Tokenizer;
  } catch (cause) {
    throw new DeversoirError('peer-missing', '@huggingface/tokenizers is not installed', {
      hint: 'npm install @huggingface/tokenizers',
      cause,
    });
  }
}
