import { aroundOf } from './crisis-around.js';
import { lastDay } from './crisis-age.js';
import { listOf, numberOf, type Row, type Telling } from '../reading.js';
import type { Action } from '../story.js';

const DAY = 86_400_000;

/** A movement calls for an answer while it is this young at the end of the exports. */
const RECENT = 14 * DAY;
/** A private signal is worth an alert from so many cases, so long ahead. */
const SIGNAL_CASES = 3;
const SIGNAL_HOURS = 12;
/** Over so long, cases follow one another anyhow: they announce something only where what is usual is known. */
const LONG_HOURS = 7 * 24;

/** Whether the cases before a movement came over so long that they may be what comes anyhow, and nothing tells. */
export const isUnknownRunUp = (row: Row): boolean =>
  typeof row['moreThanUsual'] !== 'boolean' && numberOf(row, 'warningHours') > LONG_HOURS;

/** Whether private cases announced a movement, more than come anyhow and early enough to act on them. */
export const signalled = (row: Row): boolean =>
  row['moreThanUsual'] !== false &&
  !isUnknownRunUp(row) &&
  numberOf(row, 'privateCases') >= SIGNAL_CASES &&
  numberOf(row, 'warningHours') >= SIGNAL_HOURS;

/** An alert on private cases after the gravest movement they announced; an answer while a movement is recent; else nothing. */
export function actionOf(
  { row, name, end }: { readonly row: Row; readonly name: string; readonly end: Date },
  gravest: boolean,
  share: number,
  telling: Telling,
  figures: Action['figures'],
): Omit<Action, 'finding'> | null {
  const { words } = telling;
  const subject = listOf(row, 'drivers')[0];
  // Without a driver the words of the movement name it, if any do.
  const about =
    subject !== undefined
      ? words.say(`« ${words.inside('driver', subject)} »`, `“${words.inside('driver', subject)}”`)
      : /^[«“]/u.test(name)
        ? name
        : words.say('ce mouvement', 'this movement');
  if (lastDay(telling) - end.getTime() <= RECENT)
    return {
      stake: share,
      figures,
      text:
        row['kind'] === 'reported' && aroundOf(row, telling) === undefined
          ? words.say(
              `Préparer une réponse à la presse sur ${about}, sans relancer le sujet en public.`,
              `Prepare an answer to the press on ${about}, without reviving the subject in public.`,
            )
          : words.say(
              `Publier une réponse unique sur ${about}, et la donner aussi en privé.`,
              `Publish one answer on ${about}, and give it in private too.`,
            ),
    };
  if (!gravest) return null;
  const ahead = words.value(Math.round(numberOf(row, 'warningHours')), 'hours');
  const cases = words.number(numberOf(row, 'privateCases'));
  return {
    stake: share,
    figures,
    text: words.say(
      `Suivre chaque jour les dossiers privés : ${cases} sur ${about} précédaient la crise, le premier de ${ahead}.`,
      `Follow private cases every day: ${cases} on ${about} came before the crisis, the first ${ahead} ahead.`,
    ),
  };
}
