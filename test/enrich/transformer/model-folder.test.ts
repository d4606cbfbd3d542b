import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModelFolder } from '../../../src/enrich/transformer/model-folder.js';
import { writeFolder } from './tiny-onnx.js';

const files = { 'model.onnx': 'x', 'tokenizer.json': {} };

describe('readModelFolder', () => {
  it('finds the model and what its files say', () => {
    const folder = writeFolder({
      'onnx/model.onnx': 'x',
      'tokenizer.json': { a: 1 },
      'tokenizer_config.json': { model_max_length: 128 },
      'config.json': {
        id2label: { 10: 'ten', 2: 'two', 0: 'zero' },
        pad_token_id: 1,
        problem_type: 'multi_label_classification',
      },
      'config_sentence_transformers.json': {
        prompts: { query: 'query: ', passage: 'passage: ' },
        default_prompt_name: 'query',
      },
    });
    expect(readModelFolder(folder)).toEqual({
      folder,
      model: join(folder, 'onnx/model.onnx'),
      tokenizer: { a: 1 },
      tokenizerConfig: { model_max_length: 128 },
      labels: ['zero', 'two', 'ten'],
      choice: 'many',
      padId: 1,
      maxTokens: 128,
      pooling: 'mean',
      prefix: 'query: ',
      head: undefined,
    });
  });

  it('does without configuration files', () => {
    expect(readModelFolder(writeFolder(files))).toMatchObject({
      labels: [],
      choice: 'one',
      padId: 0,
      maxTokens: 512,
      pooling: 'mean',
      prefix: '',
    });
  });

  it.each([
    // A tokenizer without a limit writes 1e30; CamemBERT's 514 positions hold 512 tokens.
    ['camembert', 514, 1e30, 512],
    ['bert', 512, 1e30, 512],
    ['bert', 128, 512, 128],
    ['xlm-roberta', 130, 512, 128],
  ])('%s with %d positions and a limit of %d reads %d tokens', (type, positions, limit, expected) => {
    const folder = writeFolder({
      ...files,
      'config.json': { model_type: type, max_position_embeddings: positions },
      'tokenizer_config.json': { model_max_length: limit },
    });
    expect(readModelFolder(folder).maxTokens).toBe(expected);
  });

  it('says what is missing or damaged, and where', () => {
    expect(() => readModelFolder('/no/such/model')).toThrow(
      expect.objectContaining({ code: 'input-not-found' }),
    );
    expect(() => readModelFolder(writeFolder({ 'tokenizer.json': {} }))).toThrow(
      /no model\.onnx: export the model to ONNX first/,
    );
    expect(() => readModelFolder(writeFolder(files), 'model_int8.onnx')).toThrow(/no model_int8\.onnx/);
    expect(() => readModelFolder(writeFolder({ 'model.onnx': 'x' }))).toThrow(/no tokenizer\.json/);
    expect(() => readModelFolder(writeFolder({ ...files, 'config.json': '{' }))).toThrow(
      /config\.json: not a JSON document/,
    );
    expect(() => readModelFolder(writeFolder({ ...files, 'config.json': '[]' }))).toThrow(
      /config\.json: not an object/,
    );
  });
});
