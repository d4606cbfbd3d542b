import { expect, it } from 'vitest';
import { wordsInJson } from '../../../src/ingest/table/words-in-json.js';

it('takes the words out of a cell that holds them as JSON, and leaves other cells as they are', () => {
  expect(
    ['{"type":"text","text":"Le lin a rétréci"}', '{"text":3}', '{"text":', 'Le lin {a} rétréci'].map(
      wordsInJson,
    ),
  ).toEqual(['Le lin a rétréci', '{"text":3}', '{"text":', 'Le lin {a} rétréci']);
});
