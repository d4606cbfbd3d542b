import { movementsOf } from './causes.js';
import { subjectsOf } from './crisis-bursts.js';
import { crisisSheets, type CrisisSheetOptions } from './crisis-sheets.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { saidIn, type Said } from './movement-texts.js';
import { resolveOptions } from '../options.js';
import type { Movement } from './reporting-articles.js';

const QUOTES = 3;
const HEADLINES = 4;

const frame = metricFrame({
  name: 'crisisTexts',
  label: { fr: 'Crises : nom, premiers mots, titres de presse', en: 'Crises: name, first words, headlines' },
  unit: 'messages',
  denominator: { fr: 'fiches de crise', en: 'crisis sheets' },
  method: {
    fr: 'Nom : le groupe nominal le plus propre aux textes du mouvement (rapport de vraisemblance G²), d’abord parmi ceux des titres de presse. Citations : le premier message, puis ceux qui portent ce nom, un par auteur et par texte. Titres : les articles du mouvement.',
    en: 'Name: the noun phrase most telling of the movement’s texts (G² likelihood ratio), first among those of headlines. Quotes: the first message, then those that hold the name, one an author and a text. Headlines: the movement’s articles.',
  },
  columns: {
    sheetId: 'text',
    role: 'text',
    messageId: 'text?',
    text: 'text?',
    stage: 'text?',
    channel: 'text?',
    source: 'text?',
    sentAt: 'instant?',
    dayOnly: 'boolean?',
  },
});
type TextRow = RowOf<typeof frame.columns>;

const EMPTY = { messageId: null, stage: null, channel: null, source: null, sentAt: null, dayOnly: null };

/** What is said in a movement: its name (`role` name), its first message (first), messages that carry it (quote) and the titles of its articles (headline). Value: rows. */
export const crisisTexts = defineMetric(
  { frame, of: 'messages' },
  async (corpus, options: CrisisSheetOptions) => {
    const sheets = (await crisisSheets(corpus, options)).rows();
    if (sheets.length === 0)
      return unmeasured(frame, 0, 'aucun mouvement public à raconter', 'no public movement to tell');
    const movements = await movementsOf(corpus, resolveOptions(options));
    const rows: TextRow[] = [];
    for (const [at, { sheetId, name }] of sheets.entries()) {
      const movement = movements[at] as Movement;
      const onSubject = new Set(
        movement.messages
          .filter(({ drivers }) => drivers.includes(subjectsOf(movement.messages)[0] ?? ''))
          .map(({ messageId }) => messageId),
      );
      const quotes = chosen(await saidIn(corpus, movement), name, onSubject);
      rows.push(
        ...(name === null ? [] : [{ ...EMPTY, sheetId, role: 'name', text: name }]),
        ...quotes.map(({ author: _author, ...said }, place) => ({
          ...said,
          sheetId,
          source: null,
          stage: 'public',
          role: place === 0 ? 'first' : 'quote',
        })),
        ...headlinesOf(movement, sheetId),
      );
    }
    return makeMetric(frame, { value: rows.length, n: sheets.length, rows });
  },
);

const headlinesOf = ({ articles }: Movement, sheetId: string): TextRow[] =>
  articles
    .filter(({ title }) => title !== null)
    .slice(0, HEADLINES)
    .map(({ messageId, title, source, at, dayOnly }) => ({
      sheetId,
      role: 'headline',
      messageId,
      text: title,
      stage: 'press',
      channel: 'press',
      source,
      sentAt: new Date(at),
      dayOnly,
    }));

/** The first message on the subject, then messages that hold the name or speak of the subject, spread over the movement. */
function chosen(said: readonly Said[], name: string | null, subject: ReadonlySet<string>): Said[] {
  const readable = said.filter(({ text }) => text.length >= 40 && text.length <= 300);
  const [first] = [...readable.filter(({ messageId }) => subject.has(messageId)), ...readable];
  if (first === undefined) return [];
  const authors = new Set([first.author]);
  const later = readable.filter((one) => one !== first);
  const telling = [
    ...later.filter(({ text }) => name !== null && text.toLowerCase().includes(name)),
    ...later.filter(({ messageId }) => subject.has(messageId)),
    ...later,
  ];
  const kept = [first];
  for (const one of telling) {
    if (kept.length > QUOTES - 1 || authors.has(one.author)) continue;
    authors.add(one.author);
    kept.push(one);
  }
  return kept;
}
