import { beforeAll, describe, expect, it } from 'vitest';
import { createEnricher, type Enricher } from '../../src/enrich/enricher.js';
import { ownWords } from '../../src/enrich/tone/own-words.js';
import type { TextBatch } from '../../src/enrich/text-batch.js';
import { enrichmentColumns, type Genre } from '../../src/model/index.js';

let enricher: Enricher;
beforeAll(async () => {
  enricher = await createEnricher();
});

const batch = (
  texts: readonly (string | null)[],
  genre: Genre = 'comment',
  language: string | null = 'fr',
): TextBatch => ({
  length: texts.length,
  text: texts,
  title: texts.map(() => null),
  genre: texts.map(() => genre),
  givenLanguage: texts.map(() => language),
});

describe('createEnricher', () => {
  it('gives every column one value a row', () => {
    const out = enricher.enrich(batch(['Très bon produit', null, '', 'jamais reçu ma commande, scandaleux']));
    for (const name of Object.keys(enrichmentColumns))
      expect(out[name as keyof typeof out], name).toHaveLength(4);
    expect(out.sentiment).toEqual(['positive', null, null, 'negative']);
    expect(out.polarity[1]).toBeNull();
    expect(out.drivers[1]).toEqual([]);
  });

  it('leaves figures alone unread and takes a mark alone for a judgement, in private too', () => {
    const out = enricher.enrich(batch(['2', '45 €', '8/10', '2/10', '👍'], 'private'));
    expect(out.sentiment.map((tone, row) => [tone, (out.complaintProbability[row] ?? 0) >= 0.5])).toEqual([
      [null, false],
      [null, false],
      ['positive', false],
      ['negative', true],
      ['positive', false],
    ]);
    expect(out.register.slice(0, 2)).toEqual([null, null]);
    expect(out.drivers.flat()).toEqual([]);
  });

  it('judges by what a writer says, and moderates and names what is quoted of others too', async () => {
    const naming = await createEnricher({
      gazetteer: { brands: [{ name: 'Ferme Anou', aliases: [] }], products: [] },
    });
    const out = naming.enrich(
      batch([
        'Une voisine a écrit « ferme ta gueule espèce de connard » sous votre photo, je vous le signale',
        'Un client a écrit « chez Ferme Anou accueil vraiment glacial ». Que lui répondre ?',
      ]),
    );
    expect([out.harms[0], out.brands[1], out.sentiment[1]]).toEqual([['insult'], ['Ferme Anou'], 'neutral']);
  });

  it('tells a producer’s deliveries, staff and loyalty, not the checkouts of shops', async () => {
    const texts = [
      'Mon colis de fromages n’est jamais arrivé, le livreur ne répond pas',
      'Mes points de fidélité ont disparu de ma carte de fidélité, remboursez-moi',
      'La vendeuse de la ferme a été impolie et méprisante avec ma mère',
      'Trente minutes d’attente aux caisses automatiques, elles sont encore en panne',
      'Madame la Directrice, la recette du yaourt est bien trop sucrée',
    ];
    const producer = await createEnricher({ sector: 'agri-food' }),
      told = producer.enrich(batch(texts, 'private')).drivers;
    expect(told.map(([first]) => first)).toEqual(['delivery', 'loyalty', 'staff', 'after-sales', 'taste']);
    expect(enricher.enrich(batch(texts, 'private')).drivers[3]).toContain('checkout');
  });

  it('takes print that is read out for part of what is told', () => {
    expect(ownWords('Et derrière on lit « lait origine UE ».')).toContain('origine');
    expect(ownWords('Dans les avis on lit « lait origine UE ».')).not.toContain('origine');
  });

  it('tells harm by the head of the language, its class by the cues', () => {
    const out = enricher.enrich(
      batch(
        [
          'Ferme ta gueule espèce de connard',
          'You are a fucking idiot, kill yourself',
          'Merci pour l’accueil, excellent fromage',
          'Thanks a lot, great cheese and lovely staff',
        ],
        'comment',
        null,
      ),
    );
    expect(out.harms).toEqual([['insult'], ['insult', 'threat'], [], []]);
    expect(out.harmProbability.map((p) => p! > 0.5)).toEqual([true, true, false, false]);
  });

  it('takes a shared article or petition for no lure, and a lure for one', () => {
    const out = enricher.enrich(
      batch([
        'RT @lagazette : La fermeture du magasin de Lens se précise https://t.co/lens2026',
        'Signez la pétition contre les emballages inutiles https://petition.exemple/emballages #plastique',
        'Prêt rapide de 5 000 à 80 000 € sans justificatif, contactez Mr Paul sur WhatsApp +33 7 11 22 33 44 pour votre virement',
      ]),
    );
    expect(out.harms).toEqual([[], [], ['scam']]);
  });

  it('reads no text that is surely in none of its languages, though which one it is in is not sure', () => {
    const dutch = [
      'Ze komen hun beloftes niet na, inloggen op de rekening is heel moeilijk',
      'Wij wachten al drie weken op de levering en niemand neemt de telefoon op',
    ];
    expect(enricher.enrich(batch(dutch, 'review', null)).sentiment).toEqual([null, null]);
    // What the export says and what is told agree.
    expect(enricher.enrich(batch(['Prima winkel'], 'review', 'nl')).sentiment).toEqual([null]);
    // Marks, names of accounts and links are no letters that tell.
    const short = ['Bravo !!', 'vrmt top', `Bravo ${'!'.repeat(20)}`, '@hans_mueller_berlin super !!'];
    expect(enricher.enrich(batch(short, 'review', null)).sentiment).not.toContain(null);
    expect(
      enricher.enrich(batch(['Где моя посылка? Жду уже две недели'], 'comment', null)).sentiment,
    ).toEqual([null]);
  });

  it('moderates no article', () => {
    const out = enricher.enrich(
      batch(
        [
          '« Bande de connards, on va vous crever », avait lancé l’éleveur aux inspecteurs, selon le parquet.',
        ],
        'press',
      ),
    );
    expect(out.harms).toEqual([[]]);
    expect(out.harmProbability).toEqual([null]);
  });

  it('reads the title with the text', () => {
    const out = enricher.enrich({
      length: 1,
      text: ['Rien à ajouter.'],
      title: ['Excellent, délicieux, parfait'],
      genre: ['review'],
      givenLanguage: ['fr'],
    });
    expect(out.sentiment).toEqual(['positive']);
  });

  it('tells the sentiment of each driver by its clause', () => {
    const out = enricher.enrich(
      batch(
        ['Le goût est excellent, un délice. Par contre la livraison est nulle et très décevante'],
        'review',
      ),
    );
    const tone = Object.fromEntries(
      out.drivers[0]!.map((driver, i) => [driver, out.driverSentiments[0]![i]]),
    );
    expect(tone).toMatchObject({ taste: 'positive', delivery: 'negative' });
  });

  it('gives the same answer whatever was read before', () => {
    const texts = ['Merci pour votre réponse', 'Vraiment déçu du rayon bio', 'On en trouve où ?'];
    const together = enricher.enrich(batch(texts));
    texts.forEach((text, i) => {
      const alone = enricher.enrich(batch([text]));
      for (const name of Object.keys(enrichmentColumns))
        expect(alone[name as keyof typeof alone][0], name).toEqual(
          together[name as keyof typeof together][i],
        );
    });
  });

  // A million characters in quadratic time would outlast the limit of any test.
  it('stands hostile texts in linear time', () => {
    const hostile = [
      'x'.repeat(1_000_000),
      '😡'.repeat(100_000),
      '\ud800\udc00\ud800',
      '\0',
      '\u202Eتست',
      `z${'\u0301'.repeat(100_000)}`,
      'pas '.repeat(50_000),
      'prix livraison goût, '.repeat(5_000),
      '. '.repeat(100_000),
    ];
    for (const text of hostile) {
      const out = enricher.enrich(batch([text]));
      expect(Number.isNaN(out.polarity[0]), text.slice(0, 8)).toBe(false);
    }
  });
});
