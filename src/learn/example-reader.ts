import { join } from 'node:path';
import type { Cells } from './sets/read-table.js';
import { readSet, type Split } from './sets/layouts.js';
import { labelRows, type LabelTask } from './sets/task-rows.js';
import { labelFinder, readComplaintLabels } from './complaint-labels.js';
import { readContributionLabels } from './contribution-labels.js';
import { termExamples } from './driver-head.js';
import { type DriverRow, readDriverLabels } from './driver-labels.js';
import { type FeedText, readFeedLabels, type RegisterRow } from './feed-labels.js';
import { SOURCES, type Source, type SourceId } from './sources.js';
import type { HeadSource } from '../enrich/heads/head.js';
import type { LabelledText } from './head-plan.js';

/** Which rows a rebuild may learn from. */
export interface RecipeOptions {
  /** Folder of the public labelled sets. */
  readonly folder: string;
  /** Folder of our own sets, `datasets/labelled` of the repository. */
  readonly own: string;
  /** `false`: leave out sets that state no licence. */
  readonly unlicensed: boolean;
  /** Splits learnt from; files without a split always are. */
  readonly splits: readonly Split[];
  /** Texts of the labelled rows of real exports by key, see `feedKey`; without them no head learns from those rows. */
  readonly feeds?: ReadonlyMap<string, FeedText> | undefined;
}

/** A row of `care.tsv` or `messages.tsv`. */
export interface CareRow {
  readonly sentiment: string;
  readonly intents: readonly string[];
  readonly drivers: readonly string[];
  readonly stage: string;
}

/** Our own sets that say what a text is. */
const REGISTER_SETS = ['registers', 'public-talk', 'register-calls'] as const;
/** The same with what is said in a thread and under a brand's posts, which speak of tone and complaints more than of what a text is. */
export const TALK_SETS = [...REGISTER_SETS, 'exchanges', 'brand-feeds', 'correspondence', 'remarks'] as const;

/** Public sets of which some texts were read for complaints, the column of their texts, and whether hardly any of them complains. */
const POSTS: readonly (readonly [SourceId, column: string, rare: boolean])[] = [
  ['umsabFr', 'text', true],
  ['umsabEn', 'text', true],
  ['emotion', 'text', false],
  ['irony', 'text', false],
  ['offensive', 'text', true],
  ['mlma', 'tweet', true],
  ['trustpilot', 'text', false],
];

/** What a recipe makes of a row. */
export type Part = Partial<LabelledText> & { readonly labels: readonly number[] };

/** Examples of one source with labels renamed to indices of `labels`; rows with other labels are left out. */
export class ExampleReader {
  readonly sources: HeadSource[] = [];
  private readonly options: RecipeOptions;

  constructor(options: RecipeOptions) {
    this.options = options;
  }

  /** Rows of a source whose label `pick` turns into an example part, `undefined` leaves the row out. */
  read(
    id: SourceId,
    task: LabelTask,
    pick: (label: string, text: string) => Part | undefined,
  ): LabelledText[] {
    const source: Source = SOURCES[id];
    if (!source.stated && !this.options.unlicensed) return [];
    const rows = labelRows(task, readSet(join(this.options.folder, source.path))).filter(
      ({ split }) => split === null || this.options.splits.includes(split),
    );
    const found: LabelledText[] = [];
    for (const row of rows) {
      const part = pick(row.labels[0] as string, row.text);
      if (part !== undefined) found.push({ text: row.text, group: row.group, ...part });
    }
    if (found.length > 0) this.sources.push({ name: source.name, rows: found.length });
    return found;
  }

  /** Rows of one of our own sets. */
  private ownRows(file: string, pick: (cells: Cells) => Part | undefined): LabelledText[] {
    const found = readSet(join(this.options.own, `${file}.tsv`)).flatMap(({ cells }): LabelledText[] => {
      const part = pick(cells);
      return part === undefined ? [] : [{ text: cells['text'] ?? '', ...part }];
    });
    this.sources.push({ name: `own set ${file}`, rows: found.length });
    return found;
  }

  /** Texts of real exports, where they are at hand and may be learnt from. */
  private feedTexts<Row extends { readonly key: string }>(
    rowsOf: (own: string) => readonly Row[],
    pick: (row: Row) => Part | undefined,
  ): LabelledText[] {
    const { feeds, own, unlicensed } = this.options;
    if (feeds === undefined || !unlicensed) return [];
    const found = rowsOf(own).flatMap((row): LabelledText[] => {
      const feed = feeds.get(row.key),
        part = feed && pick(row);
      return feed === undefined || part === undefined ? [] : [{ ...feed, ...part }];
    });
    if (found.length > 0) this.sources.push({ name: 'real exports', rows: found.length });
    return found;
  }

