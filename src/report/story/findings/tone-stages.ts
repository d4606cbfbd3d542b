import { cellOf, LEAST_CLASSIFIED, numberOf, rowsOf, textOf, type Telling } from '../reading.js';
import type { Figure } from '../story.js';
import type { Words } from '../words.js';

export type Side = 'negative' | 'positive' | 'even';

/** The side on which the whole interval of a net score is. */
export const sideOf = ({ low, high }: Figure): Side =>
  high !== null && high < 0 ? 'negative' : low !== null && low > 0 ? 'positive' : 'even';

/** Net scores in public and in private, where each has enough messages: who writes in private mostly complains, and both together are of neither. */
export function scoresByStage({
  metrics,
  words,
}: Telling): { readonly inPublic: Figure; readonly inPrivate: Figure } | null {
  const metric = metrics.get('netSentimentScore');
  if (metric === undefined) return null;
  const of = (stage: string, denominator: string): Figure | null => {
    const row = rowsOf(metric).find((one) => textOf(one, 'stage') === stage);
    return row === undefined || !(numberOf(row, 'n') >= LEAST_CLASSIFIED)
      ? null
      : cellOf(metric, row, 'score', ['stage'], words, { style: 'score', denominator });
  };
  const inPublic = of(
    'public',
    words.say(
      'messages publics de clients dont la tonalité est classée',
      'customers’ public messages with a classified sentiment',
    ),
  );
  const inPrivate = of(
    'private',
    words.say(
      'messages privés de clients dont la tonalité est classée',
      'customers’ private messages with a classified sentiment',
    ),
  );
  return inPublic === null || inPrivate === null ? null : { inPublic, inPrivate };
}

/** « en public +0,09 ; en privé −0,45 » */
export function stagesText(telling: Telling): string {
  const scores = scoresByStage(telling);
  if (scores === null) return '';
  const { words } = telling;
  const [open, closed] = [scores.inPublic, scores.inPrivate].map(({ value }) => words.value(value, 'score'));
  return words.say(`en public ${open} ; en privé ${closed}`, `in public ${open}; in private ${closed}`);
}

/** What private messages say beside a public voice that says otherwise. */
export function privateSide(side: Side, words: Words): string {
  if (side === 'even')
    return words.say(
      'en privé, aucun des deux ne l’emporte nettement',
      'in private, neither clearly prevails',
    );
  return side === 'negative'
    ? words.say('en privé, le reproche l’emporte', 'in private, blame prevails')
    : words.say('en privé, l’éloge l’emporte', 'in private, praise prevails');
}

/** Which way private messages lean where all are: who writes to a brand does not speak of it. */
export function privateAlone({ metrics, words }: Telling, side: Side): string | null {
  if (rowsOf(metrics.get('netSentimentScore')).some((row) => row['stage'] !== 'private')) return null;
  return side === 'even'
    ? words.say(
        'En privé, ni l’éloge ni le reproche ne l’emporte nettement',
        'In private, neither praise nor blame clearly prevails',
      )
    : side === 'negative'
      ? words.say('En privé, le reproche l’emporte sur l’éloge', 'In private, blame outweighs praise')
      : words.say('En privé, l’éloge l’emporte sur le reproche', 'In private, praise outweighs blame');
}
