import { onTestFinished, TestRunner } from 'vitest';
import type { CorpusTables } from '../../src/engine/corpus-tables.js';
import { specOf } from '../../src/charts/chart-of.js';
import { openDatabase } from '../../src/engine/database.js';
import { loadComplaintSamples } from '../../src/enrich/heads/shipped-confusions.js';
import { openTables, type CorpusServices } from '../../src/engine/open-tables.js';
import { readCorpusNames } from '../../src/topics/corpus-topics.js';
import {
  caseColumns,
  caseMessageColumns,
  createTableSql,
  doubtColumns,
  duplicateColumns,
  enrichedMessageColumns,
  linkColumns,
  rejectColumns,
  transitionColumns,
  type Case,
  type CaseLink,
  type CaseMessage,
  type Column,
  type Columns,
  type Doubt,
  type DuplicateMessage,
  type EnrichedMessage,
  type Manifest,
  type Reject,
  type Transition,
} from '../../src/model/index.js';
import { atEnd } from '../temporary-folder.js';

export interface FakeRows {
  readonly messages?: readonly Partial<EnrichedMessage>[];
  readonly duplicates?: readonly Partial<DuplicateMessage>[];
  readonly rejects?: readonly Partial<Reject>[];
  readonly doubts?: readonly Partial<Doubt>[];
  readonly cases?: readonly Partial<Case>[];
  readonly caseMessages?: readonly Partial<CaseMessage>[];
  readonly transitions?: readonly Partial<Transition>[];
  readonly links?: readonly Partial<CaseLink>[];
  readonly manifest?: Partial<Manifest>;
}

const TABLES = {
  messages: enrichedMessageColumns,
  duplicates: duplicateColumns,
  rejects: rejectColumns,
  doubts: doubtColumns,
  cases: caseColumns,
  caseMessages: caseMessageColumns,
  transitions: transitionColumns,
  links: linkColumns,
} as const;

const MESSAGE_DEFAULTS: Partial<EnrichedMessage> = {
  platform: 'facebook',
  channel: 'facebook-comment',
  stage: 'public',
  direction: 'inbound',
  kind: 'comment',
  sentAtZone: 'explicit',
  dayOnly: false,
  authorByName: false,
  authorIsBrand: false,
  attachments: 0,
  edited: false,
  contactKeys: [],
  recipientKeys: [],
  format: 'generic',
  file: 'a.csv',
  drivers: [],
  driverSentiments: [],
  driverEvidence: [],
  escalations: [],
  escalationEvidence: [],
  intents: [],
  harms: [],
  contributions: [],
  brands: [],
  products: [],
  places: [],
  speech: 'own',
  ownReading: [],
  contextProducts: [],
};
const CASE_DEFAULTS: Partial<Case> = {
  firstStage: 'private',
  furthestStage: 'private',
  firstChannel: 'whatsapp',
  complaint: true,
  drivers: [],
  messages: 1,
  inbound: 1,
  linkProbability: 1,
};
const DEFAULTS: Readonly<Record<keyof typeof TABLES, Readonly<Record<string, unknown>>>> = {
  messages: MESSAGE_DEFAULTS,
  duplicates: { ...MESSAGE_DEFAULTS, duplicateOf: 'm1' },
  rejects: { file: 'a.csv', format: 'generic', hint: 'a hint' },
  doubts: { file: 'a.csv', format: 'generic', hint: 'a hint' },
  cases: CASE_DEFAULTS,
  caseMessages: { linkProbability: 1, evidence: [] },
  transitions: {},
  links: { fromStage: 'private', toStage: 'public', linkProbability: 1, evidence: [], used: true },
};
const IDS: Readonly<Partial<Record<keyof typeof TABLES, string>>> = {
  messages: 'messageId',
  duplicates: 'messageId',
  cases: 'caseId',
};

const JSON_TYPE = {
  string: 'VARCHAR',
  int: 'BIGINT',
  float: 'DOUBLE',
  boolean: 'BOOLEAN',
  instant: 'TIMESTAMP',
  strings: ['VARCHAR'],
  evidence: [{ field: 'VARCHAR', bits: 'DOUBLE' }],
} as const;

const defaultOf = (table: keyof typeof TABLES, name: string, index: number): unknown =>
  name in DEFAULTS[table]
    ? DEFAULTS[table][name]
    : name === IDS[table]
      ? `${table.slice(0, -1)}:${String(index + 1).padStart(5, '0')}`
      : name === 'row'
        ? index + 1
        : null;

/** What `from_json_strict` asks for: every column of every row. */
const written = (value: unknown, { kind }: Column): unknown =>
  value === null || value === undefined
    ? null
    : kind === 'instant'
      ? new Date(Number(value)).toISOString().replace('T', ' ').replace('Z', '')
      : value;

/** A corpus in memory with the rows given; what a row does not say has a plain default. Closed with the test that asks for it, else with its file. */
export async function fakeCorpus(
  rows: FakeRows = {},
  services: Partial<CorpusServices> = {},
): Promise<CorpusTables> {
  const database = await openDatabase({ threads: 1 });
  for (const [table, columns] of Object.entries(TABLES) as [keyof typeof TABLES, Columns][]) {
    await database.run(createTableSql(table, columns));
    const list = rows[table] ?? [];
    if (list.length === 0) continue;
    const entries = Object.entries(columns);
    const types = Object.fromEntries(entries.map(([name, { kind }]) => [name, JSON_TYPE[kind]]));
    const all = list.map((row, index) => {
      const given: Readonly<Record<string, unknown>> = row;
      const made: Record<string, unknown> = {};
      for (const [name, column] of entries)
        made[name] = written(name in given ? given[name] : defaultOf(table, name, index), column);
      return made;
    });
    await database.run(
      `INSERT INTO ${table} SELECT made.* FROM (SELECT unnest(from_json_strict($rows, $types)) AS made)`,
      { rows: JSON.stringify(all), types: JSON.stringify([types]) },
    );
  }
  await database.run('CREATE VIEW storedMessages AS SELECT * FROM messages');
  const read = rows.messages?.length ?? 0;
  const manifest: Manifest = {
    layout: 6,
    deversoir: '0.0.0',
    files: [],
    totals: { read, kept: read, duplicates: 0, rejected: 0 },
    nearDuplicates: 0,
    firstAt: null,
    lastAt: null,
    inferredBrandAccounts: [],
    options: {},
    ...rows.manifest,
  };
  const corpus = await openTables(database, { manifest, ...PLAIN, ...services });
  if (TestRunner.getCurrentTest() === undefined) atEnd(() => corpus.close());
  else onTestFinished(() => corpus.close());
  return corpus;
}

/** Texts as they are, names by their phrases, charts as the library draws them. */
export const PLAIN = {
  readNames: readCorpusNames,
  complaintSamples: () => Promise.resolve(loadComplaintSamples()),
  maskTexts: (texts: readonly string[]): Promise<string[]> => Promise.resolve([...texts]),
  drawer: () => Promise.resolve(specOf),
} as const;
