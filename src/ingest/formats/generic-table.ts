import { columnIndexes, type Guess, otherColumns, resolveColumns } from '../table/column-map.js';
import type { ExportFile } from '../bytes/export-file.js';
import { guessColumns } from '../table/guess-columns.js';
import { channelOfColumns, channelOfRows } from '../table/desk-channel.js';
import { isPressReview } from '../table/press-review.js';
import { GUESSED_STAGE, guessStage, type StageGuess } from '../table/guess-stage.js';
import { idFromUrl } from '../values/ids.js';
import { deskChannel, isPrivateChannel } from '../values/channels.js';
import { isPress, platformOf } from '../values/networks.js';
import type { MessageRecord, Stage } from '../../model/index.js';
import type { Parsed, ReadOptions } from '../source.js';
import { type MappedSource, describe } from '../table/told-mapping.js';
import { platformOfTable } from '../table/named-network.js';
import { apartFromAccount, apartFromAddress } from '../table/behind-name.js';
import { fullNames } from '../table/full-name.js';
import { speak, speakersOf } from '../table/speaker-columns.js';
import { asMail, mailboxOf } from '../table/mailbox-columns.js';
import { ofAllRows } from '../table/nested-lists.js';
import { isSureInJson } from '../table/sure-in-json.js';
import { asOwners, replyOf } from '../table/reply-columns.js';
import { networkOfKinds, threadOpeners } from '../table/kind-column.js';
import { cellThread, speakInCell } from '../table/cell-thread.js';
import { isDirectory } from '../table/directory.js';
import { otherHalf } from '../table/praise-blame.js';
import { isSurvey, openAnswers } from '../table/open-answers.js';
import { topOfScale, trialsOf } from '../table/survey-columns.js';
import { columnsOf, turnColumns } from '../table/turn-columns.js';
import { turnsOf } from '../table/turn-messages.js';
import { UNSEEN, unpublishedRows } from '../table/unpublished.js';
import {
  type Draft,
  type RowReader,
  type TableFormat,
  mappingNames,
  parseTable,
  surveyTable,
} from '../table/table-source.js';

const FORMAT = 'table';
const NO_TABLE = 'not a table: no delimiter gives the same number of columns in most rows';
const nameOf = (file: ExportFile, at: number): string =>
  [...columnIndexes(file)].find(([, index]) => index === at)?.[0] ?? `column ${at + 1}`;

function stageOf(file: ExportFile): StageGuess {
  const guess = file.table && guessColumns(file.table);
  return file.table && guess
    ? guessStage(file.table, guess)
    : { stage: 'private', care: false, guessed: true };
}

/** What the user says that all rows are. */
function givenStage({ map }: ReadOptions): Stage | undefined {
  const given = map?.['stage'];
  return given?.startsWith('=') === true ? (given.slice(1).trim() as Stage) : undefined;
}

