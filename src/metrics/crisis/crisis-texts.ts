import { contentWords, sayingTheSame, saysTheSame } from '../../util/content-words.js';
import { movementsOf, type Cause } from './causes.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { nameOf, readTexts, type MovementTexts, type Said } from './movement-texts.js';
import { resolveOptions, type MetricOptions } from '../options.js';

const QUOTES = 3;
const HEADLINES = 4;
/** Letters of a text that can be read at a glance and says something. */
const SHORT = 40;
const LONG = 300;
/** Texts weighed against one another. */
const WEIGHED = 400;
/** The first message is one that so many say, itself included: else a lone voice may open a movement it has no part in. */
const REPEATED = 3;
/** Share of the texts of a movement from which a word is one of its own. */
const COMMON = 0.1;

const frame = metricFrame({
  name: 'crisisTexts',
  label: { fr: 'Crises : nom, premiers mots, titres de presse', en: 'Crises: name, first words, headlines' },
  unit: 'messages',
  denominator: { fr: 'fiches de crise', en: 'crisis sheets' },
  method: {
    fr: 'Nom : le groupe nominal le plus propre aux textes du mouvement (rapport de vraisemblance G²), d’abord parmi ceux des titres de presse. Citations : le premier message sur le motif que d’autres répètent, puis ce qui s’y dit le plus, un message par auteur et par propos. Titres : les articles du mouvement qui en reprennent les mots.',
    en: 'Name: the noun phrase most telling of the movement’s texts (G² likelihood ratio), first among those of headlines. Quotes: the first message on the subject that others repeat, then what is said most, one message an author and a statement. Headlines: the articles of the movement that use its words.',
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
export const crisisTexts = defineMetric({ frame, of: 'messages' }, async (corpus, options: MetricOptions) => {
  const movements = await movementsOf(corpus, resolveOptions(options));
  if (movements.length === 0)
    return unmeasured(frame, 0, 'aucun mouvement public à raconter', 'no public movement to tell');
  const rows: TextRow[] = [];
  const told = await readTexts(corpus, movements);
  for (const [at, movement] of movements.entries()) {
    const { said } = told[at] as MovementTexts,
      { sheetId } = movement,
      name = await nameOf(corpus, movement, { said });
    const onSubject = new Set(
      movement.messages
        .filter(({ drivers }) => drivers.includes(movement.subjects[0] ?? ''))
        .map(({ messageId }) => messageId),
    );
    const quotes = chosen(said, name, onSubject);
    rows.push(
      ...(name === null ? [] : [{ ...EMPTY, sheetId, role: 'name', text: name }]),
      ...quotes.map(({ author: _author, ...quote }, place) => ({
        ...quote,
        sheetId,
        source: null,
        stage: 'public',
        role: place === 0 ? 'first' : 'quote',
      })),
      ...headlinesOf(movement, said, sheetId),
    );
  }
  return makeMetric(frame, { value: rows.length, n: movements.length, rows });
});

/** Articles of a movement whose title speaks of it: a word that a tenth of its texts use; failing that, those on its first subject. */
function headlinesOf(
  { articles, burst, subjects: [subject] }: Cause,
  said: readonly Said[],
  sheetId: string,
): TextRow[] {
  const counts = new Map<string, number>();
  for (const { text } of said)
    for (const word of contentWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const least = Math.max(2, COMMON * said.length);
  const titled = articles.filter(({ title }) => title !== null);
  const speaking = titled.filter(({ title, brands }) => {
    const named = contentWords(brands.join(' '));
    return [...contentWords(title ?? '')].some(
      (word) => !named.has(word) && (counts.get(word) ?? 0) >= least,
    );
  });
  // Where few have spoken, the press itself tells the subject.
  const about = !burst
    ? titled
    : speaking.length > 0
      ? speaking
      : titled.filter(({ drivers }) => subject !== undefined && drivers[0] === subject);
  return about
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
}

/**
 * The first message on the subject that another repeats in its own words, then what is said most, each in one message: texts that
 * say the same stand for one another, and an author speaks once.
 */
function chosen(said: readonly Said[], name: string | null, subject: ReadonlySet<string>): Said[] {
  const readable = said.filter(({ text }) => text.length >= SHORT && text.length <= LONG);
  const about = readable.filter(
    ({ messageId, text }) => subject.has(messageId) || (name !== null && text.toLowerCase().includes(name)),
  );
  const candidates = (about.length > 0 ? about : readable).slice(0, WEIGHED);
  const weights = sayingTheSame(candidates.map(({ text }) => contentWords(text))),
    weighed = candidates.map((one, at) => ({ one, weight: weights[at] as number }));
  const first = weighed.find(({ weight }) => weight >= REPEATED) ?? weighed[0];
  const kept: Said[] = [];
  for (const { one } of [
    ...(first === undefined ? [] : [first]),
    ...weighed.toSorted((a, b) => b.weight - a.weight),
  ]) {
    if (kept.length === QUOTES) break;
    if (kept.some((other) => other.author === one.author || saysTheSame(other.text, one.text))) continue;
    kept.push(one);
  }
  return kept;
}
