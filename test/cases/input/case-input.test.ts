import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { selectCaseInput, type CaseInput } from '../../../src/cases/input/case-input.js';
import { openDatabase } from '../../../src/engine/database.js';
import { writeParquet } from '../../../src/engine/parquet.js';
import { createTableSql, enrichedMessageColumns } from '../../../src/model/index.js';
import { temporaryFolder } from '../../temporary-folder.js';

const HOUR = 3_600_000;
let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

type Row = Readonly<Record<string, string | number | boolean | readonly string[]>>;
const literal = (value: Row[string]): string =>
  typeof value === 'string'
    ? `'${value}'`
    : typeof value === 'object'
      ? `[${value.map((one) => `'${one}'`).join(', ')}]::VARCHAR[]`
      : String(value);

/** What a public comment of a customer has. */
const COMMENT: Row = {
  platform: 'facebook',
  channel: 'facebook-comment',
  stage: 'public',
  direction: 'inbound',
  kind: 'comment',
  speech: 'own',
  file: 'a.csv',
  format: 'table',
  sentAtZone: 'explicit',
  dayOnly: false,
  authorByName: false,
  authorIsBrand: false,
  edited: false,
  attachments: 0,
  ...Object.fromEntries(
    Object.entries(enrichedMessageColumns)
      .filter(([, { kind }]) => kind === 'strings')
      .map(([name]) => [name, []]),
  ),
};
const MAIL: Row = { platform: 'email', channel: 'email', stage: 'private', kind: 'message', file: 'b.mbox' };
const COMPLAINT: Row = {
  complaintProbability: 0.9,
  intents: ['complaint'],
  polarity: -0.8,
  drivers: ['delivery'],
};

/** Input of the rows given, an hour apart; `load` gives what is selected, by id. */
async function inputOf<T>(
  rows: readonly Row[],
  use: (input: CaseInput) => Promise<T>,
  partRows?: number,
): Promise<T> {
  const database = await openDatabase({ threads: 1 });
  await database.run(createTableSql('messages', enrichedMessageColumns));
  const inserts = rows.map((row, at) => {
    const all: Row = { ...COMMENT, row: at + 1, ...row };
    const names = Object.keys(all).map((name) => `"${name}"`);
    return `INSERT INTO messages (sentAt, ${names.join(', ')})
      VALUES (make_timestamp(${at * HOUR * 1000}), ${Object.values(all).map(literal).join(', ')})`;
  });
  await database.run(inserts.join(';'));
  await writeParquet(database, [{ query: 'SELECT * FROM messages', folder: join(folder, 'messages') }]);
  try {
    return await use(await selectCaseInput(database, folder, partRows));
  } finally {
    database.close();
  }
}

it('knows the subject of a mail under marks of reply, of desks and of servers', async () => {
  const titles = [
    'Colis cassé',
    'RE: [#991] Colis cassé',
    '[EXTERNE] TR : Re: Colis cassé',
    '[Colis]',
    'Colis [2] cassé',
  ];
  await inputOf(
    titles.map((title, at) => ({ ...MAIL, messageId: `m${at}`, title, text: 'Bonjour' })),
    async (input) => {
      const [first = 0, second, third, bare, other] = (await input.load(0)).messages.map(
        ({ subject }) => subject,
      );
      expect([first > 0, second, third, bare]).toEqual([true, first, first, 0]);
      expect([0, first]).not.toContain(other);
    },
  );
});

