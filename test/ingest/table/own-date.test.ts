import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/ingest/table/guess-rules.js';
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
