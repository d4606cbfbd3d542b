import { HARMS } from '../../model/index.js';
import { listShares } from './list-shares.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, unmeasured, metricFrame } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';

const frame = metricFrame({
  name: 'harmShares',
  label: { fr: 'Messages à modérer', en: 'Messages to moderate' },
  unit: 'share',
  denominator: {
    fr: 'messages publics de clients dont le texte est lu',
    en: 'public customers’ messages whose text is read',
  },
  method: {
    fr: 'Classes de nuisance au-dessus de leur seuil ; intervalles de Wilson, élargis quand un auteur écrit plusieurs fois.',
    en: 'Harm classes over their threshold; Wilson intervals, widened when an author writes several times.',
  },
  limits: {
    fr: 'Un signalement est une invitation à lire, pas un verdict.',
    en: 'A flag is an invitation to read, not a verdict.',
  },
  columns: {
    harm: 'text',
    messages: 'number',
    n: 'number',
    authors: 'number',
    share: 'number',
    low: 'number?',
    high: 'number?',
  },
});

/** Share of public customers' messages flagged for moderation, and of each class of harm. */
export const harmShares = defineMetric(
  { frame: frame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const shares = await listShares(corpus, 'harms', 'harm', HARMS, level);
    return shares === undefined
      ? unmeasured(frame, 0, 'aucun message public n’a de texte', 'no public message has a text')
      : makeMetric(frame, shares);
  },
);