  /** Rows of one of our own sets; `pick` sees the cell of `column`. */
  readOwn(file: string, pick: (label: string) => Part | undefined, column = 'label'): LabelledText[] {
    return this.ownRows(file, (cells) => pick(cells[column] ?? ''));
  }

  /** Rows of our own sets of what customers write to brands, labelled in several ways at once. */
  readCare(pick: (row: CareRow) => Part | undefined): LabelledText[] {
    return ['care', 'messages'].flatMap((file) =>
      this.ownRows(file, ({ sentiment = '', intents = '', drivers = '', stage = '' }) =>
        pick({ sentiment, intents: intents.split(','), drivers: drivers.split(','), stage }),
      ),
    );
  }

  /** Rows of our own sets that say what a text is. */
  readRegisters(
    pick: (row: RegisterRow) => Part | undefined,
    files: readonly string[] = REGISTER_SETS,
  ): LabelledText[] {
    return files.flatMap((file) =>
      this.ownRows(file, ({ register = '', sentiment = '', complaint }) =>
        pick({ register, sentiment, complaint: complaint === 'yes', drivers: [], family: 'own' }),
      ),
    );
  }

  /** Rows of real exports of the split `train` that both passes could decide. */
  readFeeds(pick: (row: RegisterRow) => Part | undefined): LabelledText[] {
    return this.feedTexts(readFeedLabels, (row) => {
      const part = row.split !== 'train' || row.doubt ? undefined : pick(row);
      return part && { group: row.group, ...part };
    });
  }

  /** Texts of real exports and of public sets whose drivers were read one by one. */
  readDrivers(pick: (row: DriverRow) => Part): LabelledText[] {
    const { own, unlicensed } = this.options;
    if (!unlicensed) return [];
    const rows = readDriverLabels(own),
      found = this.feedTexts(() => rows, pick);
    for (const [id, task] of [
      ['trustpilot', 'sentiment'],
      ['complaints', 'complaint'],
    ] as const) {
      const labelOf = labelFinder(rows, SOURCES[id].path);
      found.push(
        ...this.read(id, task, (_, text) => {
          const row = labelOf(text);
          return row === undefined ? undefined : pick(row);
        }),
      );
    }
    return found;
  }

  /**
   * Real posts at large, and reviews, of the split `train` of which it is decided whether they complain; `null`: a post that nobody read,
   * of a set of which hardly one in a hundred does.
   */
  readPosts(pick: (complains: boolean | null) => Part | undefined): LabelledText[] {
    const rows = readComplaintLabels(this.options.own);
    return POSTS.flatMap(([id, column, rare]) => {
      const labelOf = labelFinder(rows, SOURCES[id].path);
      return this.readCells(id, column, (cells) => {
        const row = labelOf(cells[column] ?? '');
        if (row === undefined) return rare ? pick(null) : undefined;
        return row.split === 'locked' || row.complains === null ? undefined : pick(row.complains);
      });
    });
  }

  /** Comments of real exports of the split `train` on whose contribution both passes agreed. */
  readContributions(pick: (label: string) => Part | undefined): LabelledText[] {
    return this.feedTexts(readContributionLabels, ({ split, label }) =>
      split === 'train' ? pick(label) : undefined,
    );
  }

  /** Texts of a column of a source, and what `pick` makes of the row's cells. */
  readCells(id: SourceId, column: string, pick: (cells: Cells) => Part | undefined): LabelledText[] {
    const source: Source = SOURCES[id];
    if (!source.stated && !this.options.unlicensed) return [];
    const seen = new Set<string>();
    const found = readSet(join(this.options.folder, source.path)).flatMap(
      ({ split, cells }): LabelledText[] => {
        const text = cells[column] ?? '';
        if (text === '' || seen.has(text) || (split !== null && !this.options.splits.includes(split)))
          return [];
        seen.add(text);
        const part = pick(cells);
        return part === undefined ? [] : [{ text, ...part }];
      },
    );
    if (found.length > 0) this.sources.push({ name: source.name, rows: found.length });
    return found;
  }

  /** Terms of the shipped taxonomies. */
  readTerms(): LabelledText[] {
    const found = termExamples();
    this.sources.push({ name: 'own set taxonomies', rows: found.length });
    return found;
  }
}
