import { describe, expect, it } from 'vitest';
import { loadTransformer } from '../../../src/enrich/transformer/transformer.js';
import {
  bytePair,
  CLASSES,
  EMBEDDINGS,
  sentimentFolder,
  tinyOnnx,
  unigram,
  wordPiece,
  WORDS,
  writeFolder,
} from './tiny-onnx.js';

const softmax = (logits: readonly number[]): number[] => {
  const powers = logits.map(Math.exp),
    sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
};
const close = (row: Float32Array | undefined, expected: readonly number[]): void => {
  expect(row).toHaveLength(expected.length);
  expected.forEach((value, i) => expect(row?.[i]).toBeCloseTo(value, 5));
};

describe('a classifier', () => {
  it('gives the probabilities counted by hand', async () => {
    const transformer = await loadTransformer(sentimentFolder());
    expect(transformer.labels).toEqual(['negative', 'neutral', 'positive']);
    const [good, bad, plural] = await transformer.classify(['Bon fromage', 'MAUVAIS', 'bons']);
    // [CLS] bon fromage [SEP]: mean of (3, 0) and (0, 1) over 4 tokens = (0.75, 0.25); logits −3, 0.25, 3.
    close(good, softmax([-3, 0.25, 3]));
    // [CLS] mauvais [SEP]: (−1, 0); logits 4, 0, −4.
    close(bad, softmax([4, 0, -4]));
    // [CLS] bon ##s [SEP]: (0.75, 0).
    close(plural, softmax([-3, 0, 3]));
    await transformer.close();
  });

  it('gives one row a text in order, the same in any batch, although padding has weights', async () => {
    const texts = ['bon', 'fromage fromage fromage bon', 'mauvais fromages', '', 'bon bon', 'inconnu'];
    const folder = sentimentFolder();
    const rows = await (await loadTransformer(folder)).classify(texts);
    const small = await loadTransformer(folder, { batchSize: 2 });
    for (const [i, text] of texts.entries()) {
      close(rows[i], [...((await small.classify([text]))[0] as Float32Array)]);
    }
    expect(await small.classify(texts)).toEqual(await small.classify(texts));
    expect(await small.classify([])).toEqual([]);
  });

  it('judges each class on its own when the model says so', async () => {
    const transformer = await loadTransformer(
      sentimentFolder({ id2label: { 0: 'a', 1: 'b', 2: 'c' }, problem_type: 'multi_label_classification' }),
    );
    close((await transformer.classify(['bon fromage']))[0], [
      1 / (1 + Math.exp(3)),
      1 / (1 + Math.exp(-0.25)),
      1 / (1 + Math.exp(-3)),
    ]);
  });

  it('cuts what is too long and keeps the last special token', async () => {
    const transformer = await loadTransformer(sentimentFolder(), { maxTokens: 3 });
    // [CLS] bon [SEP], the rest is cut: (1, 0).
    close((await transformer.classify(['bon mauvais mauvais']))[0], softmax([-4, 0, 4]));
  });

  it('takes any text', async () => {
    const transformer = await loadTransformer(sentimentFolder());
    const texts = [
      'x'.repeat(1_000_000),
      'bon '.repeat(250_000),
      '😀'.repeat(5000),
      '\uD800 bon \uDC00',
      'a\0b',
      '\u202Eشكرا',
      'z\u0301\u0302\u0303'.repeat(2000),
      ' \n\t ',
    ];
    const rows = await transformer.classify(texts);
    expect(rows).toHaveLength(texts.length);
    for (const row of rows) expect(row.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    // Lone surrogates are replaced, the word stays: [CLS] � bon � [SEP], unknown tokens count as (0, 0).
    expect(rows[3]?.[2]).toBeGreaterThan(0.8);
  });

  it('refuses to embed', async () => {
    const transformer = await loadTransformer(sentimentFolder());
    await expect(transformer.embed(['bon'])).rejects.toThrow(
      /the model gives logits: expected sentence_embedding or last_hidden_state/,
    );
  });

  it('says when labels and logits do not agree', async () => {
    const transformer = await loadTransformer(sentimentFolder({ id2label: { 0: 'no', 1: 'yes' } }));
    await expect(transformer.classify(['bon'])).rejects.toThrow(/logits of shape 1 × 3 for 2 labels/);
  });
});

describe('an encoder', () => {
  const files = { 'model.onnx': tinyOnnx({ embeddings: EMBEDDINGS }), 'tokenizer.json': wordPiece(WORDS) };

  it('gives the mean of the tokens, of length 1', async () => {
    const transformer = await loadTransformer(writeFolder(files));
    expect(transformer.labels).toEqual([]);
    const [both, long] = await transformer.embed([
      'bon fromage',
      'bon bon bon fromage fromage fromage fromage',
    ]);
    // (3, 1) / √10 whatever the number of zero tokens; (9, 4) / √97.
    close(both, [3 / Math.sqrt(10), 1 / Math.sqrt(10)]);
    close(long, [9 / Math.sqrt(97), 4 / Math.sqrt(97)]);
    await expect(transformer.classify(['bon'])).rejects.toThrow(
      /the model gives last_hidden_state: expected logits/,
    );
  });

  it('writes the prefix before the text, and takes the first token when its folder says so', async () => {
    const prefixed = await loadTransformer(writeFolder(files), { prefix: 'fromage ' });
    close((await prefixed.embed(['bon']))[0], [3 / Math.sqrt(10), 1 / Math.sqrt(10)]);
    const table = EMBEDDINGS.with(2, [0, 5]);
    const first = await loadTransformer(
      writeFolder({
        ...files,
        'model.onnx': tinyOnnx({ embeddings: table }),
        '1_Pooling/config.json': { pooling_mode_cls_token: true },
      }),
    );
    close((await first.embed(['bon']))[0], [0, 1]);
  });
});

describe('tokenizers', () => {
  it('reads SentencePiece unigrams, padding with the id of the model', async () => {
    // Ids: <s> 0, <pad> 1, </s> 2, <unk> 3, ▁bon 4, ▁mauvais 5, s 6.
    const embeddings = [
      [0, 0],
      [90, 90],
      [0, 0],
      [0, 0],
      [3, 0],
      [-3, 0],
      [0, 1],
    ];
    const transformer = await loadTransformer(
      writeFolder({
        'model.onnx': tinyOnnx({ embeddings, classes: CLASSES }),
        'tokenizer.json': unigram(['▁bon', '▁mauvais', 's']),
        'config.json': { pad_token_id: 1, id2label: { 0: 'NEG', 1: 'NEU', 2: 'POS' } },
      }),
    );
    const [bons, bad] = await transformer.classify(['bons', 'mauvais bon mauvais bon mauvais']);
    // <s> ▁bon s </s>: (0.75, 0.25).
    close(bons, softmax([-3, 0.25, 3]));
    // Seven tokens: −3 / 7.
    close(bad, softmax([12 / 7, 0, -12 / 7]));
  });

  it('reads byte pairs', async () => {
    // Ids: <pad> 0, <unk> 1, b 2, o 3, n 4, bo 5, bon 6.
    const embeddings = [
      [90, 90],
      [0, 0],
      [0, 0],
      [0, 1],
      [0, 0],
      [0, 0],
      [3, 0],
    ];
    const transformer = await loadTransformer(
      writeFolder({
        'model.onnx': tinyOnnx({ embeddings, classes: CLASSES }),
        'tokenizer.json': bytePair(
          ['b', 'o', 'n'],
          [
            ['b', 'o'],
            ['bo', 'n'],
          ],
        ),
        'config.json': { id2label: { 0: 'NEG', 1: 'NEU', 2: 'POS' } },
      }),
    );
    // bon o: mean of (3, 0) and (0, 1).
    close((await transformer.classify(['bon o']))[0], softmax([-6, 0.5, 6]));
  });
});

describe('loading', () => {
  const reject = async (folder: string, options?: Parameters<typeof loadTransformer>[1]) =>
    loadTransformer(folder, options).then(
      () => undefined,
      (error: unknown) => error as Error & { code: string },
    );

  it('says what is wrong with the files', async () => {
    expect(
      await reject(writeFolder({ 'model.onnx': 'no model', 'tokenizer.json': wordPiece(WORDS) })),
    ).toMatchObject({
      code: 'model-invalid',
      message: expect.stringMatching(/a model that can't be loaded/) as string,
    });
    expect(
      await reject(
        writeFolder({
          'model.onnx': tinyOnnx({ embeddings: EMBEDDINGS }),
          'tokenizer.json': { model: { type: 'Sorcery' } },
        }),
      ),
    ).toMatchObject({
      code: 'model-invalid',
      message: expect.stringMatching(/a tokenizer that can't be read/) as string,
    });
    expect(
      await reject(
        writeFolder({
          'model.onnx': tinyOnnx({ embeddings: EMBEDDINGS, classes: CLASSES, extraInput: 'pixel_values' }),
          'tokenizer.json': wordPiece(WORDS),
        }),
      ),
    ).toMatchObject({
      code: 'model-invalid',
      message: expect.stringMatching(/the model asks for pixel_values/) as string,
    });
  });

  it('refuses senseless options and says which package is missing', async () => {
    expect(await reject(sentimentFolder(), { batchSize: 0 })).toMatchObject({ code: 'option-invalid' });
    expect(
      await reject(sentimentFolder(), {
        load: async () => {
          throw new Error('absent');
        },
      }),
    ).toMatchObject({
      code: 'peer-missing',
      message: '@huggingface/tokenizers is not installed: npm install @huggingface/tokenizers',
    });
  });
});
