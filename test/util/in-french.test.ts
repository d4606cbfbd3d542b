import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countDoubt } from '../../src/ingest/count/count-records.js';
import { inFrench, progressInFrench, SENTENCES } from '../../src/util/in-french.js';

const SRC = new URL('../../src', import.meta.url).pathname;
const sourcesOf = (folder: string): string =>
  readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(SRC, folder, file), 'utf8'))
    .join('\n');

/** What code says, as text: hints of rows, with a number or a name where something varies. */
const hintsOf = (code: string): string[] =>
  [...code.matchAll(/hint:\s*(?:'((?:[^'\\]|\\.)*)'|`((?:[^`\\$]|\\.|\$\{[^`{}]*\})*)`)/g)].map(
    ([, plain, slotted]) => (plain ?? slotted ?? '').replace(/\$\{[^{}]*\}/g, '12').replaceAll("\\'", "'"),
  );

/** Said to who programs, not to who runs the command. */
const OF_CODE =
  /corpus\.database|openCorpus|readExports|Java 17|pyspark|Open Food Facts|executors|did you mean|its messages have no column|nothing was written|the fields are|only for|one of $|read 12|rounded this id: 12/;
const MENDED = /^(?:\$|12$)/;

describe('sentences in French', () => {
  it('hold what rows and files are rejected or doubted for', () => {
    const hints = ['ingest', 'normalise', 'engine'].flatMap((folder) => hintsOf(sourcesOf(folder)));
    expect(hints.length).toBeGreaterThan(80);
    const left = hints.filter(
      (hint) => hint !== '' && !OF_CODE.test(hint) && !MENDED.test(hint) && inFrench(hint) === hint,
    );
    expect(left).toEqual([]);
  });

  it('hold what commands tell that they do', () => {
    const tasks = [...sourcesOf('.').matchAll(/\btask: '([^']+)'/g)].map(([, task = '']) => task);
    expect(new Set(tasks).size).toBeGreaterThan(15);
    // always with what is done, in brackets; and a task of Spark
    const left = tasks.filter(
      (task) =>
        !['labels', 'entities'].includes(task) &&
        progressInFrench(`[##] ${task}: 3 of 12 steps`) === `[##] ${task}\u00a0: 3 sur 12 étapes`,
    );
    expect(left).toEqual([]);
    expect(progressInFrench('[##] labels (drawing messages): 1 of 2 steps')).toBe(
      '[##] étiquettes (tirage des messages)\u00a0: 1 sur 2 étapes',
    );
    // what stands in brackets too
    const items = [
      ...[sourcesOf('engine'), sourcesOf('cases')]
        .join('')
        .matchAll(/\btell\((?:'\(?([^')]+)\)?'|`\(([^`]+)\)`)\)/g),
    ].map(([, fixed = '', slotted = '']) => fixed || slotted.replace(/\$\{.*\}/, '3,710'));
    expect(items.length).toBeGreaterThan(5);
    for (const item of items)
      expect(progressInFrench(`[##] merging (${item}): 1 of 2 steps`)).not.toContain(item);
  });

  it('hold why a file or a row is no message, or an archive, a workbook or JSON can not be read', () => {
    const codeOf = (file: string): string => readFileSync(join(SRC, 'ingest', file), 'utf8');
    const said = [
      ...[...codeOf('detect.ts').matchAll(/'not recognised: ([^'$]+)'/g)].map(([, text = '']) => text),
      ...[...codeOf('refused.ts').matchAll(/'(an? [^'$]+)'/g)].map(([, text = '']) => text),
      ...[...codeOf('table/no-message.ts').matchAll(/'((?:an?|one) [^'$]+)'/g)].map(([, text = '']) => text),
      ...[...sourcesOf('ingest').matchAll(/holdsNoMessages: '([^']+)'/g)].map(([, text = '']) => text),
      'a table without a column of text that can be guessed (Nom, Lien): say which with map, e.g. text=COLUMN',
      ...[...codeOf('bytes/zip.ts').matchAll(/(?:\?|return) '([^']+)'/g)].map(([, text = '']) => text),
      'the archive holds more than 12 bytes',
      'an archive (.rar): unpack it, or pack it again as .zip',
      countDoubt(3, 0) ?? '',
    ];
    expect(said.length).toBeGreaterThan(25);
    expect(said.filter((text) => inFrench(text) === text)).toEqual([]);
    expect(inFrench('not read: refused: encrypted: unpack it first, with its password')).toBe(
      'non lu\u00a0: refusé\u00a0: chiffré\u00a0: le décompresser d’abord, avec son mot de passe',
    );
    expect(inFrench('columns "text", "rating", header on row 2')).toBe(
      'colonnes «\u00a0text\u00a0», «\u00a0rating\u00a0», en-tête à la ligne 2',
    );
  });

  it('hold by what a format is known', () => {
    const code = sourcesOf('ingest/formats').replaceAll('\n', ' ');
    const said = [
      ...code.matchAll(
        /\bwhy(?::| =)[^,;}'`]*(?:'([^']+)'|`((?:\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\}|[^`$])+)`)/g,
      ),
      ...code.matchAll(/\b0\.\d+,\s+'([^']+)'/g),
      ...code.matchAll(/\bwhat: '([^']+)'/g),
    ].map(([, plain, slotted]) =>
      (plain ?? slotted ?? '')
        .replace(/\$\{[^{}`?]*\? '([^']*)'[^}]*\}/g, '$1')
        .replace(/\$\{(?:[^{}`]|`[^`]*`|\{[^}]*\})*\}/g, '12'),
    );
    expect(said.length).toBeGreaterThan(90);
    // names of fields and values alone are of no language
    const words = (text: string): string => text.replaceAll(/"[^"]*"|window\.\w+/g, '');
    const left = said.filter((text) => /\s/.test(words(text).trim()) && inFrench(text) === text);
    expect(left).toEqual([]);
  });

  it('hold what a look at a folder tells', () => {
    expect(
      [
        'read 251 files, 1 new event, 0 delivered, 0 to deliver',
        '2007 read = 1988 kept + 0 duplicates + 19 rejected',
        '  a.csv: nothing was kept: 3 rows rejected',
        '  b.csv: nothing was kept: 1 row rejected',
      ].map(inFrench),
    ).toEqual([
      'lus\u00a0: 251 fichiers\u202f; 1 événement nouveau, 0 transmis, 0 à transmettre',
      '2007 lues = 1988 gardées + 0 doublon + 19 rejetées',
      '  a.csv\u00a0: rien n’est gardé\u00a0: 3 lignes rejetées',
      '  b.csv\u00a0: rien n’est gardé\u00a0: 1 ligne rejetée',
    ]);
  });

  it('are of sentences that code says', () => {
    const said = sourcesOf('.').replaceAll(/\\'/g, "'").replaceAll(/\s+/g, ' ');
    // of each, one part in which nothing varies; short ones may stand anywhere
    const partsOf = (english: string): string[] =>
      english
        .split(/\{\}|"|'|[:;,()] ?| {2,}|\d+ /)
        .map((part) => part.trim())
        .filter((part) => part.split(' ').length > 2);
    // said by Node, or put together of words
    const node =
      /^Unknown option|^Option |^1 more reason|^expected a (?:whole )?number from|left of this file$/;
    const gone = Object.keys(SENTENCES).filter((english) => {
      const parts = partsOf(english);
      return !node.test(english) && parts.length > 0 && !parts.some((part) => said.includes(part));
    });
    expect(gone).toEqual([]);
  });

  it('leave what stands in quotes as its writer named it', () => {
    expect(inFrench('avis.csv, column "NAME": row 3')).toBe(
      'avis.csv, colonne «\u00a0NAME\u00a0»\u00a0: ligne 3',
    );
    expect(inFrench('no file "can\'t be read"')).toBe("aucun fichier «\u00a0can't be read\u00a0»");
  });

  it('use each of what varies, once or more', () => {
    for (const [english, french] of Object.entries(SENTENCES)) {
      const slots = english.split('{}').length - 1;
      const used = new Set([...french.matchAll(/\{(\d)[|?}]/g)].map(([, at]) => Number(at)));
      expect(
        [...used].every((at) => at >= 1 && at <= slots),
        english,
      ).toBe(true);
    }
  });
});

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

