import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../src/pipeline.js';
import { openDatabase } from '../../../src/engine/database.js';
import { barcode, readProductFacts, type ProductFacts } from '../../../src/engine/product-facts.js';
import { productMatcher } from '../../../src/metrics/sector/product-match.js';
import { productTruth } from '../../../src/metrics/sector/product-truth.js';
import { scoreAppMentions } from '../../../src/metrics/sector/score-app-mentions.js';
import type { EnrichedMessage } from '../../../src/model/index.js';
import { seededRandom } from '../../../src/util/random.js';
import { fakeCorpus } from '../fake-corpus.js';
import { temporaryFolder } from '../../temporary-folder.js';

/** The columns of general information of the published tab-separated export, in its order (data fields of Open Food Facts). */
const HEADER =
  'code url creator created_t created_datetime last_modified_t last_modified_datetime last_modified_by last_updated_t last_updated_datetime product_name abbreviated_product_name generic_name quantity packaging packaging_tags packaging_en packaging_text brands brands_tags brands_en categories categories_tags categories_en origins origins_tags origins_en manufacturing_places manufacturing_places_tags labels labels_tags labels_en emb_codes emb_codes_tags first_packaging_code_geo cities cities_tags purchase_places stores countries countries_tags countries_en ingredients_text ingredients_tags ingredients_analysis_tags allergens allergens_en traces traces_tags traces_en serving_size serving_quantity no_nutriments additives_n additives additives_tags additives_en nutriscore_score nutriscore_grade nova_group pnns_groups_1 pnns_groups_2 food_groups food_groups_tags food_groups_en states states_tags states_en brand_owner environmental_score_score environmental_score_grade nutrient_levels_tags product_quantity owner data_quality_errors_tags unique_scans_n popularity_tags completeness last_image_t last_image_datetime main_category main_category_en image_url image_small_url energy-kj_100g energy-kcal_100g energy_100g fat_100g saturated-fat_100g carbohydrates_100g sugars_100g fiber_100g proteins_100g salt_100g sodium_100g'.split(
    ' ',
  );

/** A made-up barcode of the range kept for shops' own use, with its check digit. */
function codeOf(rank: number): string {
  const body = `20${String(rank).padStart(10, '0')}`;
  const sum = [...body]
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return body + String((10 - (sum % 10)) % 10);
}

const PRODUCTS: readonly Readonly<Record<string, string>>[] = [
  {
    code: codeOf(1),
    product_name: 'Yaourt brassé vanille 4 x 125 g',
    brands: 'Maison Brel',
    nutriscore_grade: 'b',
    nova_group: '3',
    additives_tags: '',
    origins_tags: 'en:france',
    labels_tags: 'en:organic,fr:ab-agriculture-biologique',
  },
  {
    code: codeOf(2),
    product_name: 'Yaourt brassé "recette d’antan" fraise',
    brands: 'Maison Brel,Brel',
    nutriscore_grade: 'c',
    nova_group: '4',
    additives_tags: 'en:e120,en:e440',
    origins_tags: '',
    labels_tags: '',
  },
  {
    code: codeOf(3),
    product_name: 'Compote pomme sans sucres ajoutés',
    brands: 'Ferme Anou',
    nutriscore_grade: 'a',
    nova_group: '1',
    additives_tags: '',
    origins_tags: '',
    labels_tags: '',
  },
  {
    code: codeOf(4),
    product_name: 'Crème dessert chocolat',
    brands: 'Maison Brel',
    nutriscore_grade: 'unknown',
    nova_group: '',
    additives_tags: '',
    origins_tags: '',
    labels_tags: '',
  },
  {
    code: '123',
    product_name: 'Code abîmé',
    brands: 'Maison Brel',
    nutriscore_grade: 'e',
    nova_group: '4',
    additives_tags: '',
    origins_tags: '',
    labels_tags: '',
  },
];
const tsv = [HEADER, ...PRODUCTS.map((product) => HEADER.map((column) => product[column] ?? ''))]
  .map((cells) => cells.join('\t'))
  .join('\n');

const folder = temporaryFolder();

