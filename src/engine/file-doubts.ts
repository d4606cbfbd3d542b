import type { Doubt } from '../model/index.js';
import { copiedFiles } from './copied-files.js';
import type { Database } from './database.js';
import { doubtedByFile } from './deduplicate.js';
import type { FileRegister } from './file-register.js';

/** A doubt about a file, by its number in the register. */
export interface FileDoubt extends Omit<Doubt, 'file'> {
  readonly fileIndex: number;
}

/** Makes a doubt about the file of a rank among the named ones; about all of it where no row or column is told. */
type Teller = (
  rank: unknown,
  told: Pick<FileDoubt, 'reason' | 'hint'> & Partial<Pick<FileDoubt, 'row' | 'column'>>,
) => FileDoubt;

function tellerOf(named: ReturnType<FileRegister['named']>): Teller {
  return (rank, told) => {
    const { index, file } = named[Number(rank)] ?? { index: -1, file: undefined };
    return { fileIndex: index, format: file?.format ?? '', row: null, column: null, value: null, ...told };
  };
}

/** A doubt for each file whose ids stand for several messages, or for several texts of one. */
async function conflicts(database: Database, doubt: Teller): Promise<FileDoubt[]> {
  const doubts = (counts: ReadonlyMap<number, number>, tell: (count: number) => string): FileDoubt[] =>
    [...counts].map(([rank, count]) =>
      doubt(rank, { column: 'id', reason: 'conflicting-id', hint: tell(count) }),
    );
  const doubted = await doubtedByFile(database);
  return [
    ...doubts(
      doubted.conflicts,
      (count) =>
        `${count} ${count === 1 ? 'message carries' : 'messages carry'} the id of another message with another text and author or time, or of another source: all are kept; where the id is one of customers, give the column of messages with map id=COLUMN`,
    ),
    ...doubts(
      doubted.sharedThreads,
      (count) =>
        `${count} ${count === 1 ? 'thread has' : 'threads have'} the number of a thread of another source, with other people, titles or times: they are kept apart`,
    ),
    ...doubts(
      doubted.doubtfulThreads,
      (count) =>
        `${count} threads have the numbers of threads of another file, and nothing tells whether both are of one desk (no row is in both, no customer or title is told): they are read as one; if they are not, read each file with map sourceName==NAME OF ITS DESK`,
    ),
    ...doubts(
      doubted.edits,
      (count) =>
        `${count} ${count === 1 ? 'message is another version' : 'messages are other versions'} of a message that is kept, with the same id and another text: the last version counts, the others are among the duplicates`,
    ),
  ];
}

/** A doubt for each file whose texts another one has too, where no id and no author and time made them one. */
async function copies(
  database: Database,
  doubt: Teller,
  named: ReturnType<FileRegister['named']>,
  folder: string,
): Promise<FileDoubt[]> {
  if (named.length < 2) return [];
  return (await copiedFiles(database, folder)).map(({ path, other, common, texts }) =>
    doubt(
      named.findIndex((one) => one.path === path),
      {
        reason: 'same-texts',
        hint: `${common} of its ${texts} long texts of customers stand in ${other} too, as other messages by their ids, authors and times: if both are exports of the same messages, they count twice; leave one of the two out`,
      },
    ),
  );
}

const UNDER_ABSENT =
  'says word for word what other accounts say under the same post, which is not in these exports:';

const CAMPAIGN =
  'promotes word for word as other accounts do, under no post of these exports: counted as a reshare, though it may be its author’s own; export from an earlier day on to know';

/** A doubt for each message that passes on a post that is not there, or copies others under it. */
async function absentPosts(database: Database, doubt: Teller): Promise<FileDoubt[]> {
  const { fileIndex, place, reshare, chorus } = await database.columns(
    'SELECT fileIndex, "row" AS place, reshare, chorus FROM absentPosts JOIN incoming USING (seq) ORDER BY seq',
  );
  return (fileIndex ?? []).map((rank, at) =>
    doubt(rank, {
      row: place?.[at] as number | null,
      column: chorus?.[at] === true ? 'text' : 'parentId',
      reason: 'absent-post',
      hint:
        chorus?.[at] === true
          ? CAMPAIGN
          : reshare?.[at] === true
            ? `${UNDER_ABSENT} counted as a reshare, as such copies are one under posts that are there`
            : `${UNDER_ABSENT} counted as its author's own, though it may be a reshare; export from an earlier day on to know`,
    }),
  );
}

/** A doubt for each private message that is set apart as none of a customer. */
async function noCustomers(database: Database, doubt: Teller): Promise<FileDoubt[]> {
  const { fileIndex, place } = await database.columns(
    `SELECT fileIndex, "row" AS place FROM speeches JOIN incoming USING (seq) WHERE speech = 'business' AND direction = 'inbound' ORDER BY seq`,
  );
  return (fileIndex ?? []).map((rank, at) =>
    doubt(rank, {
      row: place?.[at] as number | null,
      column: 'text',
      reason: 'no-customer',
      hint: 'reads as a supplier, an applicant, an offer of services, a colleague or a newsletter: counted apart, as no message of a customer',
    }),
  );
}

/** A doubt for each file of which hardly any text complains, and some read as if they did. */
async function rareComplaints(database: Database, doubt: Teller): Promise<FileDoubt[]> {
  const { fileIndex, n } = await database.columns(
    'SELECT fileIndex, count(*)::DOUBLE AS n FROM rareComplaints GROUP BY fileIndex ORDER BY fileIndex',
  );
  return (fileIndex ?? []).map((rank, at) =>
    doubt(rank, {
      column: 'text',
      reason: 'few-complaints',
      hint: `hardly any of its public texts complains (one in twenty at most, by how all of them read): ${Number(n?.[at])} that read as complaints are told none, as most such are none; those that surely complain are told`,
    }),
  );
}

/** What only all files together show to be doubtful. `folder`: where the kept messages are written. */
export const fileDoubts = async (
  database: Database,
  register: FileRegister,
  folder: string,
): Promise<FileDoubt[]> => {
  const named = register.named(),
    doubt = tellerOf(named);
  return [
    ...(await conflicts(database, doubt)),
    ...(await copies(database, doubt, named, folder)),
    ...(await absentPosts(database, doubt)),
    ...(await noCustomers(database, doubt)),
    ...(await rareComplaints(database, doubt)),
  ];
};
