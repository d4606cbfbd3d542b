import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCli } from '../../src/cli/run.js';
import { Aviary } from './birds.js';
import { birdsOf, PACKED, type Escape } from './hunt.js';
import { namedExports, ownExports } from './own-exports.js';
import { landFile, plant, type Landings } from './plant.js';

export const KEY = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

/** Columns of the export that stay as they are, and why. A value that a record also gives as a person's, or as an id, is not among them. */
export const KEPT: Readonly<Record<string, string>> = {
  title: 'the subject of a private mail or ticket is its customer’s own words: masked like a text',
  attributeName: 'names of columns are those of the table, masked like a text',
  attributes: 'columns of the export that no other takes, unless their name or their value tells of a person',
  file: 'names of exports that are seen to be public, given after what they hold: contacts and handles masked',
  page: 'the page, paper or site on which others write, and the brand or query that the export is about',
  store: 'the shop',
  product: 'the product',
  region: 'the region',
  campaign: 'the campaign',
  segment: 'the segment',
  platform: 'a network that the export names',
};

const samples = (name: string): string => fileURLToPath(new URL(`../ingest/${name}`, import.meta.url));
/** Persons in the names of fixtures. */
const NAMED = /Inès|ines_abc123|ines_1|Crèmerie|Fromagerie|Paul/g;

export interface Flock {
  readonly folder: string;
  readonly exports: string;
  readonly broken: string;
  readonly planted: number;
  /** Escapes that nothing allows, as `bird (where it was read): place`, each place once. */
  readonly escaped: (escapes: readonly Escape[], from?: 'whole' | 'broken') => string[];
}

/** Plants canaries in the fixtures of all formats and in exports of our own, under `folder`. */
export async function plantAll(folder: string, sets: readonly string[], patience: number): Promise<Flock> {
  const aviary = new Aviary();
  const landings: Landings = new Map();
  const ofBroken: Landings = new Map();
  const [exports, broken, scratch] = ['exports', 'broken', 'scratch'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const put = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  const people = new Map<string, string>();
  let planted = 0;
  for (const set of sets)
    for (const name of readdirSync(samples(set), { recursive: true, encoding: 'utf8' }).toSorted()) {
      const path = join(samples(set), name);
      if (/expected/.test(name) || statSync(path).isDirectory()) continue;
      const {
        whole,
        broken: cut,
        values,
      } = await plant(name, readFileSync(path), scratch, { aviary, landings, patience });
      planted += values;
      const renamed = name.replaceAll(NAMED, (person) => {
        const known = people.get(person) ?? aviary.name();
        people.set(person, known);
        return known;
      });
      put(join(exports, set, renamed), whole);
      put(join(broken, set, renamed), cut);
      if (patience > 100) await landFile(join(broken, set, renamed), ofBroken);
    }
  for (const [name, content] of Object.entries(ownExports(aviary))) {
    put(join(exports, 'own', name), content);
    await landFile(join(exports, 'own', name), landings);
  }
  /** Birds that no column excuses. */
  const named = new Set<string>();
  for (const [name, content] of Object.entries(namedExports(aviary))) {
    put(join(exports, 'named', name), content);
    for (const bird of birdsOf(Buffer.from(content))) named.add(bird);
  }
  const fieldsOf = (bird: string, from: Landings): string[] => [...(from.get(bird) ?? [])];
  const isKept = (bird: string, from: Landings): boolean => {
    if (named.has(bird)) return false;
    const fields = fieldsOf(bird, from).map((one) => /: (\w+)/.exec(one)?.[1] ?? '');
    return (
      ['page', 'title'].some((field) => fields.includes(field)) ||
      (fields.length > 0 && fields.every((field) => field in KEPT))
    );
  };
  return {
    folder,
    exports,
    broken,
    planted,
    escaped: (escapes, which = 'whole') => {
      const from = which === 'whole' ? landings : ofBroken;
      return [
        ...new Set(
          escapes
            .filter(
              ({ bird, place }) =>
                !isKept(bird, from) && (from.has(bird) || named.has(bird) || !place.endsWith(PACKED)),
            )
            .map(
              ({ bird, place }) => `${bird} (${fieldsOf(bird, from).join(', ') || 'in no record'}): ${place}`,
            ),
        ),
      ];
    },
  };
}

/** Runs a command as a user would; what it says is hunted through. */
export async function command(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly said: string; readonly escapes: readonly Escape[] }> {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const code = await runCli(args, {
    out: say,
    err: say,
    progress: (one) => say(JSON.stringify(one)),
    env: { DEVERSOIR_KEY: KEY, DEVERSOIR_DEBUG: '1', ...env },
  });
  const said = lines.join('\n');
  return {
    code,
    said,
    escapes: [...birdsOf(Buffer.from(said))].map((bird) => ({ bird, place: `terminal of ${args[0]}` })),
  };
}
