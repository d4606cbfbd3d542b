import { DRIVERS } from '../model/enrichment.js';
import { loadTaxonomy, TAXONOMIES } from '../enrich/drivers/taxonomy.js';
import type { HeadPlan, LabelledText } from './head-plan.js';

export const driverPlan: HeadPlan = {
  name: 'drivers',
  labels: DRIVERS,
  choice: 'many',
  bits: 15,
  cost: 1,
  balance: 0.7,
  // Handling is spoken of beside every subject: told when it is more likely than not.
  thresholds: DRIVERS.map((driver) => (driver === 'after-sales' ? 0.6 : 0.4)),
};

/** Labels of the head from names; others are ignored. */
export const driverLabels = (names: readonly string[]): number[] =>
  DRIVERS.flatMap((driver, k) => (names.includes(driver) ? [k] : []));

/** Weights of errors on terms beside 1 for a text. */
const TERM_WEIGHT = 1,
  WEAK_TERM_WEIGHT = 0.5;

/**
 * Terms of the shipped taxonomies as texts of a word or a few for the head to learn from: it then knows their spellings and
 * neighbours. Phrases in which a term means something else bear no label.
 */
export function termExamples(): LabelledText[] {
  const found = new Map<string, { labels: number[]; weight: number }>();
  for (const id of TAXONOMIES) {
    for (const [driver, { fr, en, weak = [], exclude = [] }] of Object.entries(loadTaxonomy(id).drivers)) {
      const [label] = driverLabels([driver]);
      const put = (term: string, bears: boolean, weight: number): void => {
        const text = term.replaceAll('*', '');
        const { labels, weight: before } = found.get(text) ?? { labels: [], weight: 0 };
        found.set(text, {
          labels: bears && label !== undefined && !labels.includes(label) ? [...labels, label] : labels,
          weight: Math.max(before, weight),
        });
      };
      for (const term of [...fr, ...en, ...weak])
        put(term, true, weak.includes(term) ? WEAK_TERM_WEIGHT : TERM_WEIGHT);
      for (const term of exclude) put(term, false, TERM_WEIGHT);
    }
  }
  return [...found].map(([text, { labels, weight }]) => ({ text, labels, weight, calibrate: false }));
}
