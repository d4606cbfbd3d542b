import type { CorpusTables } from '../../../src/engine/corpus-tables.js';
import type { WorldFile, WorldMessage, WorldTruth } from '../../../src/simulate/index.js';

/** A link that was weighed: how probable it was said to be, and whether it is right. */
export interface WeighedLink {
  readonly probability: number;
  readonly right: boolean;
  readonly toStage: string;
}

export interface LinkScore {
  readonly links: readonly WeighedLink[];
  /** Spilled cases in the exports with something in common between both sides, and those of them linked at p > 0.5. */
  readonly linkable: number;
  readonly found: number;
  /** Files of which the rows read and the rows written differ in number: their messages are not judged. */
  readonly unmatched: readonly string[];
}

/** World messages by the id that the corpus gave them: row by row of each file. */
export async function matched(
  corpus: CorpusTables,
  files: readonly WorldFile[],
): Promise<{ byId: Map<string, WorldMessage>; unmatched: string[] }> {
  const read = (
    await corpus.query(
      `SELECT file, row, messageId FROM (
         SELECT file, row, messageId, kind FROM messages UNION ALL SELECT file, row, messageId, kind FROM duplicates
       ) WHERE kind <> 'system' ORDER BY file, row`,
    )
  ).objects() as { file: string; row: number; messageId: string }[];
  const byFile = new Map<string, typeof read>();
  for (const one of read) {
    const own = byFile.get(one.file);
    if (own === undefined) byFile.set(one.file, [one]);
    else own.push(one);
  }
  const byId = new Map<string, WorldMessage>(),
    unmatched: string[] = [];
  for (const { path, rows } of files) {
    const own =
      [...byFile].find(
        ([file]) => file === path || file.endsWith(`/${path}`) || path.endsWith(`/${file}`),
      )?.[1] ?? [];
    const written = rows.filter(({ message }) => message.kind !== 'system');
    if (own.length !== written.length) unmatched.push(`${path}: ${own.length} read of ${written.length}`);
    else
      own.forEach(({ messageId }, i) =>
        byId.set(messageId, (written[i] as (typeof written)[number]).message),
      );
  }
  return { byId, unmatched };
}

/** Links from private messages to public ones, and articles that private cases are tied to, against the planted cases. */
export async function linkScore(
  corpus: CorpusTables,
  files: readonly WorldFile[],
  truth: WorldTruth,
): Promise<LinkScore> {
  const { byId, unmatched } = await matched(corpus, files);
  const rows = (
    await corpus.query(
      `SELECT fromMessageId, toMessageId, toStage, linkProbability FROM links WHERE fromStage = 'private' AND toStage = 'public'
       UNION ALL SELECT opening.messageId, article.messageId, 'press', article.linkProbability
       FROM cases JOIN caseMessages AS article USING (caseId) JOIN messages AS press ON press.messageId = article.messageId AND press.stage = 'press'
         JOIN (SELECT caseId, arg_min(messageId, (sentAt, messageId)) AS messageId FROM caseMessages JOIN messages USING (messageId)
           WHERE stage = 'private' AND direction = 'inbound' GROUP BY caseId) AS opening USING (caseId)
       WHERE firstStage = 'private'`,
    )
  ).objects() as { fromMessageId: string; toMessageId: string; toStage: string; linkProbability: number }[];
  const found = new Set<string>();
  const pressOf = new Map(truth.cases.map(({ caseId, articleIds }) => [caseId, new Set(articleIds)]));
  const links = rows.flatMap(({ fromMessageId, toMessageId, toStage, linkProbability }): WeighedLink[] => {
    const [from, to] = [byId.get(fromMessageId), byId.get(toMessageId)];
    if (from === undefined || to === undefined) return [];
    const caseId = from.planted.caseId;
    const right =
      caseId !== undefined &&
      (toStage === 'press' ? (pressOf.get(caseId)?.has(to.id) ?? false) : to.planted.caseId === caseId);
    if (right && toStage === 'public' && linkProbability > 0.5) found.add(caseId as string);
    return [{ probability: linkProbability, right, toStage }];
  });
  const written = new Set(files.flatMap(({ rows: own }) => own.map(({ message }) => message.id)));
  const linkable = truth.cases.filter(
    ({ sharedId, publicIds }) =>
      sharedId !== null && sharedId !== 'none' && publicIds.some((id) => written.has(id)),
  );
  return {
    links,
    linkable: linkable.length,
    found: linkable.filter(({ caseId }) => found.has(caseId)).length,
    unmatched,
  };
}
