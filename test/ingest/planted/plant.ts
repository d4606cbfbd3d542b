import { memorySource } from '../../../src/ingest/bytes/byte-source.js';
import { openSource } from '../../../src/ingest/bytes/open-file.js';
import { readSurveyed } from '../../../src/ingest/reader.js';
import type { ReadOptions } from '../../../src/ingest/source.js';
import { surveyFile } from '../../../src/ingest/survey-file.js';
import { type Walked, walkArchive } from '../../../src/ingest/walk.js';
import { seededRandom } from '../../../src/util/random.js';

/** A message made up for a layout. */
export interface Planted {
  readonly id: string;
  readonly author: string;
  readonly at: Date;
  readonly rating: number;
  readonly text: string;
}

/** A file in which an accident happened, and what must come of it. */
export interface PlantedLayout {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Texts that must be kept as they are. */
  readonly texts: readonly string[];
  /** What else stands in the file and is no message: rejected, each told. */
  readonly rejects?: number;
  /** Several records come of one that is counted. */
  readonly several?: true;
  readonly options?: ReadOptions;
}

/** What happens to a file: its place in the family, the messages, a number that varies it. */
export type Accident = (planted: readonly Planted[], seed: number) => Omit<PlantedLayout, 'name'>;

const SUBJECTS = [
  'Le beurre',
  'Mon colis',
  'La crème',
  'Votre application',
  'Le pot de miel',
  'Le livreur',
  'La notice',
  'Ce yaourt',
];
const FACTS = [
  'est arrivé ouvert, avec 3,50 € de frais ; rien de plus',
  'n’a aucun goût : "fade", dit ma fille',
  'manque depuis mardi — et l’emballage, alors, déjà déchiré',
  'fonctionne mal depuis la version 2.1 (celle de mars)',
  'a changé de recette <b>sans</b> prévenir & sans excuse',
  'me plaît beaucoup 😀, merci à l’équipe du rayon frais',
  'sent le brûlé, 12/03 ou 13/03 je ne sais plus',
  'coûte 20 % de plus qu’à Évreux, c’est écrit en tout petit',
];
const PEOPLE = ['Zoé', 'Léo', 'Inès', 'Paul', 'Maëlle', 'Nino'];

/** Made-up messages: the same for the same seed. */
export function plant(seed: number, least = 5): readonly Planted[] {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const count = least + below(5);
  return Array.from({ length: count }, (_, at) => ({
    id: `${seed}00${at + 1}`,
    author: PEOPLE[below(PEOPLE.length)] ?? '',
    at: new Date(Date.UTC(2026, 2, 1 + at, 8 + below(10), below(60))),
    rating: 1 + below(5),
    text: `${SUBJECTS[below(SUBJECTS.length)]} ${FACTS[(below(FACTS.length) + at) % FACTS.length]}, numéro ${at + 1} de ${seed}.`,
  }));
}

type Making = (...of: Parameters<Accident>) => ReturnType<Accident> | Promise<ReturnType<Accident>>;

/** Layouts of a family: each accident with so many plantings. */
export const layoutsOfFamily = (
  family: string,
  accidents: Readonly<Record<string, Making>>,
  seeds: number,
): readonly (() => Promise<PlantedLayout>)[] =>
  Object.entries(accidents).flatMap(([accident, make], at) =>
    Array.from({ length: seeds }, (_, seed) => async () => ({
      name: `${family}, ${accident}, ${seed + 1}`,
      ...(await make(plant(100 * at + seed + 1), seed)),
    })),
  );

const spaced = (text: string): string => text.replaceAll(/\r\n?/g, '\n').trim();

/** What is wrong with what came of a layout; empty: every planted text is kept as it was, all else rejected, the account balances. */
export async function flawsOf(layout: PlantedLayout): Promise<string[]> {
  const { name, file: path, bytes, texts, rejects: others = 0, several, options = {} } = layout;
  const opened = await openSource(path, memorySource(bytes), async () => undefined, {
    headerRow: options.headerRow,
  });
  const walked: Walked[] = [];
  if (opened.kind === 'archive')
    for await (const one of walkArchive(path, opened.listing, 1)) walked.push(one);
  else for (const file of [opened.file, ...(opened.others ?? [])]) walked.push({ path: file.path, file });
  const kept: string[] = [];
  const flaws: string[] = [];
  const said: string[] = [];
  let rejected = 0;
  for (const one of walked) {
    const surveyed = await surveyFile(one, options);
    let records = 0,
      rejects = 0;
    for await (const event of readSurveyed(one, surveyed, options)) {
      if (event.type === 'batch') {
        records += event.records.length;
        rejects += event.rejects.length;
        kept.push(...event.records.flatMap(({ text }) => (text === undefined ? [] : [spaced(text)])));
        said.push(...event.rejects.map(({ hint }) => hint));
      } else if (event.type === 'fileEnd') {
        if (event.read !== records + rejects || event.rejected !== rejects)
          flaws.push(`${event.read} read, ${records} records and ${rejects} rejects`);
        if (surveyed.found === null) flaws.push('not counted');
        else if (several ? surveyed.found > event.items : surveyed.found !== event.items)
          flaws.push(`${surveyed.found} found, ${event.items} read or rejected`);
        if (event.format === null) flaws.push(event.notes.join('; '));
      }
    }
    rejected += rejects;
  }
  const wanted = texts.map(spaced).toSorted(),
    got = kept.toSorted();
  if (wanted.join('\0') !== got.join('\0')) {
    const lost = wanted.filter((text) => !got.includes(text)),
      more = got.filter((text) => !wanted.includes(text));
    flaws.push(
      `${got.length} texts of ${wanted.length}; lost ${JSON.stringify(lost.slice(0, 2))}, other ${JSON.stringify(more.slice(0, 2))}`,
    );
  }
  if (rejected !== others) flaws.push(`${rejected} rejected, not ${others}: ${said.slice(0, 3).join('; ')}`);
  return flaws.map((flaw) => `${name}: ${flaw}`);
}