it('tells a place, what is wrong and what to do', () => {
  expect(
    plain(inFrench('deversoir report: no corpus in nix: make one with: deversoir ingest PATH... --out DIR')),
  ).toBe('deversoir report : aucun corpus dans nix : en faire un : deversoir ingest CHEMIN... --out DOSSIER');
  expect(
    plain(
      inFrench(
        '  doubt: a.csv, b.csv and 3 more, column "Jour" (12 rows): no date of the file decides: read day first; settle it with dateOrder (dmy or mdy)',
      ),
    ),
  ).toBe(
    '  doute : a.csv, b.csv et 3 autres, colonne « Jour » (12 lignes) : aucune date du fichier ne tranche : le jour est lu d’abord ; trancher avec --date-order (dmy ou mdy)',
  );
});

it('tells replies that answer nothing, items of a feed after its name, and one file of a format', () => {
  const answers = (count: string): string =>
    plain(
      inFrench(
        `  doubt: t.xml: ${count} replies answer no message of these exports: export the customers' messages too; where they are many, reply rates and delays of the channel are not measured`,
      ),
    );
  expect(answers('1 of 104')).toBe(
    '  doute : t.xml : 1 des 104 réponses ne répond à aucun message de ces exports : exporter aussi les messages des clients ; là où elles sont nombreuses, les taux et délais de réponse du canal ne sont pas mesurés',
  );
  expect(answers('3 of 158')).toContain('3 des 158 réponses ne répondent à aucun message');
  expect(
    plain(inFrench('  f.xml: 5 items read as press articles, 0 as public posts, 0 as public comments')),
  ).toBe(
    '  f.xml : 5 entrées lues comme articles de presse, 0 comme publications, 0 comme commentaires publics',
  );
  expect(inFrench('       775         770           0           5  brandwatch          1 file')).toBe(
    '       775         770           0           5  brandwatch          1 fichier',
  );
});