describe('readProductFacts', () => {
  const expected: Partial<ProductFacts>[] = [
    {
      code: codeOf(1),
      name: 'Yaourt brassé vanille 4 x 125 g',
      brands: ['Maison Brel'],
      nutriScore: 'b',
      nova: 3,
      additives: [],
      origins: ['en:france'],
      labels: ['en:organic', 'fr:ab-agriculture-biologique'],
    },
    {
      code: codeOf(2),
      name: 'Yaourt brassé "recette d’antan" fraise',
      brands: ['Maison Brel', 'Brel'],
      nutriScore: 'c',
      nova: 4,
      additives: ['en:e120', 'en:e440'],
    },
    { code: codeOf(4), nutriScore: null, nova: null },
  ];
  const wish = { brands: ['MAISON-BREL'] };

  it('reads their tab-separated export, plain and gzip, and counts every row', async () => {
    for (const [name, bytes] of [
      ['en.openfoodfacts.org.products.csv', Buffer.from(tsv)],
      ['en.openfoodfacts.org.products.csv.gz', gzipSync(tsv)],
    ] as const) {
      const file = join(folder, name);
      writeFileSync(file, bytes);
      const { products, ...counts } = await readProductFacts(file, wish);
      expect(products).toMatchObject(expected);
      // The compote is of another brand, one barcode has a wrong check digit.
      expect(counts).toEqual({ read: 5, kept: 3, left: 1, rejected: 1 });
    }
  });

  it('reads a compressed export that is longer than what its header is read from', async () => {
    const file = join(folder, 'long.csv.gz');
    const random = seededRandom(3);
    const other = (at: number): string =>
      HEADER.map((column) =>
        column === 'code' ? codeOf(at) : column === 'brands' ? 'Autre' : String(random()),
      ).join('\t');
    writeFileSync(
      file,
      gzipSync(`${tsv}\n${Array.from({ length: 300 }, (_, at) => other(100 + at)).join('\n')}`),
    );
    const { products, ...counts } = await readProductFacts(file, wish);
    expect(products).toMatchObject(expected);
    expect(counts).toEqual({ read: 305, kept: 3, left: 301, rejected: 1 });
  });

  it('reads a CSV that was cut out of the Parquet, its names and tags being lists in texts, and one of few columns', async () => {
    const [source, cut, few] = ['cut.jsonl', 'cut.csv', 'few.csv'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    const list = (tags = ''): string[] => tags.split(',').filter(Boolean);
    const lines = PRODUCTS.map((product) =>
      JSON.stringify({
        ...product,
        product_name: [
          { lang: 'main', text: 'Name' },
          { lang: 'fr', text: product['product_name'] },
        ],
        additives_tags: list(product['additives_tags']),
        origins_tags: list(product['origins_tags']),
        labels_tags: list(product['labels_tags']),
      }),
    );
    writeFileSync(source, lines.join('\n'));
    const database = await openDatabase();
    await database.run(`COPY (FROM '${source}') TO '${cut}' (HEADER)`);
    await database.run(
      `COPY (SELECT code, product_name[2].text AS product_name, brands FROM '${source}') TO '${few}' (HEADER)`,
    );
    database.close();
    expect((await readProductFacts(cut, wish)).products).toMatchObject(expected);
    expect((await readProductFacts(few, wish)).products[0]).toEqual({
      code: codeOf(1),
      name: 'Yaourt brassé vanille 4 x 125 g',
      brands: ['Maison Brel'],
      nutriScore: null,
      nova: null,
      additives: [],
      origins: [],
      labels: [],
    });
  });

  it('reads JSONL, with lists and numbers', async () => {
    const file = join(folder, 'openfoodfacts-products.jsonl');
    const lines = PRODUCTS.map((product) =>
      JSON.stringify({
        ...product,
        // the main language of the second is English
        ...(product['code'] === codeOf(2) && {
          product_name: 'Stirred yogurt',
          product_name_fr: product['product_name'],
        }),
        nova_group: product['nova_group'] ? Number(product['nova_group']) : null,
        additives_tags: (product['additives_tags'] ?? '').split(',').filter(Boolean),
        origins_tags: (product['origins_tags'] ?? '').split(',').filter(Boolean),
        labels_tags: (product['labels_tags'] ?? '').split(',').filter(Boolean),
        nutriments: { sugars_100g: 12 },
      }),
    );
    writeFileSync(file, `${lines.join('\n')}\n`);
    expect((await readProductFacts(file, wish)).products).toMatchObject(expected);
  });

  it('reads Parquet, with names as (lang, text)', async () => {
    const file = join(folder, 'food.parquet');
    const database = await openDatabase();
    const list = (text = ''): string =>
      text === ''
        ? '[]::VARCHAR[]'
        : `[${text
            .split(',')
            .map((tag) => `'${tag}'`)
            .join(', ')}]`;
    const rows = PRODUCTS.map(
      (product) => `SELECT '${product['code']}' AS code,
        [{'lang': 'main', 'text': 'Name'}, {'lang': 'fr', 'text': '${product['product_name']?.replaceAll("'", "''")}'}] AS product_name,
        '${product['brands']}' AS brands, '${product['nutriscore_grade']}' AS nutriscore_grade,
        ${product['nova_group'] || 'NULL'}::INTEGER AS nova_group, ${list(product['additives_tags'])} AS additives_tags,
        '${product['origins_tags']}' AS origins_tags, ${list(product['labels_tags'])} AS labels_tags`,
    );
    await database.run(`COPY (${rows.join(' UNION ALL ')}) TO '${file}' (FORMAT parquet)`);
    database.close();
    expect((await readProductFacts(file, wish)).products).toMatchObject(expected);
    expect((await readProductFacts(file, { codes: [codeOf(3)] })).products.map(({ name }) => name)).toEqual([
      'Compote pomme sans sucres ajoutés',
    ]);
  });

  it('says what is no extract', async () => {
    const file = join(folder, 'other.csv');
    writeFileSync(file, 'id,text\n1,a\n');
    await expect(readProductFacts(file)).rejects.toThrow('no column code, product_name, brands');
    await expect(readProductFacts(join(folder, 'nowhere.csv'))).rejects.toThrow('does not exist');
  });
});

describe('barcode', () => {
  it('wants a right check digit and gives 13 digits', () => {
    expect(barcode('96385074')).toBe('0000096385074');
    expect(barcode('036000291452')).toBe('0036000291452');
    expect(barcode('3 017620-422003')).toBe('3017620422003');
    expect(barcode('3017620422004')).toBeUndefined();
    expect(barcode('12')).toBeUndefined();
  });
});

describe('productMatcher', () => {
  it('is right at least 97 times of 100 where it tells a match, on mentions as people write them', () => {
    const random = seededRandom(9);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const bases = [
      'yaourt brassé',
      'yaourt à la grecque',
      'compote',
      'crème dessert',
      'fromage blanc',
      'riz au lait',
      'biscuit sablé',
      'jus',
      'soupe',
      'glace',
      'céréales',
      'purée',
      'barre',
      'tarte',
      'lait',
    ];
    const flavours = [
      'vanille',
      'fraise',
      'pomme',
      'poire',
      'chocolat',
      'noisette',
      'citron',
      'abricot',
      'framboise',
      'caramel',
      'nature',
      'coco',
      'mangue',
      'pêche',
      'amande',
    ];
    const twists = [
      '',
      'allégé',
      'bio',
      'sans sucres ajoutés',
      'recette gourmande',
      'au lait entier',
      'édition limitée',
      'protéiné',
    ];
    const sizes = ['4 x 125 g', '500 g', '1 L', 'lot de 2', '90g', '33 cl'];
    const brands = ['Maison Brel', 'Ferme Anou', 'Val Doré', 'Les Trois Prés'];
    const products: ProductFacts[] = [];
    const seen = new Set<string>();
    while (products.length < 400) {
      const brand = pick(brands),
        name = [pick(bases), pick(flavours), pick(twists)].filter(Boolean).join(' ');
      if (seen.has(brand + name)) continue;
      seen.add(brand + name);
      products.push({
        code: codeOf(products.length + 10),
        name: `${name} ${pick(sizes)}`,
        brands: [brand],
        nutriScore: pick(['a', 'b', 'c', 'd', 'e'] as const),
        nova: 3,
        additives: [`en:e${products.length}`],
        origins: [],
        labels: [],
      });
    }
    // A fifth of the products that people speak of are not in the extract.
    const listed = products.filter((_, at) => at % 5 > 0);
    const matcher = productMatcher(listed);
    const typo = (word: string): string =>
      word.length > 5 && random() < 0.06 ? word.slice(0, 3) + word.slice(4) : word;
    let told = 0,
      right = 0,
      here = 0;
    for (let mention = 0; mention < 1500; mention++) {
      const product = pick(products);
      const name = product.name.replace(/\s*(?:\d+ x )?\d+ ?(?:g|l|cl)$|\s*lot de 2$/i, '');
      const words = name
        .split(' ')
        .filter((word) => random() > 0.12 || word === 'à')
        .map(typo);
      const written = `${random() < 0.3 ? 'les ' : ''}${words.join(' ')}${random() < 0.2 ? 's' : ''}`;
      const code = random() < 0.1 ? product.code : null;
      if (listed.includes(product)) here++;
      const match = matcher.match({
        code,
        brand: random() < 0.5 ? (product.brands[0] ?? '').toUpperCase() : (product.brands[0] ?? ''),
        product: written,
      });
      if (match === undefined) continue;
      told++;
      if (match.product.code === product.code) right++;
    }
    console.log(`products: told ${told} of ${here}, right ${right}`);
    expect(right / told).toBeGreaterThanOrEqual(0.97);
    expect(right / here).toBeGreaterThan(0.4);
  });

  it('tells nothing without a brand, nor between two products of other facts', () => {
    const one = { brands: ['Val Doré'], nova: 3, additives: [], origins: [], labels: [] } as const;
    const matcher = productMatcher([
      { ...one, code: codeOf(1), name: 'Soupe tomate', nutriScore: 'a' },
      { ...one, code: codeOf(2), name: 'Soupe tomate basilic', nutriScore: 'c' },
    ]);
    expect(matcher.match({ brand: null, product: 'Soupe tomate' })).toBeUndefined();
    expect(matcher.match({ brand: 'Val Doré', product: 'soupe' })).toBeUndefined();
    expect(matcher.match({ brand: 'Val Doré', product: 'soupe tomate basilic' })?.product.nutriScore).toBe(
      'c',
    );
    expect(matcher.match({ brand: null, product: null, code: codeOf(2) })?.by).toBe('barcode');
  });
});

describe('productTruth', () => {
  const on = (
    count: number,
    product: string,
    tone: string,
    rest: Partial<EnrichedMessage> = {},
  ): Partial<EnrichedMessage>[] =>
    Array.from({ length: count }, () => ({
      text: 'Trop sucré',
      product,
      brands: ['Maison Brel'],
      drivers: ['nutrition'],
      driverSentiments: [tone],
      ...rest,
    }));

  it('sets the rank of the tone beside the rank of the grade', async () => {
    const file = join(folder, 'facts.tsv');
    writeFileSync(file, tsv);
    const corpus = await fakeCorpus({
      messages: [
        ...on(6, 'Yaourt brassé vanille', 'negative'),
        ...on(6, 'Yaourt brassé fraise recette d’antan', 'positive'),
        ...on(2, 'Crème dessert chocolat', 'negative'),
        { text: 'Bon', product: 'Yaourt brassé vanille', brands: ['Maison Brel'] },
        { text: `Code ${codeOf(3)}, sans goût`, brands: [] },
        { text: 'Rien', product: 'Fromage inconnu', brands: ['Maison Brel'] },
      ],
    });
    const metric = await productTruth(corpus, { productFacts: file });
    // Vanilla: B but all negative; strawberry: C but all positive. Rank 2 − 1 and 1 − 2.
    expect(
      metric
        .rows()
        .map(({ code, nutriScore, matchedBy, n, nutritionN, tone, gap, gapLow, gapHigh }) => [
          code,
          nutriScore,
          matchedBy,
          n,
          nutritionN,
          tone,
          gap,
          gapLow,
          gapHigh,
        ]),
    ).toEqual([
      [codeOf(1), 'b', 'name', 7, 6, -1, 1, 1, 1],
      [codeOf(2), 'c', 'name', 6, 6, 1, -1, -1, -1],
      [codeOf(4), null, 'name', 2, 2, -1, null, null, null],
      [codeOf(3), 'a', 'barcode', 1, 0, null, null, null, null],
    ]);
    expect([metric.value, metric.n]).toEqual([16, 17]);
  });

  it('joins exports that give an EAN for some rows and a name as written for others, right at least 97 times of 100', async () => {
    const names =
      'Yaourt brassé vanille;Yaourt brassé fraise;Yaourt brassé nature;Skyr myrtille;Fromage blanc 3,2 %;Crème dessert chocolat;Crème dessert caramel;Compote pomme;Compote pomme poire;Riz au lait vanille;Île flottante;Lait demi-écrémé bio;Beurre doux;Beurre demi-sel;Soupe potiron châtaigne;Kéfir nature'.split(
        ';',
      );
    // the last three are sold, and not in the extract
    const extract = names
      .slice(0, -3)
      .map((product_name, at) => ({
        code: codeOf(at + 1),
        product_name,
        brands: 'Val Doré',
        nutriscore_grade: 'abcde'[at % 5] as string,
        additives_tags: `en:e${100 + at}`,
      }));
    const lines = [
      HEADER,
      ...extract.map((product) => HEADER.map((column) => (product as Record<string, string>)[column] ?? '')),
    ];
    writeFileSync(join(folder, 'walk.csv'), lines.map((cells) => cells.join('\t')).join('\n'));
    const written: readonly ((name: string) => string)[] = [
      () => '',
      (name) => name.toUpperCase(),
      (name) => `${name} 4x125 g`,
      (name) => name.normalize('NFD').replaceAll(/\p{M}/gu, ''),
      (name) => name.split(' ')[0] as string,
    ];
    const reviews = names.flatMap((name, at) =>
      written.map((write, way) =>
        [
          `a${at}-${way}`,
          `2026-03-${10 + way} 10:00`,
          '1',
          `Beaucoup trop sucré pour moi : avis ${at} ${way}`,
          `"${write(name)}"`,
          way === 0 ? codeOf(at + 1) : '',
          'Val Doré',
        ].join(','),
      ),
    );
    const exported = join(folder, 'avis.csv');
    writeFileSync(exported, ['ID avis,Date,Note,Commentaire,Produit,EAN,Marque', ...reviews].join('\n'));
    const corpus = await buildCorpus(exported, join(folder, 'walk-corpus'), {
      key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      zone: 'Europe/Paris',
    });
    const rows = (await productTruth(corpus, { productFacts: join(folder, 'walk.csv') })).rows();
    corpus.close();
    const told = rows.reduce((sum, { n }) => sum + n, 0);
    // of each product four rows name it; the first word alone names it where one product begins so, else none is told
    const right = rows.reduce((sum, { n }) => sum + Math.min(n, 5), 0);
    expect(rows.map(({ code }) => code).toSorted()).toEqual(extract.map(({ code }) => code).toSorted());
    expect(right / told).toBeGreaterThanOrEqual(0.97);
    expect(told).toBeGreaterThanOrEqual(4 * extract.length);
    // a barcode for one row of five: what is least sure is told
    expect(rows.every(({ matchedBy }) => matchedBy === 'name')).toBe(true);
  });

  it('finds the names of the extract in texts, the longer first, where the corpus knows kinds of product alone', async () => {
    const of = (rank: number, name: string): ProductFacts => ({
      code: codeOf(rank),
      name,
      brands: ['Val Doré'],
      nutriScore: 'c',
      nova: 3,
      additives: [`en:e${rank}`],
      origins: [],
      labels: [],
    });
    const facts = [of(1, 'Riz au lait'), of(2, 'Riz au lait vanille 4x100 g'), of(3, 'Compote')];
    const said = (text: string, products: string[], brands = ['Val Doré']): Partial<EnrichedMessage> => ({
      text,
      products,
      brands,
    });
    const corpus = await fakeCorpus({
      messages: [
        said('Vos riz au lait sont trop sucrés', ['riz', 'lait']),
        said('Le RIZ AU LAIT À LA VANILLE a changé', ['riz', 'lait']),
        said('La compote est acide', ['compote']),
        said('Le riz au lait est trop sucré', ['riz', 'lait'], ['Ferme Anou']),
        said('Du riz, du lait', ['riz', 'lait']),
      ],
    });
    const { rows, n } = await productTruth(corpus, { productFacts: facts });
    expect(
      rows()
        .map(({ code, n: told }) => [code, told])
        .toSorted(),
    ).toEqual([
      [codeOf(1), 1],
      [codeOf(2), 1],
      [codeOf(3), 1],
    ]);
    // "Du riz, du lait" names no product, its two kinds are mentions still
    expect(n).toBe(6);
    const none = await productTruth(corpus, { productFacts: [] });
    expect(none.notMeasured?.en).toBe(
      'the extract has no readable product of these brands (right barcode, name)',
    );
  });

  it('joins texts that name several brands to the product they speak of, right at least 97 times of 100', async () => {
    const held =
      'M yaourt=Yaourt brassé vanille;F yaourt=Yaourt brassé vanille;C yaourt=Yaourt brassé vanille;F compote=Compote pomme poire;V compote=Compote pomme poire;C compote=Compote pomme poire;M riz=Riz au lait;V riz=Riz au lait;M crème=Crème dessert chocolat;C crème=Crème dessert chocolat;V soupe=Soupe potiron châtaigne;F beurre=Beurre demi-sel'
        .split(';')
        .map((one) => one.split('=') as [string, string]);
    const brandOf = { M: 'Maison Brel', F: 'Ferme Anou', V: 'Val Doré', C: 'Carrefour' };
    const facts = held.map(([id, name], at): ProductFacts => ({
      code: codeOf(at + 1),
      name,
      brands: [brandOf[id[0] as keyof typeof brandOf]],
      nutriScore: 'c',
      nova: 3,
      additives: [`en:e${100 + at}`],
      origins: [],
      labels: [],
    }));
    // each text in a corpus of its own column: the one of text k was written on day k
    const texts = readFileSync(new URL('two-brands.tsv', import.meta.url), 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t') as [string, string]);
    const day = (at: number): string => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
    const exported = join(folder, 'deux-marques.csv');
    writeFileSync(
      exported,
      [
        'ID commentaire,Date,Auteur,Commentaire',
        ...texts.map(([text], at) => `c${at},${day(at)} 10:00,a${at},"${text}"`),
      ].join('\n'),
    );
    const corpus = await buildCorpus(exported, join(folder, 'two-brands'), {
      key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      zone: 'Europe/Paris',
      config: { brand: 'Maison Brel', competitors: ['Ferme Anou', 'Val Doré'] },
    });
    let told = 0,
      right = 0,
      real = 0;
    const wrong: string[] = [];
    for (const [at, [text, truth]] of texts.entries()) {
      const wanted = truth === '-' ? [] : truth.split(' + ');
      const { rows } = await productTruth(corpus.where({ period: day(at) }), { productFacts: facts });
      const found = rows().map(({ code }) => held[facts.findIndex((one) => one.code === code)]?.[0] ?? '');
      real += wanted.length;
      told += found.length;
      right += found.filter((id) => wanted.includes(id)).length;
      if (found.toSorted().join(' + ') !== wanted.toSorted().join(' + ')) wrong.push(`${text} ${found}`);
    }
    corpus.close();
    console.log(`two brands: told ${told} of ${real}, right ${right}\n${wrong.join('\n')}`);
    expect(right / told).toBeGreaterThanOrEqual(0.97);
    expect(right / real).toBeGreaterThan(0.85);
  });

  it('is off without an extract', async () => {
    const corpus = await fakeCorpus({});
    expect((await productTruth(corpus)).notMeasured?.fr).toContain('productFacts');
  });
});

it('scoreAppMentions counts names of applications, not words that hold them', async () => {
  const corpus = await fakeCorpus({
    messages: [
      { text: 'Noté rouge sur Yuka !', sentiment: 'negative' },
      { text: 'YUKA et le nutri-score disent le contraire', sentiment: 'neutral' },
      { text: 'Yukatan, belle plage' },
      { text: 'Bon' },
    ],
  });
  const metric = await scoreAppMentions(corpus);
  expect(metric.rows().map(({ app, n, share, negativeShare }) => [app, n, share, negativeShare])).toEqual([
    ['Yuka', 2, 0.5, 0.5],
    ['Nutri-Score', 1, 0.25, 0],
  ]);
  expect([metric.value, metric.n]).toEqual([2, 4]);
});
