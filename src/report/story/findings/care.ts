import { ofOthersToo } from './of-others-too.js';
import { answeredStage } from '../explorer.js';
import { makeFinding } from '../make-finding.js';
import {
  cellOf,
  figureOf,
  numberOf,
  numberOrNull,
  rowsOf,
  textOf,
  type Row,
  type Telling,
} from '../reading.js';
import { quotesFor } from '../quotes.js';
import { BARS, barsChart, markOf } from '../story-charts.js';
import type { Figure, Finding } from '../story.js';
import type { Words } from '../words.js';

/** A rate is told from so many cases on, a channel named from so many. */
const LEAST_CASES = 10;
const NAMED_FROM = 20;

/** A channel is answered less than the other ones of its stage, or for sure less than what is told first. */
const below = (row: Row, { low }: Figure): boolean =>
  typeof row['differenceHigh'] === 'number' ? row['differenceHigh'] < 0 : numberOf(row, 'high') < (low ?? 0);

/** Public channels from the least answered to the most, where all of them surely are answered less than private cases. */
function leftInPublic(rows: readonly Row[], { low }: Figure, telling: Telling): Row[] {
  if (answeredStage(telling) !== 'private') return [];
  const all = rows.filter((row) => row['stage'] === 'public');
  const left = all.filter((row) => numberOf(row, 'high') < (low ?? 0));
  return left.length < all.length ? [] : left.toSorted((a, b) => numberOf(a, 'share') - numberOf(b, 'share'));
}

const onChannel = ({ value }: Figure, channel: string, words: Words): string => {
  const rate = words.value(value, 'share');
  return words.say(` ; sur ${channel}, à ${rate}`, `; on ${channel}, ${rate}`);
};

/** « ; en public, de 31,0 % à 34,4 % selon le canal » */
function inPublicText(rates: readonly Figure[], words: Words): string {
  const [least, most] = [rates[0], rates.at(-1)].map((one) =>
    one === undefined ? '' : words.value(one.value, 'share'),
  ) as [string, string];
  if (rates.length === 0) return '';
  return least === most
    ? words.say(` ; en public, à ${least}`, `; in public, ${least}`)
    : words.say(
        ` ; en public, de ${least} à ${most} selon le canal`,
        `; in public, ${least} to ${most} by channel`,
      );
}

/** In public the rate is that of complaints, of which the number read is not the number there is. */
function answerMore(
  row: Row,
  { value, n }: Figure,
  channel: string,
  words: Words,
  mostLeft: boolean,
): string {
  const rate = words.value(value, 'share');
  // Where all public channels are alike, what tells one from another is what is left there.
  if (mostLeft)
    return words.say(
      `Répondre davantage en public, d’abord sur ${channel}, où le plus de plaintes restent sans réponse : ${rate} en ont une.`,
      `Answer more in public, first on ${channel}, where most complaints are left without an answer: ${rate} have one.`,
    );
  return row['stage'] === 'public'
    ? words.say(
        `Répondre davantage sur ${channel} : ${rate} des plaintes publiques y ont une réponse.`,
        `Answer more on ${channel}: ${rate} of public complaints have an answer there.`,
      )
    : words.say(
        `Répondre davantage sur ${channel} : ${rate} de réponses sur ${words.number(n)} dossiers.`,
        `Answer more on ${channel}: ${rate} answered of ${words.number(n)} cases.`,
      );
}

/** Without a brand named, or where those of others answer too, nobody is said to answer. */
function answeredTitle(stage: string, rate: string, many: boolean, telling: Telling): string {
  const { brand, words, metrics } = telling;
  const [of, ofEn] =
    stage === 'private' ? ['dossiers privés', 'private cases'] : ['plaintes publiques', 'public complaints'];
  const only = words.say(many ? '' : 'Seulement ', many ? '' : 'Only ');
  const read = metrics.get('netSentimentScore')?.n;
  const mixed = brand !== '' && read !== undefined && ofOthersToo(telling, read);
  const whose = mixed ? words.say(', toutes marques', ', all brands') : '';
  return brand === '' || mixed
    ? words.say(
        `${only}${rate} des ${of} ont une réponse${whose}`,
        `${only}${rate} of ${ofEn} have an answer${whose}`,
      )
    : words.say(
        `${many ? 'La marque répond à' : 'La marque ne répond qu’à'} ${rate} des ${of}`,
        `The brand answers ${many ? '' : 'only '}${rate} of ${ofEn}`,
      );
}

