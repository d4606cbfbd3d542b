import { crisisName } from '../crisis-name.js';
import { dateOf, numberOf, rowsOf, textOf, type Row, type Telling } from '../reading.js';
import { lowerFirst } from '../../../util/lower-first.js';

/** Both count so many of something that begins with the same one. */
const shares = (a: Row, b: Row, count: string, first: (row: Row) => string): boolean =>
  numberOf(a, count) > 0 && numberOf(a, count) === numberOf(b, count) && first(a) === first(b);

const firstCase = (row: Row): string => textOf(row, 'firstCaseId');
const firstArticle = (row: Row): string => String(dateOf(row, 'firstArticleAt')?.getTime());

/** What a movement counts that one told before it counts too, as a sentence: a reader would add them up. */
export function twinText(row: Row, before: readonly Row[], telling: Telling): string {
  const { words, metrics } = telling;
  for (const twin of before.filter(({ brand }) => brand === row['brand'])) {
    const cases = shares(row, twin, 'privateCases', firstCase) ? numberOf(row, 'privateCases') : 0;
    const articles = shares(row, twin, 'articles', firstArticle) ? numberOf(row, 'articles') : 0;
    const both = [
      ...(cases === 0
        ? []
        : [words.count(cases, ['dossier privé', 'dossiers privés'], ['private case', 'private cases'])]),
      ...(articles === 0 ? [] : [words.count(articles, ['article', 'articles'], ['article', 'articles'])]),
    ];
    if (both.length === 0) continue;
    const texts = rowsOf(metrics.get('crisisTexts')).filter((one) => one['sheetId'] === twin['sheetId']);
    const name = lowerFirst(crisisName(twin, texts, telling));
    return cases + articles < 2
      ? words.say(
          `Le même ${words.list(both).replace(/^1\s/u, '')} est compté pour ${name} : rien ne dit auquel des deux mouvements il tient.`,
          `The same ${words.list(both).replace(/^1\s/u, '')} is counted for ${name}: nothing tells which of the two movements it belongs to.`,
        )
      : words.say(
          `Les mêmes ${words.list(both)} sont comptés pour ${name} : rien ne dit auquel des deux mouvements ils tiennent.`,
          `The same ${words.list(both)} are counted for ${name}: nothing tells which of the two movements they belong to.`,
        );
  }
  return '';
}
