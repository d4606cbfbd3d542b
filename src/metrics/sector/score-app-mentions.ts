import { clusteredCounts } from '../care/clustered-counts.js';
import { defineMetric } from '../define-metric.js';
import { makeMetric, metricFrame, unmeasured } from '../make-metric.js';
import { resolveOptions, type MetricOptions } from '../options.js';
import { shareInterval } from '../basic/score-interval.js';
import { toneEvents } from '../basic/net-sentiment.js';
import { CUSTOMER } from '../sql.js';

/** Applications and public scores that customers name when they judge a product: letters that all ways of writing them hold, and these ways. */
const APPS = {
  Yuka: ['yuka', 'yuka'],
  ScanUp: ['scan', 'scan ?up'],
  'Open Food Facts': ['food', 'open ?food ?facts'],
  Siga: ['siga', '(score|note|indice|appli|application|sur) siga'],
  Kwalito: ['kwalito', 'kwalito'],
  MyLabel: ['label', 'my ?label'],
  'Nutri-Score': ['score', 'nutri[- ]?score'],
  'Planet-Score': ['score', 'planet[- ]?score'],
  'Éco-Score': ['score', '[eé]co[- ]?score'],
} as const;

/** Small letters of the scripts these names are written in: all letters of all scripts take a hundred times longer to compile. */
const LETTER = 'a-zß-öø-ɏ';

/** A search for letters costs a tenth of one for a pattern, and few texts hold them. */
const naming = ([letters, pattern]: readonly [string, string]): string =>
  `(contains(lower(text), '${letters}') AND regexp_matches(lower(text), '(^|[^${LETTER}])(${pattern})([^${LETTER}]|$)'))`;

/** A row for each application that a message names. */
const NAMED = `(SELECT *, unnest([${Object.entries(APPS)
  .map(([app, written]) => `CASE WHEN ${naming(written)} THEN '${app}' END`)
  .join(', ')}]) AS app FROM storedMessages)`;

const frame = metricFrame({
  name: 'scoreAppMentions',
  label: {
    fr: 'Applications et notes citées (Yuka, Nutri-Score…)',
    en: 'Score apps and grades named (Yuka, Nutri-Score…)',
  },
  unit: 'messages',
  denominator: { fr: 'messages de clients avec un texte', en: 'customers’ messages with a text' },
  method: {
    fr: 'Noms cherchés dans le texte, sans égard à la casse. Intervalles de Wilson, élargis quand un auteur écrit plusieurs fois.',
    en: 'Names looked for in the text, whatever the case. Wilson intervals, widened when an author writes several times.',
  },
  limits: {
    fr: 'La tonalité est celle du message, non de l’application.',
    en: 'The tone is that of the message, not of the application.',
  },
  columns: {
    app: 'text',
    n: 'number',
    share: 'number',
    low: 'number?',
    high: 'number?',
    negativeShare: 'number',
    negativeLow: 'number?',
    negativeHigh: 'number?',
  },
});

/** Messages that name an application or a public score of products, their share of all and their negative share. Value: messages that name any. */
export const scoreAppMentions = defineMetric(
  { frame, of: 'messages', groups: 'rows' },
  async (corpus, options: MetricOptions) => {
    const { level } = resolveOptions(options);
    const where = `${CUSTOMER} AND text IS NOT NULL`;
    const [all] = await clusteredCounts(corpus, {
      from: 'storedMessages',
      where,
      events: { any: Object.values(APPS).map(naming).join(' OR ') },
    });
    if (all === undefined)
      return unmeasured(frame, 0, 'aucun message de client n’a de texte', 'no customer message has a text');
    const apps = await clusteredCounts(corpus, {
      from: NAMED,
      where: `${where} AND app IS NOT NULL`,
      by: { app: 'app' },
      events: toneEvents(),
    });
    const rows = apps.map(({ key, n, authors, counts, effectiveN }) => {
      const k = counts['negative'] ?? 0;
      const share = shareInterval({ k: n, n: all.n, effectiveN: all.n * (authors / n) }, level);
      const negative = shareInterval({ k, n, effectiveN: effectiveN['negative'] ?? n }, level);
      return {
        app: String(key['app']),
        n,
        share: n / all.n,
        low: share?.low ?? null,
        high: share?.high ?? null,
        negativeShare: k / n,
        negativeLow: negative?.low ?? null,
        negativeHigh: negative?.high ?? null,
      };
    });
    rows.sort((a, b) => b.n - a.n || (a.app < b.app ? -1 : 1));
    return makeMetric(frame, { value: all.counts['any'] ?? 0, n: all.n, rows });
  },
);
