import { DRIVERS } from '../model/enrichment.js';
import { createDriverMatcher } from '../enrich/drivers/drivers.js';
import { loadTaxonomy, TAXONOMIES } from '../enrich/drivers/taxonomy.js';
import { TokenBuffer } from '../enrich/words/tokens.js';
import { driverLabels, driverPlan } from './driver-head.js';
import type { ExampleReader, Part } from './example-reader.js';
import { every } from './ordinary-texts.js';
import type { Recipe } from './recipe.js';
import type { LabelledText } from './head-plan.js';

/** A text that speaks of no driver; it does not set the probabilities. */
const SILENT: Part = { labels: [], weight: 0.3, calibrate: false };

/** Aspects of restaurants that are drivers; their ambience is hardly a store. */
const ASPECTS: Readonly<Record<string, string>> = { Prix: 'price', Cuisine: 'taste', Service: 'staff' };
const JUDGED = driverLabels(Object.values(ASPECTS));

const restaurants = (read: ExampleReader): LabelledText[] => {
  const wanted = every(4, {});
  return read.readCells('restaurants', 'Avis', (cells) => {
    if (wanted() === undefined) return undefined;
    const spoken = Object.entries(ASPECTS).flatMap(([column, driver]) =>
      (cells[column] ?? 'NE') === 'NE' ? [] : [driver],
    );
    return { labels: driverLabels(spoken), known: JUDGED, weight: 0.2, calibrate: false };
  });
};

/** Real reviews with the drivers that their terms say, without those terms: what else is said beside them. */
function reviews(read: ExampleReader): LabelledText[] {
  const matcher = createDriverMatcher(TAXONOMIES.map(loadTaxonomy)),
    tokens = new TokenBuffer();
  return read.read('trustpilot', 'sentiment', every(8, SILENT)).map((example) => {
    tokens.tokenize(example.text);
    const hits = matcher.match(tokens, 'fr');
    let text = '',
      at = 0;
    for (const { start, end } of hits.toSorted((a, b) => a.start - b.start)) {
      const from = tokens.starts[start] as number,
        to = tokens.ends[end - 1] as number;
      if (from < at) continue;
      text += example.text.slice(at, from);
      at = to;
    }
    return {
      text: text + example.text.slice(at),
      labels: driverLabels(hits.map(({ driver }) => driver)),
      weight: 0.15,
      calibrate: false,
    };
  });
}

/** Registers in which nobody speaks of a firm's service; customers of that set bear no drivers. */
const silentRegister = (register: string): Part | undefined =>
  register === 'customer' ? undefined : { labels: [], weight: 0.5 };

/** All but the texts whose drivers were read one by one. */
const others = (read: ExampleReader): LabelledText[] => [
  ...read.readCare(({ drivers }) => ({ labels: driverLabels(drivers) })),
  ...['driver-scenes', 'driver-posts'].flatMap((file) =>
    read.readOwn(file, (drivers) => ({ labels: driverLabels(drivers.split(',')) }), 'drivers'),
  ),
  ...read.readTerms(),
  ...read.readFeeds(({ drivers }) => ({ labels: driverLabels(drivers), weight: 1 })),
  ...read.readRegisters(({ register }) => silentRegister(register)),
  ...read.readOwn('posts', (drivers) => ({ labels: driverLabels(drivers.split(',')) }), 'drivers'),
  ...reviews(read),
  ...restaurants(read),
  ...read.read('umsabFr', 'sentiment', every(2, SILENT)),
  ...read.read('umsabEn', 'sentiment', every(3, SILENT)),
  ...read.readCells('headlines', 'headline', () => SILENT),
];

export const DRIVER_RECIPE: Recipe = {
  plan: {
    ...driverPlan,
    // of 18,000 texts: at a cost of 1 it learns them by heart (`models/README.md`)
    bits: 17,
    cost: 0.2,
    folds: 2,
    thresholds: DRIVERS.map((driver) => (driver === 'after-sales' ? 0.7 : 0.85)),
  },
  examples: (read) => {
    const labelled = read.readDrivers(({ drivers, doubtful }) => ({
      labels: driverLabels(drivers),
      known: DRIVERS.flatMap((driver, k) => (doubtful.includes(driver) ? [] : [k])),
    }));
    const known = new Set(labelled.map(({ text }) => text));
    return [...labelled, ...others(read).filter(({ text }) => !known.has(text))];
  },
};
