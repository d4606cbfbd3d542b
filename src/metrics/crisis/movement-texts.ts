import type { CorpusTables } from '../../engine/corpus-tables.js';
import { QUOTABLE } from '../sql.js';
import type { Movement } from './reporting-articles.js';

/** Texts read to name a movement. */
const COMPARED = 2_000;
const JOURNALIST = `regexp_matches(lower(strip_accents(text)), '(je suis|suis) journaliste|journaliste (a|au|pour|chez) |appel a temoin|pour (un article|un reportage|une enquete)|i.?m a (journalist|reporter)')`;

/** What can be quoted of a movement. */
export interface Said {
  readonly messageId: string;
  readonly text: string;
  readonly channel: string;
  readonly sentAt: Date;
  readonly dayOnly: boolean;
  readonly author: string;
}

/** What a movement says. */
export interface MovementTexts {
  /** Texts that can be quoted, each once, in order of time. */
  readonly said: readonly Said[];
  /** Title and text of each message and article. */
  readonly words: readonly string[];
  /** Public messages of people who say that they write for the press. */
  readonly journalists: number;
}

interface TextRow extends Said {
  /** The same for copies of one text. */
  readonly copy: string;
  readonly words: string;
  readonly quotable: boolean;
  readonly journalist: boolean;
}

const idsOf = ({ messages, articles }: Movement): string[] =>
  [...messages, ...articles].map(({ messageId }) => messageId);

const byTime = (a: TextRow, b: TextRow): number =>
  a.sentAt.getTime() - b.sentAt.getTime() || (a.messageId < b.messageId ? -1 : 1);

function textsOf(movement: Movement, rowOf: ReadonlyMap<string, TextRow>): MovementTexts {
  const rows = idsOf(movement).flatMap((id) => rowOf.get(id) ?? []);
  const said = new Map<string, Said>();
  for (const row of movement.messages.flatMap(({ messageId }) => rowOf.get(messageId) ?? []).toSorted(byTime))
    if (row.quotable && !said.has(row.copy)) said.set(row.copy, row);
  return {
    said: [...said.values()].slice(0, COMPARED),
    words: rows.map(({ words }) => words),
    journalists: rows.filter(({ journalist }) => journalist).length,
  };
}

const known = new WeakMap<readonly Movement[], Promise<readonly MovementTexts[]>>();

/** What each of the movements of a corpus says, in their order; read once. */
export function readTexts(
  corpus: CorpusTables,
  movements: readonly Movement[],
): Promise<readonly MovementTexts[]> {
  const read = async (): Promise<readonly MovementTexts[]> => {
    const rows = (
      await corpus.query(
        `SELECT messageId, text, channel, sentAt, dayOnly, coalesce(authorKey, messageId) AS author, coalesce(textKey, messageId) AS copy,
          coalesce(title || '. ', '') || coalesce(text, '') AS words, ${QUOTABLE} AND len(harms) = 0 AS quotable,
          stage = 'public' AND coalesce(${JOURNALIST}, false) AS journalist
        FROM storedMessages JOIN (SELECT unnest(from_json($ids, '["VARCHAR"]')) AS messageId) USING (messageId)`,
        { ids: JSON.stringify([...new Set(movements.flatMap(idsOf))]) },
      )
    ).objects() as TextRow[];
    const rowOf = new Map(rows.map((row) => [row.messageId, row]));
    return movements.map((movement) => textsOf(movement, rowOf));
  };
  const found = known.get(movements) ?? read();
  known.set(movements, found);
  found.catch(() => known.delete(movements));
  return found;
}

const named = new WeakMap<readonly Said[], Promise<string | null>>();

/** Name of a movement: the phrase that tells its texts from all others, in the words of the corpus and of the headlines; found once. */
export function nameOf(
  corpus: CorpusTables,
  { brand, articles }: Movement,
  { said }: Pick<MovementTexts, 'said'>,
): Promise<string | null> {
  const found =
    named.get(said) ??
    corpus.nameOf(
      said.map(({ text }) => text),
      { headlines: articles.flatMap(({ title }) => title ?? []), without: brand === '' ? [] : [brand] },
    );
  named.set(said, found);
  found.catch(() => named.delete(said));
  return found;
}