/** How much the brand answers, and the channel that waits most. */
export function careFindings(telling: Telling): Finding[] {
  const metric = telling.metrics.get('responseRate');
  const { words } = telling;
  const figure = figureOf(metric, words);
  if (metric === undefined || figure === null || figure.n < LEAST_CASES) return [];
  const rows = rowsOf(metric).filter(
    (row) => numberOf(row, 'n') >= NAMED_FROM && numberOrNull(row, 'share') !== null,
  );
  const unanswered = (row: Row): number => numberOf(row, 'n') - numberOf(row, 'answered');
  const most = (list: readonly Row[]): Row | undefined =>
    list.toSorted((a, b) => unanswered(b) - unanswered(a))[0];
  const underHalf = (row: Row | undefined): boolean => numberOf(row, 'high') < 0.5;
  const apart = most(rows.filter((row) => underHalf(row) && below(row, figure)));
  const left = apart === undefined ? leftInPublic(rows, figure, telling) : [];
  const mostLeft = most(left);
  const worst = apart ?? (underHalf(mostLeft) ? mostLeft : undefined);
  const all = rowsOf(metric).reduce((sum, row) => sum + unanswered(row), 0);
  const channel = words.channel(textOf(worst, 'channel'));
  const time = rowsOf(telling.metrics.get('firstReplyTime')).find(
    (row) => row['stage'] === 'private' && typeof row['median'] === 'number',
  );
  const stage = answeredStage(telling);
  const [rate, many] = [words.value(figure.value, 'share'), figure.value >= 0.5];
  const cell = (row: Row): Figure =>
    cellOf(metric, row, 'share', ['channel', 'stage'], words, { style: 'share' });
  const inPublic = left.map(cell);
  const beside = apart === undefined ? inPublicText(inPublic, words) : onChannel(cell(apart), channel, words);
  const worstFigure = worst === undefined ? null : cell(worst);
  const timeMetric = telling.metrics.get('firstReplyTime');
  const open = time?.['openHours'] === true;
  const timeFigure =
    time === undefined || timeMetric === undefined
      ? null
      : cellOf(timeMetric, time, 'median', ['stage'], words, { style: 'hours' });
  const between =
    timeFigure === null || timeFigure.low === null || timeFigure.high === null
      ? ''
      : ` (${words.interval(timeFigure.low, timeFigure.high, 'hours')})`;
  return [
    makeFinding(telling, {
      id: 'answers',
      metric,
      title: `${answeredTitle(stage, rate, many, telling)}${beside}`,
      text:
        timeFigure === null
          ? ''
          : words.say(
              `En privé, un dossier sur deux a une réponse en ${words.value(timeFigure.value, 'hours')}${open ? ' d’ouverture' : ''} au plus${between}, ceux restés sans réponse compris.`,
              `In private, half of the cases have an answer within ${words.value(timeFigure.value, 'hours')}${open ? ' of opening' : ''}${between}, the unanswered included.`,
            ),
      figures: [figure, ...(timeFigure === null ? [] : [timeFigure]), ...inPublic],
      chart: barsChart(
        words.say('Part de réponses, par canal', 'Share answered, by channel'),
        words.say(
          'en privé, dossiers qui en appelaient une ; en public, plaintes ; intervalles à 95 %',
          'in private, cases that needed one; in public, complaints; 95% intervals',
        ),
        'share',
        // Those with most cases, so that the least answered is not the one left out.
        rows
          .slice(0, BARS)
          .toSorted((a, b) => numberOf(b, 'share') - numberOf(a, 'share'))
          .map((row) =>
            markOf(row, words.channel(textOf(row, 'channel')), { value: 'share' }, 'share', words, {
              facet: { channel: textOf(row, 'channel') },
              strong: row === worst,
            }),
          ),
      ),
      quotes:
        worst === undefined
          ? []
          : quotesFor(telling, { channels: [textOf(worst, 'channel')], sentiment: 'negative' }),
      action:
        worst === undefined || worstFigure === null
          ? null
          : {
              stake: all === 0 ? 0 : unanswered(worst) / all,
              figures: [worstFigure],
              text: answerMore(worst, worstFigure, channel, words, left.length > 1),
            },
      stages: [...new Set(rows.map((row) => textOf(row, 'stage')))],
      // What is left without an answer where most of it is.
      size: 1 - Math.min(figure.value, ...inPublic.map(({ value }) => value)),
      stage: 'public',
    }),
  ];
}