it('agrees a count with its noun: 0 and 1 are singular', () => {
  const read = (count: number): string =>
    plain(inFrench(`  ${count} read: ${count === 1 ? '1 record' : `${count} records`}, 0 rejected`));
  expect([read(0), read(1), read(2)]).toEqual([
    '  0 lu : 0 enregistrement, 0 rejeté',
    '  1 lu : 1 enregistrement, 0 rejeté',
    '  2 lus : 2 enregistrements, 0 rejeté',
  ]);
  expect(
    [
      '1 read = 1 kept + 0 duplicates + 0 rejected; 1 of the kept are near duplicates',
      '  a.csv, b.csv, c.csv and 1 more: header on row 6',
      '  doubt: a.csv: 2 dates are only valid day first, 1 only month first: read day first; settle it with dateOrder (dmy or mdy)',
      '  could also be eml (0.80): mail headers from, to',
      'a.csv: 1 of the first 1 lines begin with date, time and a dash',
    ].map((line) => plain(inFrench(line))),
  ).toEqual([
    '1 lue = 1 gardée + 0 doublon + 0 rejetée ; parmi les gardées, 1 presque identique à une autre',
    '  a.csv, b.csv, c.csv et 1 autre : en-tête à la ligne 6',
    '  doute : a.csv : 2 dates ne valent que jour d’abord, 1 que mois d’abord : le jour est lu d’abord ; trancher avec --date-order (dmy ou mdy)',
    '  pourrait aussi être eml (0,80) : en-têtes de courriel from, to',
    'a.csv : 1 des 1 premières lignes commence par date, heure et tiret',
  ]);
  expect(plain(progressInFrench('[##] measuring: 1 of 1 metrics'))).toBe('[##] mesure : 1 sur 1 mesure');
});

it('tells day and month, and ids that a spreadsheet rounded', () => {
  const said = [
    'nothing in the file says whether day or month comes first; read month first; --date-order dmy reads the other',
    'every day and month could be either; read day first because only so the messages follow in time; --date-order mdy reads the other',
    'a spreadsheet has rounded this id: taken from the address; export again and do not open it in a spreadsheet',
  ].map((hint) => plain(inFrench(hint)));
  expect(said).toEqual([
    'rien dans le fichier ne dit si le jour ou le mois vient d’abord ; le mois est lu d’abord ; --date-order dmy lit l’autre',
    'chaque jour et chaque mois peut être l’un ou l’autre ; le jour est lu d’abord, car les messages ne se suivent qu’ainsi ; --date-order mdy lit l’autre',
    'un tableur a arrondi cet identifiant : repris de l’adresse ; exporter de nouveau, sans ouvrir dans un tableur',
  ]);
});

it('writes the decimals of a figure with a comma', () => {
  expect(
    ['macro-F1 64.5% on held-out folds', 'gain -0.3 points, 95% interval -1.2 to 0.6', 'column "1.5"'].map(
      (line) => plain(inFrench(line)),
    ),
  ).toEqual([
    'macro-F1 64,5 % sur les plis mis de côté',
    'gain de -0,3 point, intervalle à 95 % de -1,2 à 0,6',
    'colonne « 1.5 »',
  ]);
});

it('leaves alone what it does not know', () => {
  expect(['un message : bonjour', 'x: y', ''].map(inFrench)).toEqual(['un message : bonjour', 'x: y', '']);
  expect(progressInFrench('[##--] weaving cloth, 3 of 9 looms')).toBe('[##--] weaving cloth, 3 of 9 looms');
});

it('reads a line of many colons, as a hostile name of a column may have, in little time', () => {
  const name = 'a: '.repeat(60);
  expect(plain(inFrench(`avis.csv, column "${name}"`))).toBe(plain(`avis.csv, colonne « ${name} »`));
  expect(plain(inFrench(`${'no corpus in nix: make one with: '.repeat(30)}x`))).toMatch(
    /^aucun corpus dans nix/,
  );
});
