import { readFileSync } from 'node:fs';
import { DeversoirError } from '../../util/errors.js';
import { type PaddedBatch, paddedBatches, tokenIds } from './batches.js';
import { type ModelFolder, readModelFolder } from './model-folder.js';
import {
  loadRuntime,
  loadTokenizerMaker,
  type OnnxRuntime,
  type OnnxSession,
  type OnnxTensor,
  type PeerTokenizer,
  type PeerLoader,
} from './runtime.js';
import { type ReaderErrors, vectorMargins } from './vector-head.js';

export interface TransformerOptions {
  /** Texts in one run of the model. Default 32. */
  readonly batchSize?: number;
  /** Tokens read of a text. Default: the model's own limit, at most 512 where it names none. */
  readonly maxTokens?: number;
  /** Threads of the runtime. Default 1. */
  readonly threads?: number;
  /** Written before each text, as some encoders want it: `query: `. Default: what the folder says. */
  readonly prefix?: string;
  /** ONNX file in the folder. Default: `model.onnx`, `onnx/model.onnx`, or their `_quantized` versions. */
  readonly modelFile?: string;
  /** Loads an optional package; for tests. */
  readonly load?: PeerLoader;
}

/** A model of a folder. Rows come out in the order of the texts. */
export interface Transformer {
  /** Classes in the order of the probabilities; empty for a sentence encoder. */
  readonly labels: readonly string[];
  /** `many`: each class on its own. */
  readonly choice: 'one' | 'many';
  /** What it told of labelled texts while they were held out; empty where the folder does not say. */
  readonly errors: readonly ReaderErrors[];
  /** Probabilities of the classes, one row a text. Errors: `model-invalid` for a model without `logits` nor a head over its vectors. */
  classify(texts: readonly string[]): Promise<Float32Array[]>;
  /** Vectors of length 1, one row a text. Errors: `model-invalid` for a model that gives no vectors. */
  embed(texts: readonly string[]): Promise<Float32Array[]>;
  /** Frees the memory of the model. */
  close(): Promise<void>;
}

const VECTORS = ['sentence_embedding', 'last_hidden_state', 'token_embeddings'];

/**
 * Loads a sequence classifier or a sentence encoder from a local folder of Hugging Face files: `model.onnx`,
 * `tokenizer.json`, `config.json`. Nothing is fetched. The runtime (`onnxruntime-node`, else `onnxruntime-web`) and
 * `@huggingface/tokenizers` are optional packages, loaded here. Same texts, same options, same runtime: same numbers.
 *
 * Errors: `input-not-found`, `model-invalid`, `option-invalid`, `peer-missing`.
 */
export async function loadTransformer(
  folder: string,
  options: TransformerOptions = {},
): Promise<Transformer> {
  for (const name of ['batchSize', 'maxTokens', 'threads'] as const) {
    const value = options[name];
    if (value !== undefined && !(Number.isInteger(value) && value >= (name === 'maxTokens' ? 2 : 1)))
      throw new DeversoirError('option-invalid', `${name} is ${value}`, {
        hint: 'expected a positive whole number',
      });
  }
  const files = readModelFolder(folder, options.modelFile);
  const Tokenizer = await loadTokenizerMaker(options.load);
  const { name, onnx } = await loadRuntime(options.load);
  const fail = (what: string, cause: unknown, file: string): DeversoirError =>
    new DeversoirError('model-invalid', what, {
      hint: cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause),
      place: { file },
      cause,
    });
  let tokenizer: PeerTokenizer, session: OnnxSession;
  try {
    tokenizer = new Tokenizer(files.tokenizer, files.tokenizerConfig);
  } catch (cause) {
    throw fail("a tokenizer that can't be read", cause, `${folder}/tokenizer.json`);
  }
  const threads = options.threads ?? 1;
  if (onnx.env.wasm !== undefined) onnx.env.wasm.numThreads = threads;
  try {
    // By path, the native runtime also finds weights that are kept beside the model.
    session = await onnx.InferenceSession.create(
      name === 'onnxruntime-node' ? files.model : readFileSync(files.model),
      { intraOpNumThreads: threads, interOpNumThreads: 1, logSeverityLevel: 3 },
    );
  } catch (cause) {
    throw fail("a model that can't be loaded", cause, files.model);
  }
  return new OnnxTransformer(files, tokenizer, session, onnx, options);
}

class OnnxTransformer implements Transformer {
  readonly labels: readonly string[];
  readonly choice: 'one' | 'many';
  readonly errors: readonly ReaderErrors[];

