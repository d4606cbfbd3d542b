import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readOptionsHelp } from '../../../src/cli/build-options.js';
import { openBytes } from '../../../src/ingest/bytes/open-file.js';
import { genericTable } from '../../../src/ingest/formats/generic-table.js';
import { MAPPABLE, checkMap } from '../../../src/ingest/table/column-map.js';
import { buildCorpus } from '../../../src/pipeline.js';
import { readWith } from '../read-sample.js';
import { temporaryFolder } from '../../temporary-folder.js';

const CSV = `Date;Magasin;Produit;Avis;Note;Région;Montant commande;Campagne;Segment;Rayon;Nom
01/02/2026;Nantes Sud;Beurre demi-sel;Le beurre est rance, dommage;2;Pays de la Loire;45,90 €;Rentrée;Familles;Frais;Camille Exemple
15/02/2026;Angers;Crème;Très bonne crème, fraîche et légère;5;Pays de la Loire;12,00 €;;Étudiants;;
`;

describe('columns an analyst cares about', () => {
  it('are read as given', async () => {
    const { records, notes, doubts } = await readWith(
      genericTable,
      await openBytes(Buffer.from(CSV), 'avis.csv'),
    );
    expect(records[0]).toMatchObject({
      store: 'Nantes Sud',
      product: 'Beurre demi-sel',
      text: 'Le beurre est rance, dommage',
      rating: 2,
      region: 'Pays de la Loire',
      orderAmount: 45.9,
      campaign: 'Rentrée',
      segment: 'Familles',
      attributes: { Rayon: 'Frais' },
      authorName: 'Camille Exemple',
    });
    expect(records[0]?.givenBrand).toBeUndefined();
    expect(records[1]?.attributes).toBeUndefined();
    expect(notes).toContain('columns kept as attributes: Rayon');
    expect(doubts[0]?.hint).toContain('product ← Produit');
    expect(doubts[0]?.hint).toContain('kept as attributes: Rayon');
  });
  it('keeps the cells that stand beyond the header, and columns of one name', async () => {
    const { records } = await readWith(
      genericTable,
      await openBytes(
        Buffer.from(
          'Avis;Date;Info;Info;Ville;Rayon\nLe lait a tourné;2026-02-01;a;b;;;en plus\nTrès bon beurre;2026-02-02;c;d;;\nRien à redire;2026-02-03;e;;;\n',
        ),
        'a.csv',
      ),
    );
    expect(records.map(({ attributes }) => attributes)).toEqual([
      { Info: 'a', 'Info (2)': 'b', 'column 7': 'en plus' },
      { Info: 'c', 'Info (2)': 'd' },
      { Info: 'e' },
    ]);
  });
  it('follow a mapping, by short names too', async () => {
    const text = 'Quand;Où;Mot\n2026-02-01;Nantes;Le lait a tourné hier soir\n';
    const { records } = await readWith(genericTable, await openBytes(Buffer.from(text), 'a.csv'), {
      map: { text: 'Mot', date: 'Quand', store: 'Où', region: '=Ouest' },
    });
    expect(records).toMatchObject([{ store: 'Nantes', region: 'Ouest' }]);
    expect(() => checkMap({ author: 'A', thread: 'B' })).not.toThrow();
    expect(() => checkMap({ shop: 'A' })).toThrow(/store, product, region/);
  });
  it('are all listed in the help', () => {
    for (const field of MAPPABLE.fields) expect(readOptionsHelp).toMatch(new RegExp(`\\b${field}\\b`));
  });
});

describe('a corpus', () => {
  let folder = '';
  beforeEach(() => {
    folder = temporaryFolder();
  });
  it('loses none of them', async () => {
    writeFileSync(join(folder, 'avis.csv'), CSV);
    const corpus = await buildCorpus(join(folder, 'avis.csv'), join(folder, 'corpus'), {
      key: '0f1e2d3c4b5a69788796a5b4c3d2e1f0',
      workers: 0,
    });
    const rows = await corpus.query(
      'SELECT store, product, region, campaign, segment, orderAmount, attributes FROM messages ORDER BY "row"',
    );
    corpus.close();
    expect(rows.objects()).toEqual([
      {
        store: 'Nantes Sud',
        product: 'Beurre demi-sel',
        region: 'Pays de la Loire',
        campaign: 'Rentrée',
        segment: 'Familles',
        orderAmount: 45.9,
        attributes: '{"Rayon":"Frais"}',
      },
      {
        store: 'Angers',
        product: 'Crème',
        region: 'Pays de la Loire',
        campaign: null,
        segment: 'Étudiants',
        orderAmount: 12,
        attributes: null,
      },
    ]);
  });
});
