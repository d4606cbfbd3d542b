import type { CorpusTables } from '../../engine/corpus-tables.js';
import { localDay } from '../../util/zones.js';
import { movementsOf, type Cause } from './causes.js';
import { sheetRow } from './crisis-sheets.js';
import { readTexts, type MovementTexts } from './movement-texts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured, type RowOf } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';

const frame = metricFrame({
  name: 'crisisAround',
  label: { fr: 'Mouvements que la période ne montre pas entiers', en: 'Movements beyond the period' },
  unit: 'events',
  denominator: { fr: 'mouvements publics du corpus entier', en: 'public movements of the whole corpus' },
  method: {
    fr: 'Les fiches de crise du corpus entier, dont un jour au moins est dans la période : celles qui commencent avant son premier jour ou finissent après le dernier, et celles dont la période seule ne montre pas la moitié des messages. Ce que la période seule ne peut montrer : un jour isolé n’a pas de calme auquel se comparer.',
    en: 'The crisis sheets of the whole corpus that have a day at least in the period: those that begin before its first day or end after its last, and those of which the period alone does not show half of the messages. What the period alone can’t show: a single day has no calm to compare with.',
  },
  columns: {
    sheetId: 'text',
    kind: 'text',
    name: 'text?',
    product: 'text?',
    brand: 'text?',
    drivers: 'texts',
    start: 'instant',
    end: 'instant',
    messages: 'number',
    messagesInside: 'number',
    articles: 'number',
    beganBefore: 'boolean',
    goesOn: 'boolean',
  },
});

/** A movement is shown by a period when the movements of that period alone hold so many of its messages. */
const SHOWN = 0.5;

/** First and last day of a part, `null` where no message of it is dated. */
async function daysOf(
  corpus: CorpusTables,
  zone: string,
): Promise<{ readonly first: string; readonly last: string } | null> {
  const { first, last } = (
    await corpus.query('SELECT min(sentAt) AS first, max(sentAt) AS last FROM storedMessages')
  ).object() as { readonly first: Date | null; readonly last: Date | null };
  return first === null || last === null
    ? null
    : { first: localDay(first.getTime(), zone), last: localDay(last.getTime(), zone) };
}

/**
 * Movements of the whole corpus that have a day in the period of a part of it, and go beyond it or are not half shown by it, in order of time. Value: their number;
 * not measured on a corpus that no period cuts.
 */
export const crisisAround = defineMetric(
  { frame, of: 'messages' },
  async (corpus, options: MetricOptions) => {
    const resolved = resolveOptions(options);
    const isPart = corpus.filters.some((filter) =>
      [filter.from, filter.to, filter.period].some((one) => one !== undefined),
    );
    if (!isPart)
      return unmeasured(
        frame,
        0,
        'le corpus est vu en entier : rien ne l’entoure',
        'the corpus is seen whole: nothing is around it',
      );
    const days = await daysOf(corpus, resolved.zone);
    if (days === null)
      return unmeasured(
        frame,
        0,
        'aucun message daté dans la période',
        'no message with a date in the period',
      );
    const whole = corpus.atAllTimes();
    try {
      const movements = await movementsOf(whole, resolved);
      const dayOf = (at: number): string => localDay(at, resolved.zone);
      const [before, after] = [
        ({ start }: Cause): boolean => dayOf(start) < days.first,
        ({ end }: Cause): boolean => dayOf(end) > days.last,
      ];
      const shown = new Set(
        (await movementsOf(corpus, resolved)).flatMap(({ messages }) =>
          messages.map(({ messageId }) => messageId),
        ),
      );
      const unseen = ({ messages }: Cause): boolean =>
        messages.filter(({ messageId }) => shown.has(messageId)).length < SHOWN * messages.length;
      const cut = movements.filter(
        (one) =>
          dayOf(one.start) <= days.last &&
          dayOf(one.end) >= days.first &&
          (before(one) || after(one) || unseen(one)),
      );
      const told = await readTexts(whole, cut);
      const rows: RowOf<typeof frame.columns>[] = [];
      for (const [place, one] of cut.entries()) {
        const { sheetId, kind, name, product, brand, drivers, start, end, messages, articles } =
          await sheetRow(whole, one, told[place] as MovementTexts, resolved);
        rows.push({
          sheetId,
          kind,
          name,
          product,
          brand,
          drivers,
          start,
          end,
          messages,
          messagesInside: one.messages.filter(({ at }) => dayOf(at) >= days.first && dayOf(at) <= days.last)
            .length,
          articles,
          beganBefore: before(one),
          goesOn: after(one),
        });
      }
      return makeMetric(frame, { value: rows.length, n: movements.length, rows });
    } finally {
      whole.close();
    }
  },
);