/** The guessed columns as a table format. */
function formatOf(file: ExportFile, options: ReadOptions): TableFormat {
  const table = file.table;
  const guess: Guess = (table && guessColumns(table)) ?? {};
  const mapped = new Set(Object.values(options.map ?? {}).map((name) => name.trim().toLowerCase()));
  const fields = Object.fromEntries(
    Object.entries(guess)
      .map(([field, at]) => [field, nameOf(file, at)])
      .filter(([, name]) => !mapped.has(name ?? '')),
  );
  const given = givenStage(options);
  const guessed = stageOf(file),
    stage = given ?? guessed.stage,
    isPrivate = stage === 'private';
  const rated = options.map?.['rating']?.trim().toLowerCase(),
    rating = rated === undefined ? guess.rating : columnIndexes(file).get(rated),
    reviews = rating !== undefined || rated !== undefined;
  const top = table && rating !== undefined ? topOfScale(table, rating) : undefined;
  const speakers = table && isPrivate ? speakersOf(table, guess) : undefined;
  const way = table && channelOfColumns(table, speakers?.side),
    rowWay = table && isPrivate ? channelOfRows(table, guess, speakers?.side) : undefined;
  const mailbox = table && isPrivate && !speakers ? mailboxOf(table) : undefined;
  const next = table && isPrivate ? turnColumns(table) : [],
    turns = columnsOf(next).some((at) => mapped.has(table?.names[at] ?? '')) ? [] : next,
    alone = isPrivate && !speakers && turns.length === 0;
  const survey = table !== undefined && alone && isSurvey(table, guess),
    isTrial = survey ? trialsOf(table) : undefined,
    care = isPrivate && guessed.care && !survey;
  const talk = table && isPrivate && !speakers && !mailbox && !survey ? cellThread(table, guess) : undefined;
  const more = survey ? openAnswers : otherHalf,
    moreText = table && options.map?.['text'] === undefined ? more(table, guess) : [];
  // of rows that may say what they answer, one that answers nothing opens its thread
  const parent = (options.map?.['parent'] ?? options.map?.['parentId'])?.trim().toLowerCase();
  const answers =
    table?.nested !== undefined ||
    (parent === undefined ? 'parentId' in fields : columnIndexes(file).has(parent));
  const held = table && unpublishedRows(table);
  const opensThread = threadOpeners(file, guess),
    ofKind = networkOfKinds(table);
  const named =
    (options.map?.['author'] ?? options.map?.['authorName']) ? undefined : fullNames(table, guess);
  const pressReview = table !== undefined && isPressReview(table, guess);
  const networkName =
    options.map?.['network'] ?? (guess.network === undefined ? '' : (table?.header[guess.network] ?? ''));
  return {
    format: FORMAT,
    label: '',
    stage: 'mixed',
    evidence: 'real',
    example: '',
    signature: [],
    fields: {
      ...fields,
      ...(talk?.text !== undefined && { text: nameOf(file, talk.text) }),
      moreText: moreText.map((at) => nameOf(file, at)),
      turns: columnsOf(turns).map((at) => nameOf(file, at)),
    },
    keepOthers: true,
    defaults: {
      platform: platformOfTable(table, stage),
      stage,
      ...(isPrivate && { channel: survey ? 'survey' : (way ?? (care ? 'ticket' : 'message')) }),
      kind: isPrivate ? (care ? 'ticket' : 'message') : reviews ? 'review' : 'comment',
      ...(top === undefined ? {} : { ratingMax: top }),
    },
    finish(draft, row) {
      if (isTrial?.(row.current.cells)) return 'a trial of the survey, no answer';
      draft.authorName = named?.(row.current.cells) ?? draft.authorName;
      apartFromAccount(draft);
      apartFromAddress(draft);
      const kindOfSource = row.get('network'),
        network = platformOf(undefined, kindOfSource);
      const keepSource = (): void => {
        if (kindOfSource !== undefined && network === undefined)
          draft.attributes = { ...draft.attributes, [networkName]: kindOfSource };
      };
      const unseen = isPrivateChannel(kindOfSource ?? '') || held?.(row.current.cells) === true;
      if (given === undefined && draft.stage === 'public' && unseen) Object.assign(draft, UNSEEN);
      if (draft.stage === 'private') {
        draft.platform = network ?? ofKind(row.current.cells) ?? draft.platform;
        const told = survey ? undefined : deskChannel(kindOfSource ?? ''),
          channel = speakers && network ? `${network}-dm` : told;
        draft.channel = channel ?? (survey ? undefined : rowWay?.(row.current.cells)) ?? draft.channel;
        if (channel === undefined) keepSource();
        if (draft.rating === undefined) draft.ratingMax = undefined;
        if (speakers && draft.direction === undefined)
          speak(draft, speakers, row.current.cells, table?.header ?? []);
        else if (mailbox && draft.direction === undefined)
          asMail(draft, mailbox, row.current.cells, table?.header ?? []);
        return answer(draft, row, [...turnsOf(draft, row, turns), ...speakInCell(draft, row, talk)]);
      }
      if (
        given === 'press' ||
        (guess.text === undefined && options.map?.['text'] === undefined
          ? platformOf(draft.url) === undefined
          : isPress(kindOfSource) || (pressReview && platformOf(draft.url) === undefined))
      ) {
        Object.assign(draft, { platform: 'press', stage: 'press', kind: 'article' });
        draft.sourceName ??= kindOfSource;
        return [];
      }
      draft.platform = platformOf(draft.url, kindOfSource) ?? ofKind(row.current.cells) ?? draft.platform;
      keepSource();
      if (draft.id === undefined && draft.url !== undefined) draft.id = idFromUrl(draft.url);
      if (guess.rating !== undefined) asOwners(draft, row.current.answers);
      if (answers && opensThread(draft, row.current.cells)) draft.kind = 'post';
      if (draft.rating === undefined) {
        draft.ratingMax = undefined;
        if (draft.kind === 'review' && top !== undefined && draft.text === undefined) draft.kind = 'comment';
      }
      return answer(draft, row);
    },
  };
}

