import { choiceOption, type Command, stringOption } from '../command.js';
import { keyOption, keyOptionsSpec } from '../build-options.js';
import { DeversoirError } from '../../util/errors.js';
import { LANGUAGES } from '../../util/language.js';

const usage = `Usage: deversoir follow ID [--corpus DIR] [--private] [--json]

Follows one message from the export file and row it was read from to the bars of the report it is counted in: what was
read, how it was understood and why (cues), duplicates of it, its case with the evidence of every link, each change of
state, and the metric and bar that count it. With a case id (case:…) it follows the whole case, message by message.

ID is a message id, a case id, or a beginning of one that no other has: the short marks of the report ("Repère") are such. With
the secret of the corpus, ID may be a platform and its own id (x:1234567890): ids in a corpus are keyed.

Options:
  --corpus DIR   corpus folder (default: corpus)
  --key-file FILE, --key KEY   secret of the corpus (default: DEVERSOIR_KEY_FILE, DEVERSOIR_KEY)
  --demo         the corpus was made with --demo
  --private      show the masked text of private messages (default: hidden)
  --json         print the same as JSON on stdout

Examples:
  deversoir follow x:1234567890 --corpus reports/agri-food-demo/corpus --demo
  deversoir follow 59afcf8a --corpus reports/agri-food-demo/corpus`;

export const followCommand: Command = {
  name: 'follow',
  usage,
  options: {
    ...keyOptionsSpec,
    corpus: { type: 'string' },
    demo: { type: 'boolean' },
    private: { type: 'boolean' },
  },
  async run([id, ...rest], values, io) {
    if (id === undefined || rest.length > 0)
      throw new DeversoirError('option-invalid', 'give one message or case id', {
        hint: 'see: deversoir follow --help',
      });
    const { openCorpus } = await import('../../corpus.js');
    const { follow, followLines } = await import('../../follow.js');
    const { DEMO_KEY } = await import('../../normalise/pseudonym-key.js');
    const key = keyOption(values, io) ?? (values['demo'] === true ? DEMO_KEY : undefined);
    const step = (item: string, done: number): void =>
      io.progress({ task: 'following', item: `(${item})`, done, total: 2, unit: 'steps' });
    step('opening the corpus', 0);
    const corpus = await openCorpus(stringOption(values, 'corpus') ?? 'corpus');
    try {
      step('looking for what counts it', 1);
      const path = await follow(corpus, id, {
        showPrivate: values['private'] === true,
        ...(key !== undefined && { key }),
      });
      for (const line of followLines(path, choiceOption(values, 'lang', LANGUAGES))) io.print(line);
      return { json: path };
    } finally {
      corpus.close();
    }
  },
};
