import { makeFinding } from '../make-finding.js';
import { dateOf, figureOf, rowsOf, textOf, type Telling } from '../reading.js';
import type { Finding } from '../story.js';

/** Private complaints of harm or of the law that nothing shows to be settled: few, and none may be forgotten. */
export function graveFindings(telling: Telling): Finding[] {
  const metric = telling.metrics.get('graveCases');
  const { words } = telling;
  const figure = figureOf(metric, words);
  if (metric === undefined || figure === null || figure.value < 1) return [];
  const [oldest] = rowsOf(metric);
  const opened = dateOf(oldest, 'date');
  if (oldest === undefined || opened === null) return [];
  const count = words.number(figure.value);
  const day = words.date(opened, false);
  const one = figure.value < 2;
  return [
    makeFinding(telling, {
      id: 'grave-cases',
      metric,
      title: one
        ? words.say(
            `Une plainte privée évoque un dommage ou un recours, sans trace de résolution depuis le ${day}`,
            `One private complaint speaks of harm or of the law, without a trace of resolution since ${day}`,
          )
        : words.say(
            `${count} plaintes privées évoquent un dommage ou un recours, sans trace de résolution, la première du ${day}`,
            `${count} private complaints speak of harm or of the law, without a trace of resolution, the first of ${day}`,
          ),
      figures: [figure],
      action: {
        stake: 1,
        figures: [figure],
        text: one
          ? words.say(
              'Traiter d’abord la plainte de dommage ou de recours (annexe).',
              'Read and settle first the complaint that speaks of harm or of the law (mark in the annex).',
            )
          : words.say(
              `Traiter d’abord les ${count} plaintes de dommage ou de recours (annexe).`,
              `Read and settle first the ${count} complaints that speak of harm or of the law (table in the annex).`,
            ),
      },
      drivers: [...new Set(rowsOf(metric).map((row) => textOf(row, 'driver')))].filter((name) => name !== ''),
      stages: ['private'],
      size: 0.9,
      novelty: 1,
      stage: 'private',
    }),
  ];
}