const answer = (draft: Draft, row: RowReader, further: MessageRecord[] = []): readonly MessageRecord[] => [
  ...further,
  ...[replyOf(draft, row.get('replyText'), row.time('replyDate'), row.file.table) ?? []].flat(),
];

async function* parse(file: ExportFile, options: ReadOptions): AsyncGenerator<readonly Parsed[]> {
  if (!file.table) {
    yield [{ reject: { reason: 'unsupported', hint: NO_TABLE } }];
    return;
  }
  const format = formatOf(file, options);
  const resolved = resolveColumns(file, format.fields, options);
  const { columns, problems } = resolved;
  if (problems.some((one) => 'reject' in one)) {
    yield problems;
    return;
  }
  if (!columns.text && !columns.title) {
    yield [
      {
        reject: {
          reason: 'missing-column',
          column: 'text',
          hint: `no column of text was found: say which with map, e.g. text=COLUMN (columns: ${file.table.header.join(', ').slice(0, 200)})`,
        },
      },
    ];
    return;
  }
  const mapping = mappingNames(file, resolved);
  yield [{ note: `columns: ${describe(mapping)}` }];
  const told =
    file.table && stageOf(file).stage === 'private' && speakersOf(file.table, guessColumns(file.table) ?? {});
  if (file.table && told)
    yield [{ note: `who writes a row: by "${file.table.header[told.side ?? told.speaker ?? 0] ?? ''}"` }];
  const others = Array.from(otherColumns(file, resolved), ([name]) => name).join(', ');
  if (others !== '') yield [{ note: `columns kept as attributes: ${others.slice(0, 500)}` }];
  if (!options.map?.['text'])
    yield [
      {
        doubt: {
          reason: 'guessed-mapping',
          hint: `columns are guessed: ${describe(mapping)}${others === '' ? '' : `; kept as attributes: ${others.slice(0, 500)}`}; settle it with map`,
        },
      },
    ];
  if (stageOf(file).guessed && !options.map?.['stage']?.startsWith('=')) yield [GUESSED_STAGE];
  yield* parseTable(format, file, options);
}

/** Any table with a column of free text: columns guessed by name and content, or given with `map`. */
export const genericTable: MappedSource = {
  format: FORMAT,
  label: 'any other table (CSV, TSV, XLSX, list of JSON objects), columns guessed or given',
  stage: 'mixed',
  evidence: 'real',
  example: 'date;auteur;commentaire;note',
  memory: 'stream',
  detect: ofAllRows((file) => {
    if (!file.table) return undefined;
    const guess = guessColumns(file.table);
    const words = guess?.text ?? guess?.title;
    if (file.table.json && !isSureInJson(file.table, guess)) return undefined;
    if (isDirectory(file.table, guess ?? {})) return undefined;
    return words === undefined
      ? undefined
      : {
          score: 0.5,
          stage: stageOf(file).stage,
          why: `a table whose column "${file.table.header[words] || `column ${words + 1}`}" is text`,
        };
  }),
  parse: ofAllRows(parse),
  rows: { quotes: true },
  survey: ofAllRows((file, options) => surveyTable(formatOf(file, options), file, options)),
  mapping: ofAllRows((file, options) =>
    mappingNames(file, resolveColumns(file, formatOf(file, options).fields, options)),
  ),
};