it('takes private messages, complaints, answers and what shares an identifier with a private message', async () => {
  const order = ['order:4812'];
  const rows: Row[] = [
    // reads as a complaint, and is told none
    { messageId: 'praise', polarity: 0.9, complaintProbability: 0.7 },
    { messageId: 'known', polarity: 0.9, contactKeys: order },
    { messageId: 'mail', ...MAIL, contactKeys: order, text: 'Bonjour' },
    { messageId: 'review', ...COMPLAINT, kind: 'review', brands: ['Brel'] },
    { messageId: 'reply', kind: 'review', direction: 'outbound', authorIsBrand: true, text: 'Bonjour' },
    { messageId: 'note', ...MAIL, direction: 'internal' },
    { messageId: 'share', ...COMPLAINT, speech: 'reshare' },
    { messageId: 'asked', intents: ['complaint'] },
  ];
  await inputOf(rows, async (input) => {
    expect([input.parts, input.observedUntil]).toEqual([
      1,
      { private: 5 * HOUR, public: 7 * HOUR, press: null },
    ]);
    const { messages, ids } = await input.load(0);
    expect(ids).toEqual(['known', 'mail', 'review', 'reply', 'asked']);
    const of = (id: string) => messages[ids.indexOf(id)];
    expect(messages.map(({ complaint }) => complaint)).toEqual([false, false, true, false, true]);
    expect(messages.map(({ sentAt }) => sentAt / HOUR)).toEqual([1, 2, 3, 4, 7]);
    expect(of('known')?.order).toBe(of('mail')?.order);
    expect(of('known')?.order).toBeGreaterThan(0);
    // a reply to a review names none: it answers the one before it
    expect(of('reply')?.parent).toBe(of('review')?.id);
    expect(of('reply')?.outbound).toBe(true);
    expect([input.brands[(of('review')?.brand ?? 0) - 1], input.drivers]).toEqual([
      'Brel',
      expect.arrayContaining(['delivery']),
    ]);
    // open ones: the review against on a subject, the asked against on none, the praise that may be irony on none
    expect(input.tones).toEqual([2 / 7, 2 / 7, 1 / 7, 2 / 7]);
  });
});

it('divides by person where all is public: who shares a key is in one part', async () => {
  // a key of more than a tenth of a part names nobody: five rows a person are not more
  const [people, each, partRows] = [24, 5, 50];
  const rows = Array.from({ length: people * each }, (_, at): Row => ({
    messageId: `m${at}`,
    ...COMPLAINT,
    authorKey: `person ${at % people}`,
  }));
  await inputOf(
    rows,
    async (input) => {
      expect(input.parts).toBe(3);
      const partOf = new Map<number, number>();
      let loaded = 0;
      for (let part = 0; part < input.parts; part++)
        for (const { author } of (await input.load(part)).messages) {
          loaded++;
          expect(partOf.get(author) ?? part).toBe(part);
          partOf.set(author, part);
        }
      expect([loaded, partOf.size]).toEqual([people * each, people]);
      expect(new Set(partOf.values()).size).toBe(3);
    },
    partRows,
  );
});

it('a ticket filed under no complaint is misfiled where the column names complaints; a tag of how it came files nothing', async () => {
  const tags = (format: string, value: string): Row => ({
    format,
    attributes: JSON.stringify({ tags: value }),
  });
  const rows: Row[] = [
    { messageId: 'form 1', ...MAIL, threadId: '1', status: 'solved', ...tags('zendesk', 'formulaire') },
    { messageId: 'form 2', ...MAIL, threadId: '2', status: 'solved', ...tags('zendesk', 'formulaire, vip') },
    {
      messageId: 'as complaint',
      ...MAIL,
      threadId: '3',
      status: 'solved',
      ...tags('intercom', 'réclamation'),
    },
    { messageId: 'as question', ...MAIL, threadId: '4', status: 'solved', ...tags('intercom', 'info') },
  ];
  await inputOf(rows, async (input) => {
    const { messages, ids } = await input.load(0);
    expect(ids.map((id, at) => [id, messages[at]?.solved, messages[at]?.misfiled])).toEqual([
      ['form 1', true, false],
      ['form 2', true, false],
      ['as complaint', true, false],
      ['as question', true, true],
    ]);
  });
});

it('a ticket with a closing and no status is solved; a closing after all that is seen counts from its end', async () => {
  const ticket: Row = { ...MAIL, kind: 'ticket' };
  const rows: Row[] = [
    { messageId: 'closed', ...ticket, closedAt: '1970-01-01 01:30:00' },
    { messageId: 'reopened', ...ticket, closedAt: '1970-01-01 01:30:00', status: 'Open' },
    { messageId: 'later', ...ticket, closedAt: '1971-01-01 00:00:00', status: 'Résolue' },
    { messageId: 'none', ...ticket },
  ];
  await inputOf(rows, async (input) => {
    const { messages, ids } = await input.load(0);
    expect(messages.map(({ solved, closedAt }, at) => [ids[at], solved, closedAt])).toEqual([
      ['closed', true, 1.5 * HOUR],
      ['reopened', false, 1.5 * HOUR],
      ['later', true, 3 * HOUR],
      ['none', undefined, undefined],
    ]);
  });
});
