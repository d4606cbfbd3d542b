import type { ReportingArticle } from './public-movement.js';
import type { Movement } from './reporting-articles.js';

/** A movement with what it is about, first what stands out most. */
export type Told = Movement & { readonly subjects: readonly string[] };

/** What the articles of a movement without a burst speak of: each counts its drivers by rank (1, ½, ⅓, …); those over half of the first. */
function reportedSubjects(articles: readonly ReportingArticle[]): string[] {
  const weights = new Map<string, number>();
  for (const { drivers } of articles)
    drivers.forEach((driver, rank) => weights.set(driver, (weights.get(driver) ?? 0) + 1 / (rank + 1)));
  const ranked = [...weights].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)),
    most = ranked[0]?.[1] ?? 0;
  return ranked.filter(([, weight]) => weight > most / 2).map(([driver]) => driver);
}

/** Subjects of a movement, three at most: of its messages, or of its articles when few voices have spoken. */
export function driversOf({ burst, subjects, articles }: Told): string[] {
  const reported = burst ? [] : reportedSubjects(articles);
  return (reported.length > 0 ? reported : subjects).slice(0, 3);
}

/** Movements with what their sheets are called by: brand, first subject, day (UTC) of the start; the second of one name and day ends with its number. */
export function withSheetIds<One extends Told>(
  movements: readonly One[],
): (One & { readonly sheetId: string })[] {
  const times = new Map<string, number>();
  return movements.map((one) => {
    const name = [one.brand, driversOf(one)[0] ?? 'all', new Date(one.start).toISOString().slice(0, 10)].join(
      '|',
    );
    const nth = (times.get(name) ?? 0) + 1;
    times.set(name, nth);
    return { ...one, sheetId: nth === 1 ? name : `${name}|${nth}` };
  });
}
