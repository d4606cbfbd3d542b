import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/ingest/table/column-facts.js';
import { ownDate } from '../../../src/ingest/table/own-date.js';
import { guessedColumns } from '../read-sample.js';

describe('a comment beside the post it stands under', () => {
  it('the comment and its date, not those of the post above it', async () => {
    expect(
      await guessedColumns(
        `Post;Date de publication;Auteur;Date;Commentaire
Nouveau beurre demi-sel en rayon dès lundi, dites-nous ce que vous en pensez;2026-01-05 18:00;Zoé;2026-01-05 18:20;Il est rance
Nouveau beurre demi-sel en rayon dès lundi, dites-nous ce que vous en pensez;2026-01-05 18:00;Léo;2026-01-06 07:15;Et le prix ?
Nouveau beurre demi-sel en rayon dès lundi, dites-nous ce que vous en pensez;2026-01-05 18:00;Ana;2026-01-07 12:00;Très bon
`,
      ),
    ).toEqual({ date: 'Date', text: 'Commentaire', authorName: 'Auteur' });
  });
  it('and its author and likes, beside the answer of the page', async () => {
    expect(
      await guessedColumns(
        `Texte du post;Date du post;Auteur du commentaire;Date du commentaire;Commentaire;Réponse de la page;Nb j'aime
Nouveau beurre en rayon dès lundi;2026-01-05 18:00;Zoé;2026-01-05 18:20;Il est rance, ce beurre;Écrivez-nous, Zoé;3
Nouveau beurre en rayon dès lundi;2026-01-05 18:00;Léo;2026-01-06 07:15;Et son prix, alors ?;;0
`,
      ),
    ).toEqual({
      authorName: 'Auteur du commentaire',
      date: 'Date du commentaire',
      text: 'Commentaire',
      replyText: 'Réponse de la page',
      likes: "Nb j'aime",
    });
  });
  it('keeps the date of its publication where nothing else is its own', () => {
    const facts = [
      factsOf('Date de publication', ['2026-01-05', '2026-01-06']),
      factsOf('Date de collecte', ['2026-02-01 10:00', '2026-02-01 10:01']),
    ];
    expect(ownDate(facts, [0, 1])).toBe(0);
  });
});

it('a review or a complaint beside its order: the date of what is said', async () => {
  expect(
    await guessedColumns(
      `Référence commande;Date de commande;Date de l'avis;Note;Avis;Prénom;Nom;Statut;Réponse du marchand
C1;02/01/2026;09/01/2026 10:12;1;Beurre livré fondu et carton trempé;Zoé;Lenoir;Publié;Nous en sommes navrés, Zoé
C2;03/01/2026;12/01/2026 18:40;5;Parfait du début à la fin;Léo;M.;Publié;
`,
    ),
  ).toMatchObject({ date: "Date de l'avis", text: 'Avis', replyText: 'Réponse du marchand' });
  expect(
    await guessedColumns(
      'N° dossier;Date de livraison;Créé le;Message\n1;02/01/2026;05/01/2026;Il manquait deux sacs sur neuf\n2;03/01/2026;06/01/2026;Personne n’est venu ce soir-là\n',
    ),
  ).toMatchObject({ date: 'Créé le' });
});

it.each(['Date de naissance', 'Date de péremption', 'Best before date'])(
  'the date of an order goes before one that is of nothing said: %s',
  async (other) => {
    expect(
      await guessedColumns(
        `${other};Date de commande;Message\n02/01/1976;05/01/2026;Il manquait deux sacs sur neuf\n03/01/1980;06/01/2026;Personne n’est venu ce soir-là\n`,
      ),
    ).toMatchObject({ date: 'Date de commande' });
  },
);