  constructor(
    private readonly files: ModelFolder,
    private readonly tokenizer: PeerTokenizer,
    private readonly session: OnnxSession,
    private readonly onnx: OnnxRuntime,
    private readonly options: TransformerOptions,
  ) {
    const { head, labels } = files;
    this.labels = session.outputNames.includes('logits') ? labels : (head?.labels ?? []);
    this.choice = files.choice;
    this.errors = head?.errors ?? [];
    const known = new Set(['input_ids', 'attention_mask', 'token_type_ids']);
    const strange = session.inputNames.filter((name) => !known.has(name));
    if (strange.length > 0)
      throw new DeversoirError('model-invalid', `the model asks for ${strange.join(', ')}`, {
        hint: `expected inputs among ${[...known].join(', ')}`,
        place: { file: files.model },
      });
  }

  async classify(texts: readonly string[]): Promise<Float32Array[]> {
    const { head } = this.files;
    if (head !== undefined && !this.session.outputNames.includes('logits')) {
      const vectors = await this.embed(texts);
      const wide = vectors[0]?.length ?? head.weights[0]?.length;
      if (wide !== head.weights[0]?.length)
        throw new DeversoirError('model-invalid', `vectors of ${wide} numbers`, {
          hint: `its head reads ${head.weights[0]?.length}: learn it again with deversoir train --on-vectors`,
          place: { file: this.files.folder },
        });
      return vectors.map((vector) => softmax(vectorMargins(head, vector)));
    }
    return this.rows(texts, this.output(['logits']), (tensor, { rows }, row) => {
      const wide = tensor.dims.at(-1) ?? 0;
      if (tensor.dims.length !== 2 || tensor.dims[0] !== rows || wide !== this.labels.length) {
        throw new DeversoirError(
          'model-invalid',
          `logits of shape ${tensor.dims.join(' × ')} for ${this.labels.length} labels`,
          { hint: 'expected as many as id2label of config.json', place: { file: this.files.model } },
        );
      }
      const logits = (tensor.data as Float32Array).subarray(row * wide, (row + 1) * wide);
      return this.choice === 'many' ? logits.map((z) => 1 / (1 + Math.exp(-z))) : softmax(logits);
    });
  }

  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    return this.rows(texts, this.output(VECTORS), (tensor, batch, row) =>
      unit(this.pool(tensor, batch, row)),
    );
  }

  async close(): Promise<void> {
    await this.session.release();
  }

  private output(wanted: readonly string[]): string {
    const found = wanted.find((name) => this.session.outputNames.includes(name));
    if (found === undefined)
      throw new DeversoirError('model-invalid', `the model gives ${this.session.outputNames.join(', ')}`, {
        hint: `expected ${wanted.join(' or ')}`,
        place: { file: this.files.model },
      });
    return found;
  }

  private async rows(
    texts: readonly string[],
    output: string,
    read: (tensor: OnnxTensor, batch: PaddedBatch, row: number) => Float32Array,
  ): Promise<Float32Array[]> {
    const { prefix = this.files.prefix, batchSize = 32 } = this.options;
    const maxTokens = Math.min(this.options.maxTokens ?? Infinity, this.files.maxTokens);
    const tokens = texts.map((text) => tokenIds(this.tokenizer, prefix + text, maxTokens));
    const out = Array.from<Float32Array>({ length: texts.length });
    for (const batch of paddedBatches(tokens, batchSize, this.files.padId)) {
      const all = { input_ids: batch.ids, attention_mask: batch.mask, token_type_ids: batch.types };
      const feeds = Object.fromEntries(
        Object.entries(all)
          .filter(([name]) => this.session.inputNames.includes(name))
          .map(([name, data]) => [name, new this.onnx.Tensor('int64', data, [batch.rows, batch.wide])]),
      );
      const tensor = (await this.session.run(feeds))[output] as OnnxTensor;
      batch.texts.forEach((text, row) => {
        out[text] = read(tensor, batch, row);
      });
    }
    return out;
  }

  /** One vector of a row: as given, the first token's, or the mean of its tokens. */
  private pool({ dims, data }: OnnxTensor, { wide, mask }: PaddedBatch, row: number): Float32Array {
    const values = data as Float32Array,
      size = dims.at(-1) ?? 0;
    if (dims.length === 2) return values.slice(row * size, (row + 1) * size);
    const start = row * wide * size;
    if (this.files.pooling === 'first') return values.slice(start, start + size);
    const sum = new Float64Array(size);
    let count = 0;
    for (let token = 0; token < wide; token++) {
      if (mask[row * wide + token] === 0n) continue;
      count++;
      for (let i = 0; i < size; i++) sum[i]! += values[start + token * size + i] as number;
    }
    return Float32Array.from(sum, (value) => value / Math.max(count, 1));
  }
}

function softmax(logits: Float32Array): Float32Array {
  const top = Math.max(...logits);
  const powers = Array.from(logits, (z) => Math.exp(z - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return Float32Array.from(powers, (power) => power / sum);
}

function unit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const value of vector) square += value * value;
  const length = Math.sqrt(square);
  return length > 0 ? vector.map((value) => value / length) : vector;
}
