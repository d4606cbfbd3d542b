import { DeversoirError } from '../../util/errors.js';
import { type Command, wholeOption, stringOption } from '../command.js';

const usage = `Usage: deversoir similar TEXT [--corpus DIR] [--n N] [--private] [--json]

Messages that say nearly what TEXT says, in whatever words, French and English alike; nearest first. Each line: cosine of
the two texts (0 to 1), stage, day, channel, how many messages say it in these words or nearly (where several), the
message's id and its text with names masked. Opposites without a negation are not told apart ("bon", "mauvais").

Options:
  --corpus DIR   corpus folder (default: corpus)
  --n N          at most so many, from 1 to 1,000 (default: 10)
  --private      show the masked text of private messages (default: hidden)
  --json         print the same as JSON on stdout; a hidden text is null

Cost: about 50 µs for each message of the corpus.

Examples:
  deversoir similar "mon colis n'est jamais arrivé" --corpus reports/agri-food-demo/corpus
  deversoir similar "goût aigre" --n 30 --json`;

export const similarCommand: Command = {
  name: 'similar',
  usage,
  options: { corpus: { type: 'string' }, n: { type: 'string' }, private: { type: 'boolean' } },
  async run([text, ...rest], values, io) {
    if (text === undefined || rest.length > 0)
      throw new DeversoirError('option-invalid', 'give one text', {
        hint: 'in quotes, if it has several words',
      });
    const n = wholeOption(values, 'n', { min: 1, max: 1000 }) ?? 10;
    const { openCorpus } = await import('../../corpus.js');
    const { similarTo } = await import('../../topics/similar-to.js');
    const corpus = await openCorpus(stringOption(values, 'corpus') ?? 'corpus');
    try {
      const found = (await similarTo(corpus, text, { n })).map((message) =>
        message.stage === 'private' && values['private'] !== true ? { ...message, text: null } : message,
      );
      if (found.length === 0) io.print('no message says anything like it');
      for (const one of found)
        io.print(
          [
            one.similarity.toFixed(2),
            one.stage,
            one.sentAt?.toISOString().slice(0, 10) ?? 'no date',
            one.channel,
            ...(one.messages > 1 ? [`×${one.messages}`] : []),
            one.messageId,
            one.text?.replace(/\s+/g, ' ') ?? '(private, hidden)',
          ].join('  '),
        );
      return { json: { text, messages: found } };
    } finally {
      corpus.close();
    }
  },
};
