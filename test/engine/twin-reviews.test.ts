import { expect, it } from 'vitest';
import { inCorpus } from '../in-corpus.js';

const FIRST = `id,date,auteur,note,avis
a1,2026-02-01T08:00:00Z,Ines Kerbrat,1,"La confiture de figues était moisie dès l'ouverture du pot"
a2,2026-02-02T08:00:00Z,Noé Lagarde,5,"Un délice, la confiture de figues de mon enfance retrouvée"
a4,2026-02-04T08:10:00Z,Ana Roux,5,"Toujours aussi bonne, merci beaucoup"
a5,2026-02-05T08:10:00Z,Luc Berti,5,"Toujours aussi bonne, merci beaucoup"
a6,2026-02-06T08:10:00Z,Eva Colin,5,"Toujours aussi bonne, merci beaucoup"
a3,2026-02-03T08:00:00Z,Zoé Perrin,1,"Le couvercle ne s'ouvre pas, impossible à dévisser sans outil"
`;
/** The same in another tool's words: a1 by the day, a2 a month later, a3 by somebody else, a4 29 hours later on another site, a5 in another zone, a6 hours later by no zone. */
const SECOND = `reference;date;author;rating;review
77;2026-02-01;Ines Kerbrat;1;La confiture de figues était moisie dès l’ouverture du pot
78;2026-03-02;Noé Lagarde;5;Un délice, la confiture de figues de mon enfance retrouvée
80;2026-02-05T13:20:00Z;Ana Roux;5;Toujours aussi bonne, merci beaucoup
81;2026-02-05T21:10:00Z;Luc Berti;5;Toujours aussi bonne, merci beaucoup
82;2026-02-06T15:35:33Z;Eva Colin;5;Toujours aussi bonne, merci beaucoup
79;2026-02-03;Paul Merle;1;Le couvercle ne s'ouvre pas, impossible à dévisser sans outil
`;

it('takes a review that two tools export for one: same text, author and day', async () => {
  await inCorpus({ 'outil-a.csv': FIRST, 'outil-b.csv': SECOND }, {}, async (corpus) => {
    expect(corpus.manifest.totals).toEqual({ read: 12, kept: 10, duplicates: 2, rejected: 0 });
    expect(
      (
        await corpus.query(
          `SELECT d.file AS twin, m.file AS kept, m.row FROM duplicates d JOIN messages m ON m.messageId = d.duplicateOf ORDER BY m.row`,
        )
      ).objects(),
    ).toEqual([
      { twin: 'outil-b.csv', kept: 'outil-a.csv', row: 2 },
      { twin: 'outil-b.csv', kept: 'outil-a.csv', row: 5 },
    ]);
  });
});
