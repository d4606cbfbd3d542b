import {
  answerEffect,
  crisisSheets,
  deversoirMatrix,
  firstReplyTime,
  icebergRatio,
  reservoir,
  reservoirOverTime,
  responseRate,
  spillRate,
  timeToSpill,
  waitingCases,
} from '../../../src/metrics/index.js';
import type { Metric } from '../../../src/model/index.js';
import { isLost } from './calendar.js';
import { grouped } from './exports/cells.js';
import { PRIVATE, type HandMessage } from './message.js';
import type { ReadQuarter } from './read-quarter.js';
import { HOUR } from './rhythm.js';
import { ownKey, sharedKeys } from './shared-keys.js';
import { ownPost, shownIn, type Share, type TruthFigures } from './truth.js';

/** One figure beside its truth; `value` is null where it is not measured, `low` and `high` where it has no interval. */
export interface Figure {
  readonly figure: string;
  readonly truth: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

type Cells = Readonly<Record<string, unknown>>;
const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
const headline = (figure: string, truth: number, { value, interval }: Metric): Figure => ({
  figure,
  truth,
  value,
  low: interval?.low ?? null,
  high: interval?.high ?? null,
});
const cell = (figure: string, truth: number, row: Cells | undefined, column: string): Figure => ({
  figure,
  truth,
  value: numberOf(row?.[column]),
  low: numberOf(row?.['low']),
  high: numberOf(row?.['high']),
});
const count = (figure: string, truth: number, value: number | null): Figure => ({
  figure,
  truth,
  value,
  low: null,
  high: null,
});

/** Groups smaller than this have no truth worth a coverage. */
const LEAST = 20;

/** Shares by other keys: two desks may have one channel in the corpus. */
function pooled(shares: Readonly<Record<string, Share>>, keyOf: (key: string) => string): [string, Share][] {
  return grouped(Object.entries(shares), ([key]) => keyOf(key)).map(([key, list]) => [
    key,
    { n: list.reduce((sum, [, { n }]) => sum + n, 0), of: list.reduce((sum, [, { of }]) => sum + of, 0) },
  ]);
}

/** What the corpus calls each channel of the quarter. */
export async function channelNames({ corpus, known }: ReadQuarter): Promise<Map<string, string>> {
  const rows = (await corpus.query('SELECT messageId, channel FROM messages')).objects() as {
    messageId: string;
    channel: string;
  }[];
  const counts = new Map<string, Map<string, number>>();
  for (const { messageId, channel } of rows) {
    const own = known.get(messageId);
    if (own?.side !== 'customer' || !ownPost(own)) continue;
    const seen = counts.get(own.channel) ?? new Map<string, number>();
    counts.set(own.channel, seen.set(channel, (seen.get(channel) ?? 0) + 1));
  }
  return new Map(
    [...counts].map(([own, seen]) => [own, [...seen].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '']),
  );
}

async function spillFigures(
  { corpus }: ReadQuarter,
  truth: TruthFigures,
  names: ReadonlyMap<string, string>,
): Promise<Figure[]> {
  const spill = await spillRate(corpus),
    rows = spill.rows() as readonly Cells[];
  const figures = [headline('spill rate', truth.spillRate.n / truth.spillRate.of, spill)];
  for (const [driver, { n, of }] of Object.entries(truth.byDriver))
    if (of >= LEAST)
      figures.push(
        cell(
          'spill rate by driver',
          n / of,
          rows.find((row) => row['by'] === 'driver' && row['driver'] === driver),
          'share',
        ),
      );
  for (const [channel, { n, of }] of pooled(truth.byChannel, (own) => names.get(own) ?? own))
    if (of >= LEAST)
      figures.push(
        cell(
          'spill rate by channel',
          n / of,
          rows.find((row) => row['by'] === 'channel' && row['channel'] === channel),
          'share',
        ),
      );
  const times = (await timeToSpill(corpus)).rows() as readonly Cells[];
  for (const { days, share } of truth.incidence)
    figures.push(
      cell(
        `spilled within ${days} d`,
        share,
        times.find(
          (row) => row['by'] === 'total' && row['point'] === 'horizon' && row['hours'] === days * 24,
        ),
        'cumulativeIncidence',
      ),
    );
  figures.push(headline('answer effect', truth.hazardRatio, await answerEffect(corpus)));
  const cells = (await deversoirMatrix(corpus)).rows() as readonly Cells[];
  figures.push(
    cell(
      'matrix private→public',
      truth.matrixPrivatePublic,
      cells.find((row) => row['from'] === 'private' && row['to'] === 'public'),
      'value',
    ),
  );
  figures.push(headline('iceberg ratio', truth.iceberg.ratio, await icebergRatio(corpus)));
  figures.push(headline('reservoir', truth.reservoir, await reservoir(corpus)));
  return figures;
}

async function careFigures(
  { corpus }: ReadQuarter,
  truth: TruthFigures,
  names: ReadonlyMap<string, string>,
): Promise<Figure[]> {
  const rates = (await responseRate(corpus)).rows() as readonly Cells[];
  const called = (own: string): string => names.get(own) ?? own;
  const figures = pooled(truth.responseRate, (key) => {
    const [stage = '', channel = ''] = key.split(' ');
    return `${stage} ${called(channel)}`;
  })
    .filter(([, { of }]) => of >= LEAST)
    .map(([key, { n, of }]) => {
      const [stage = '', channel = ''] = key.split(' ');
      return cell(
        `response rate ${stage}`,
        n / of,
        rates.find((row) => row['stage'] === stage && row['channel'] === channel),
        'share',
      );
    });
  const times = (await firstReplyTime(corpus, { by: 'channel' })).rows() as readonly Cells[];
  for (const [channel, median] of Object.entries(truth.firstReplyMedian))
    if (median !== null && [...names.values()].filter((one) => one === called(channel)).length < 2)
      figures.push(
        cell(
          'first reply, median hours',
          median,
          times.find((row) => row['channel'] === names.get(channel)),
          'value',
        ),
      );
  figures.push(headline('customers who wait', truth.waitingYoung, await waitingCases(corpus)));
  const last = ((await reservoirOverTime(corpus)).rows() as readonly Cells[]).at(-1);
  figures.push({
    figure: 'cases still open, of the last 60 days',
    truth: truth.openYoung,
    value: numberOf(last?.['stillOpen']),
    low: numberOf(last?.['stillOpenLow']),
    high: numberOf(last?.['stillOpenHigh']),
  });
  const [open] = (
    await corpus.query(
      `SELECT CAST(count(*) AS DOUBLE) AS n FROM cases WHERE firstStage = 'private' AND complaint AND resolvedAt IS NULL AND spilledAt IS NULL`,
    )
  ).objects() as { n: number }[];
  figures.push(count('open cases', truth.open, open?.n ?? null));
  return figures;
}

/** Customers' own messages by channel, as the corpus counts them. */
export async function volumes({ corpus, files }: ReadQuarter): Promise<Record<string, number>> {
  const rows = (
    await corpus.query(
      `SELECT file, CAST(count(*) AS DOUBLE) AS n FROM messages
       WHERE direction = 'inbound' AND speech = 'own' AND kind NOT IN ('system', 'article') AND stage <> 'press' GROUP BY file`,
    )
  ).objects() as { file: string; n: number }[];
  const byChannel: Record<string, number> = {};
  for (const { file, name } of files) {
    const channel = file.messages.find((one) => one !== undefined)?.channel ?? '';
    if (channel !== '' && channel !== 'press' && file.aside !== true)
      byChannel[channel] = (byChannel[channel] ?? 0) + (rows.find((row) => row.file === name)?.n ?? 0);
  }
  return byChannel;
}

async function volumeFigures(read: ReadQuarter, truth: TruthFigures): Promise<Figure[]> {
  const own = await volumes(read);
  return ([...PRIVATE, 'google', 'trustpilot', 'facebook', 'instagram', 'x'] as const)
    .filter((channel) => truth.customers[channel] !== undefined)
    .map((channel) =>
      count(`customers’ messages, ${channel}`, truth.customers[channel] ?? 0, own[channel] ?? 0),
    );
}

async function crisisFigures(
  { corpus, quarter: { crisis } }: ReadQuarter,
  truth: TruthFigures,
): Promise<Figure[]> {
  const sheets = (await crisisSheets(corpus)).rows() as readonly Cells[];
  const time = (value: unknown): number => new Date(value as string | number | Date).getTime();
  const meets = (row: Cells): boolean =>
    crisis !== undefined &&
    time(row['start']) < (crisis.posts.at(-1) ?? 0) &&
    time(row['end']) > crisis.start - 24 * HOUR;
  const figures = [count('false crisis sheets', 0, sheets.filter((row) => !meets(row)).length)];
  if (crisis === undefined) return figures;
  const found = sheets.filter(meets).toSorted((a, b) => Number(b['messages']) - Number(a['messages']))[0];
  figures.push(count('planted crisis found', 1, found === undefined ? 0 : 1));
  if (found !== undefined) {
    figures.push(count('crisis start, hours late', 0, (time(found['start']) - crisis.start) / HOUR));
    figures.push(count('articles of the crisis', truth.articles.crisis, numberOf(found['articles'])));
  }
  return figures;
}

/** Links from private to public of the corpus, right or wrong, and spills that share a key, found or not. */
export async function linkFigures({ corpus, known, quarter }: ReadQuarter): Promise<Figure[]> {
  const links = (
    await corpus.query(
      `SELECT fromMessageId AS f, toMessageId AS t, linkProbability AS p FROM links WHERE fromStage = 'private' AND toStage = 'public'`,
    )
  ).objects() as { f: string; t: string; p: number }[];
  const caseOf = (id: string): string | undefined => known.get(id)?.caseId;
  const sure = links.filter(({ p }) => p > 0.9);
  const right = sure.filter(({ f, t }) => caseOf(f) !== undefined && caseOf(f) === caseOf(t)).length;
  const rows = (await corpus.query('SELECT caseId AS c, messageId AS m FROM caseMessages')).objects() as {
    c: string;
    m: string;
  }[];
  const casesOf = new Map<string, Set<string>>();
  const publics = new Map<string, string>();
  for (const { c, m } of rows) {
    const message: HandMessage | undefined = known.get(m);
    if (message?.caseId === undefined) continue;
    if (message.shown === undefined)
      casesOf.set(message.caseId, (casesOf.get(message.caseId) ?? new Set()).add(c));
    else publics.set(message.id, c);
  }
  const isOwn = ownKey(quarter);
  const linkable = { any: { of: 0, found: 0 }, own: { of: 0, found: 0 } };
  for (const one of quarter.cases) {
    // What opened before the exports, or while its source was silent, shows no key in them.
    if (one.openedAt < quarter.plan.start || !shownIn(one, quarter.plan)) continue;
    const posts = (quarter.spills.get(one.id) ?? []).filter(
      (post) => post.at < quarter.plan.end && !isLost(quarter.plan, post),
    );
    if (sharedKeys(quarter.plan, one, posts).length === 0) continue;
    const found = posts.some(({ id }) => casesOf.get(one.id)?.has(publics.get(id) ?? '') ?? false);
    for (const kind of isOwn(one, posts) ? (['any', 'own'] as const) : (['any'] as const)) {
      linkable[kind].of += 1;
      linkable[kind].found += Number(found);
    }
  }
  return [
    count('links said over .9, right', sure.length, right),
    count('spills that share a key, joined', linkable.any.of, linkable.any.found),
    count('spills with a key that nobody else bears, joined', linkable.own.of, linkable.own.found),
  ];
}

/** Every figure of a quarter, by the names of its metrics. */
export async function figuresRead(read: ReadQuarter, truth: TruthFigures): Promise<Figure[]> {
  const names = await channelNames(read);
  return [
    ...(await spillFigures(read, truth, names)),
    ...(await careFigures(read, truth, names)),
    ...(await volumeFigures(read, truth)),
    ...(await crisisFigures(read, truth)),
    ...(await linkFigures(read)),
  ];
}
