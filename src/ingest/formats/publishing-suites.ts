/** Post reports of publishing suites: the brand's own posts, so the author is the brand. */
import { idFromUrl } from '../values/ids.js';
import { platformOf } from '../values/networks.js';
import type { Source } from '../source.js';
import type { Draft, RowReader } from '../table/table-source.js';
import { declaredTable } from './declared-table.js';
import { described } from './described.js';

function ownPost(draft: Draft, row: RowReader): void {
  draft.platform =
    platformOf(
      draft.url,
      row.cell('social network', 'network', 'service', 'réseau', 'réseau social', 'platform'),
    ) ?? draft.platform;
  draft.id ??= idFromUrl(draft.url);
  draft.threadId ??= draft.id;
}

const suite = (format: string): Source => declaredTable(format, ownPost);

export const hootsuite = suite('hootsuite');
export const sprout = suite('sprout-social');
export const agorapulse = suite('agorapulse');
export const buffer = suite('buffer');
export const later = suite('later');

/** Its title holds the words of a post that has no description. */
export const metaPosts = declaredTable('meta-posts', (draft, row) => {
  ownPost(draft, row);
  if (draft.title === draft.text) draft.title = undefined;
});

const AUDIENCE = new Set(
  (
    'followers|audience|gained followers|audience gained|net audience growth|abonnés|' +
    'nouveaux abonnés|seguidores|fans'
  ).split('|'),
);
const WORDS =
  /^(?:post|message|text|caption|update|comment|content|body|title|texte|légende|contenu|publication)$/;

/** Daily metrics of profiles (Sprout, Metricool, …): counts a day, no text. */
export const profileMetrics = described('profile-metrics', {
  detect(file) {
    const names = file.table?.names ?? [];
    const audience = names.filter((name) => AUDIENCE.has(name));
    const dated = names.some((name) => /^(?:date|day|jour|fecha|datum)\b/.test(name));
    if (audience.length < 2 || !dated || names.some((name) => WORDS.test(name))) return undefined;
    return {
      score: 0.9,
      why: `columns ${audience.map((name) => `"${name}"`).join(', ')} by date`,
      holdsNoMessages: 'daily counts of a profile, no text',
    };
  },
  parse: () => [],
});
