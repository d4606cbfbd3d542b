import type { CorpusTables } from '../../engine/corpus-tables.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, type MetricFrame, type TableRow } from '../make-metric.js';
import { QUOTABLE } from '../sql.js';
import { crisisSheets, type CrisisSheetOptions } from './crisis-sheets.js';
import { nameMovement } from './movement-name.js';

const QUOTES = 3;
const HEADLINES = 4;
/** Texts compared to name a movement, of its own and of other times. */
const COMPARED = 2_000;
/** An article may follow the end of a movement by so many days. */
const PRESS_DAYS = 14;

const frame: MetricFrame = {
  name: 'crisisTexts',
  label: { fr: 'Crises : nom, premiers mots, titres de presse', en: 'Crises: name, first words, headlines' },
  unit: 'messages',
  denominator: { fr: 'fiches de crise', en: 'crisis sheets' },
  method: {
    fr: 'Nom : le groupe nominal le plus propre aux textes du mouvement (rapport de vraisemblance G²), d’abord parmi ceux des titres de presse. Citations : le premier message, puis ceux qui portent ce nom, un par auteur et par texte. Titres : les articles du mouvement.',
    en: 'Name: the noun phrase most telling of the movement’s texts (G² likelihood ratio), first among those of headlines. Quotes: the first message, then those that hold the name, one an author and a text. Headlines: the movement’s articles.',
  },
  columns: ['sheetId', 'role', 'messageId', 'text', 'stage', 'channel', 'source', 'sentAt', 'dayOnly'],
};

interface Sheet {
  readonly sheetId: string;
  readonly brand: string | null;
  readonly drivers: readonly string[];
  readonly start: Date;
  readonly end: Date;
  readonly articles: number;
}

interface Said {
  readonly messageId: string;
  readonly text: string;
  readonly channel: string;
  readonly sentAt: Date;
  readonly dayOnly: boolean;
  readonly author: string;
  readonly onSubject: boolean;
}

const CRITICAL = `(sentiment = 'negative' OR list_contains(intents, 'complaint'))`;
const OF_BRAND = `($brand = '' OR len(brands) = 0 OR list_contains(brands, $brand))`;
const INSIDE = `sentAt BETWEEN make_timestamp($start) AND make_timestamp($end)`;

/** What is said in a movement: its name (`role` name), its first message (first), messages that carry it (quote) and the titles of its articles (headline). Value: rows. */
export const crisisTexts = defineMetric(
  { frame, of: 'messages' },
  async (corpus, options: CrisisSheetOptions) => {
    const sheets = (await crisisSheets(corpus, options)).table.objects() as Sheet[];
    if (sheets.length === 0)
      return unmeasured(frame, 0, 'aucun mouvement public à raconter', 'no public movement to tell');
    const rows: TableRow[] = [];
    for (const sheet of sheets) rows.push(...(await textsOf(corpus, sheet)));
    return makeMetric(frame, { value: rows.length, n: sheets.length, rows });
  },
);

async function textsOf(corpus: CorpusTables, sheet: Sheet): Promise<TableRow[]> {
  const [driver = ''] = sheet.drivers;
  const parameters = {
    brand: sheet.brand ?? '',
    start: sheet.start.getTime() * 1000,
    end: sheet.end.getTime() * 1000,
  };
  const said = (
    await corpus.query(
      `SELECT messageId, text, channel, sentAt, dayOnly, coalesce(authorKey, messageId) AS author, list_contains(drivers, $driver) AS onSubject
      FROM messages WHERE ${QUOTABLE} AND ${CRITICAL} AND ${OF_BRAND} AND ${INSIDE} AND len(harms) = 0
      QUALIFY row_number() OVER (PARTITION BY coalesce(textKey, messageId) ORDER BY sentAt, messageId) = 1
      ORDER BY sentAt, messageId LIMIT ${COMPARED}`,
      { ...parameters, driver },
    )
  ).objects() as Said[];
  const others = (
    await corpus.query(
      `SELECT any_value(text) AS text FROM messages WHERE ${QUOTABLE} AND ${CRITICAL} AND ${OF_BRAND} AND NOT (${INSIDE})
      GROUP BY coalesce(textKey, messageId) ORDER BY md5(coalesce(textKey, messageId)) LIMIT ${COMPARED}`,
      parameters,
    )
  ).objects() as { text: string }[];
  const language = (
    await corpus.query(
      `SELECT languageCode AS code FROM messages WHERE ${QUOTABLE} AND ${INSIDE} AND languageCode IN ('fr', 'en') GROUP BY ALL ORDER BY count(*) DESC, code LIMIT 1`,
      { start: parameters.start, end: parameters.end },
    )
  ).object() as { code?: string } | undefined;
  const headlines = sheet.articles === 0 ? [] : await headlinesOf(corpus, sheet);
  const name = await nameMovement({
    texts: said.map(({ text }) => text),
    others: others.map(({ text }) => text),
    headlines: headlines.map(({ text }) => String(text)),
    brands: sheet.brand === null ? [] : [sheet.brand],
    language: language?.code ?? 'fr',
  });
  return [
    ...(name === null ? [] : [{ sheetId: sheet.sheetId, role: 'name', text: name }]),
    ...chosen(said, name).map(({ author: _author, onSubject: _onSubject, ...row }, place) => ({
      ...row,
      sheetId: sheet.sheetId,
      stage: 'public',
      role: place === 0 ? 'first' : 'quote',
    })),
    ...headlines,
  ];
}

async function headlinesOf(
  corpus: CorpusTables,
  { sheetId, drivers, start, end, articles }: Sheet,
): Promise<TableRow[]> {
  const rows = (
    await corpus.query(
      `SELECT messageId, title AS text, channel, sourceName AS source, sentAt, dayOnly FROM messages
      WHERE stage = 'press' AND title IS NOT NULL AND list_has_any(drivers, from_json($drivers, '["VARCHAR"]'))
        AND sentAt BETWEEN date_trunc('day', make_timestamp($start)) AND make_timestamp($end) + INTERVAL ${PRESS_DAYS} DAY
      ORDER BY sentAt, messageId LIMIT ${HEADLINES}`,
      { drivers: JSON.stringify(drivers), start: start.getTime() * 1000, end: end.getTime() * 1000 },
    )
  ).objects() as TableRow[];
  return rows.slice(0, articles).map((row) => ({ ...row, sheetId, stage: 'press', role: 'headline' }));
}

/** The first message on the subject, then messages that hold the name or speak of the subject, spread over the movement. */
function chosen(said: readonly Said[], name: string | null): Said[] {
  const readable = said.filter(({ text }) => text.length >= 40 && text.length <= 300);
  const [first] = [...readable.filter(({ onSubject }) => onSubject), ...readable];
  if (first === undefined) return [];
  const authors = new Set([first.author]);
  const later = readable.filter((one) => one !== first);
  const telling = [
    ...later.filter(({ text }) => name !== null && text.toLowerCase().includes(name)),
    ...later.filter(({ onSubject }) => onSubject),
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
