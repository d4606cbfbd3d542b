import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeversoirError } from '../../util/errors.js';
import { VECTOR_HEAD_FILE, type VectorHead, vectorHeadOf } from './vector-head.js';

/** What a folder of Hugging Face files says of a model. */
export interface ModelFolder {
  readonly folder: string;
  /** Path of the ONNX file. */
  readonly model: string;
  readonly tokenizer: object;
  readonly tokenizerConfig: object;
  /** Names of the classes in the order of the logits; empty for an encoder. */
  readonly labels: readonly string[];
  /** `many`: each class on its own (logistic). `one`: classes exclude one another (softmax). */
  readonly choice: 'one' | 'many';
  readonly padId: number;
  /** Longest sequence the model can read, in tokens. */
  readonly maxTokens: number;
  readonly pooling: 'mean' | 'first';
  /** Written before each text: the default prompt of `config_sentence_transformers.json`. */
  readonly prefix: string;
  /** Classes over the vectors of an encoder, where `deversoir train --on-vectors` learnt them. */
  readonly head: VectorHead | undefined;
}

type Json = Readonly<Record<string, unknown>>;

const MODEL_FILES = ['model.onnx', 'onnx/model.onnx', 'model_quantized.onnx', 'onnx/model_quantized.onnx'];
const DEFAULT_TOKENS = 512;
/** Model types whose positions begin after the padding id: two of the positions of the table are never used. */
const SHIFTED_POSITIONS = /roberta|camembert|xlm-roberta|bertweet|mpnet/;

function readJson(file: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new DeversoirError('model-invalid', 'not a JSON document', {
      hint: 'copy the folder of the model again',
      place: { file },
      cause,
    });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new DeversoirError('model-invalid', 'not an object', {
      hint: 'copy the folder of the model again',
      place: { file },
    });
  return value as Json;
}

const optionalJson = (file: string): Json => (existsSync(file) ? readJson(file) : {});
const positive = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 1 && value <= 1e6 ? Math.floor(value) : undefined;

function labelsOf({ id2label }: Json): string[] {
  if (typeof id2label !== 'object' || id2label === null) return [];
  return Object.entries(id2label)
    .toSorted(([a], [b]) => Number(a) - Number(b))
    .map(([, label]) => String(label));
}

function limitOf(config: Json, tokenizerConfig: Json): number {
  const shifted = SHIFTED_POSITIONS.test(String(config['model_type'] ?? ''));
  const positions = positive(config['max_position_embeddings']);
  return Math.min(
    positive(tokenizerConfig['model_max_length']) ?? DEFAULT_TOKENS,
    positions === undefined ? DEFAULT_TOKENS : positions - (shifted ? 2 : 0),
  );
}

/** Finds the files of a model. Errors: `input-not-found` for the folder, `model-invalid` for a missing or unreadable file in it. */
export function readModelFolder(folder: string, modelFile?: string): ModelFolder {
  if (!existsSync(folder))
    throw new DeversoirError('input-not-found', folder, {
      hint: 'expected a folder with model.onnx, tokenizer.json and config.json',
    });
  const model = (modelFile === undefined ? MODEL_FILES : [modelFile])
    .map((name) => join(folder, name))
    .find((path) => existsSync(path));
  if (model === undefined)
    throw new DeversoirError('model-invalid', `no ${modelFile ?? 'model.onnx'}`, {
      hint: 'export the model to ONNX first',
      place: { file: folder },
    });
  const tokenizerFile = join(folder, 'tokenizer.json');
  if (!existsSync(tokenizerFile))
    throw new DeversoirError('model-invalid', 'no tokenizer.json', {
      hint: 'save the fast tokenizer of the model beside it',
      place: { file: folder },
    });
  const config = optionalJson(join(folder, 'config.json'));
  const tokenizerConfig = optionalJson(join(folder, 'tokenizer_config.json'));
  const { pooling_mode_cls_token: first } = optionalJson(join(folder, '1_Pooling', 'config.json'));
  const { prompts, default_prompt_name: prompt } = optionalJson(
    join(folder, 'config_sentence_transformers.json'),
  );
  const headFile = join(folder, VECTOR_HEAD_FILE);
  return {
    folder,
    model,
    tokenizer: readJson(tokenizerFile),
    tokenizerConfig,
    labels: labelsOf(config),
    choice: config['problem_type'] === 'multi_label_classification' ? 'many' : 'one',
    padId: typeof config['pad_token_id'] === 'number' ? config['pad_token_id'] : 0,
    maxTokens: Math.max(2, limitOf(config, tokenizerConfig)),
    pooling: first === true ? 'first' : 'mean',
    prefix: String((prompts as Json | undefined)?.[String(prompt)] ?? ''),
    head: existsSync(headFile) ? vectorHeadOf(readJson(headFile), headFile) : undefined,
  };
}
