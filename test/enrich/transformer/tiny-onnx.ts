import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../../temporary-folder.js';

/** Writes small ONNX models and tokenizers: just enough protobuf, by the field numbers of onnx.proto3. */
const utf8 = (text: string): number[] => [...Buffer.from(text, 'utf8')];

function varint(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 128);
  }
}

const number = (field: number, value: number): number[] => [...varint(field * 8), ...varint(value)];
const block = (field: number, body: number[]): number[] => [
  ...varint(field * 8 + 2),
  ...varint(body.length),
  ...body,
];
const text = (field: number, value: string): number[] => block(field, utf8(value));

const FLOAT = 1,
  INT64 = 7;

function tensor(name: string, dims: readonly number[], type: number, values: readonly number[]): number[] {
  const raw =
    type === FLOAT
      ? new Uint8Array(Float32Array.from(values).buffer)
      : new Uint8Array(BigInt64Array.from(values, BigInt).buffer);
  return [
    ...dims.flatMap((dim) => number(1, dim)),
    ...number(2, type),
    ...text(8, name),
    ...block(9, [...raw]),
  ];
}

const value = (name: string, type: number, dims: readonly (string | number)[]): number[] => [
  ...text(1, name),
  ...block(
    2,
    block(1, [
      ...number(1, type),
      ...block(
        2,
        dims.flatMap((dim) => block(1, typeof dim === 'number' ? number(1, dim) : text(2, dim))),
      ),
    ]),
  ),
];

const attribute = (name: string, i: number): number[] =>
  block(5, [...text(1, name), ...number(3, i), ...number(20, 2)]);

const node = (op: string, inputs: readonly string[], output: string, attributes: number[] = []): number[] =>
  block(1, [...inputs.flatMap((name) => text(1, name)), ...text(2, output), ...text(4, op), ...attributes]);

export interface TinyModel {
  /** One row a token of the vocabulary. */
  readonly embeddings: readonly (readonly number[])[];
  /** Rows: size of an embedding; columns: classes. Absent: an encoder that gives `last_hidden_state`. */
  readonly classes?: readonly (readonly number[])[];
  readonly extraInput?: string;
}

/** Mean of the embeddings of the tokens that are not padding, times a matrix: `logits`. */
export function tinyOnnx({ embeddings, classes, extraInput }: TinyModel): Uint8Array {
  const size = embeddings[0]?.length ?? 0,
    wide = classes?.[0]?.length ?? 0;
  const inputs = ['input_ids', 'attention_mask', ...(extraInput === undefined ? [] : [extraInput])];
  const encoder = classes === undefined;
  const graph = [
    ...node('Gather', ['table', 'input_ids'], encoder ? 'last_hidden_state' : 'tokens'),
    ...node('Cast', ['attention_mask'], 'mask', attribute('to', FLOAT)),
    ...(encoder
      ? []
      : [
          ...node('Unsqueeze', ['mask', 'last'], 'mask3'),
          ...node('Mul', ['tokens', 'mask3'], 'masked'),
          ...node('ReduceSum', ['masked', 'middle'], 'sum', attribute('keepdims', 0)),
          ...node('ReduceSum', ['mask', 'middle'], 'count', attribute('keepdims', 1)),
          ...node('Div', ['sum', 'count'], 'mean'),
          ...node('MatMul', ['mean', 'classes'], 'logits'),
        ]),
    ...text(2, 'tiny'),
    ...block(5, tensor('table', [embeddings.length, size], FLOAT, embeddings.flat())),
    ...(encoder
      ? []
      : [
          ...block(5, tensor('classes', [size, wide], FLOAT, (classes ?? []).flat())),
          ...block(5, tensor('last', [1], INT64, [2])),
          ...block(5, tensor('middle', [1], INT64, [1])),
        ]),
    ...inputs.flatMap((name) => block(11, value(name, INT64, ['batch', 'sequence']))),
    ...block(
      12,
      encoder
        ? value('last_hidden_state', FLOAT, ['batch', 'sequence', size])
        : value('logits', FLOAT, ['batch', wide]),
    ),
  ];
  return Uint8Array.from([
    ...number(1, 8),
    ...block(8, [...text(1, ''), ...number(2, 13)]),
    ...block(7, graph),
  ]);
}

const special = (content: string, id: number) => ({
  id,
  content,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
});
const templates = (first: string, last: string, ids: Readonly<Record<string, number>>) => ({
  type: 'TemplateProcessing',
  single: [
    { SpecialToken: { id: first, type_id: 0 } },
    { Sequence: { id: 'A', type_id: 0 } },
    { SpecialToken: { id: last, type_id: 0 } },
  ],
  pair: [],
  special_tokens: Object.fromEntries([first, last].map((id) => [id, { id, ids: [ids[id]], tokens: [id] }])),
});

/** A WordPiece tokenizer as BERT's: `[PAD] [UNK] [CLS] [SEP]`, then the words. */
export function wordPiece(words: readonly string[]): object {
  const vocab = Object.fromEntries(
    ['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...words].map((word, id) => [word, id]),
  );
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: ['[PAD]', '[UNK]', '[CLS]', '[SEP]'].map(special),
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: templates('[CLS]', '[SEP]', vocab),
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab,
    },
  };
}

/** A SentencePiece unigram tokenizer as XLM-R's: `<s> <pad> </s> <unk>`, then the pieces, the likelier first. */
export function unigram(pieces: readonly string[]): object {
  const names = ['<s>', '<pad>', '</s>', '<unk>', ...pieces];
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: ['<s>', '<pad>', '</s>', '<unk>'].map(special),
    normalizer: { type: 'NFKC' },
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
    post_processor: templates('<s>', '</s>', { '<s>': 0, '</s>': 2 }),
    decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
    model: { type: 'Unigram', unk_id: 3, vocab: names.map((piece, id) => [piece, id < 4 ? 0 : -id]) },
  };
}

/** A byte-pair tokenizer over whole words: `<pad> <unk>`, letters, then what the merges make. */
export function bytePair(letters: readonly string[], merges: readonly (readonly [string, string])[]): object {
  const vocab = Object.fromEntries(
    ['<pad>', '<unk>', ...letters, ...merges.map((pair) => pair.join(''))].map((word, id) => [word, id]),
  );
  return {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: ['<pad>', '<unk>'].map(special),
    normalizer: null,
    pre_tokenizer: { type: 'Whitespace' },
    post_processor: null,
    decoder: null,
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: '<unk>',
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      vocab,
      merges: merges.map((pair) => pair.join(' ')),
    },
  };
}

/** A temporary folder with these files, gone after the test. */
export function writeFolder(files: Readonly<Record<string, object | Uint8Array | string>>): string {
  const folder = temporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content),
    );
  }
  return folder;
}

/** Words, their embeddings, and the matrix of a sentiment classifier whose logits are easily counted by hand. Padding weighs a lot. */
export const WORDS = ['bon', 'mauvais', 'fromage', '##s'];
export const EMBEDDINGS = [
  [90, 90],
  [0, 0],
  [0, 0],
  [0, 0],
  [3, 0],
  [-3, 0],
  [0, 1],
  [0, 0],
];
export const CLASSES = [
  [-4, 0, 4],
  [0, 1, 0],
];

/** Folder of the tiny sentiment classifier. */
export function sentimentFolder(
  config: object = { id2label: { 0: 'negative', 1: 'neutral', 2: 'positive' } },
): string {
  return writeFolder({
    'model.onnx': tinyOnnx({ embeddings: EMBEDDINGS, classes: CLASSES }),
    'tokenizer.json': wordPiece(WORDS),
    'config.json': config,
  });
}
