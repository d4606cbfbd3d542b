import { describe, expect, it } from 'vitest';
import { createEnricher } from '../../../src/enrich/enricher.js';

/** Kinds and words told of private messages. */
async function told(texts: readonly string[]): Promise<string[]> {
  const enricher = await createEnricher();
  const { escalations, escalationEvidence } = enricher.enrich({
    length: texts.length,
    text: texts,
    title: texts.map(() => null),
    genre: texts.map(() => 'private' as const),
    givenLanguage: texts.map(() => null),
  });
  return escalations.map((kinds, row) =>
    kinds.map((kind, k) => `${kind}: ${escalationEvidence[row]?.[k]}`).join(', '),
  );
}

describe('escalations', () => {
  it('tell threats of law, of going public and of leaving, with their words', async () => {
    expect(
      await told([
        'Colis jamais reçu. Sans réponse demain, je saisis la DGCCRF.',
        'Remboursez-moi ou je publie tout sur les réseaux',
        'C’est honteux, vous ne me reverrez plus.',
        'My parcel never came, my lawyer will write to you and I will leave a bad review.',
      ]),
    ).toEqual([
      'law: DGCCRF',
      'go-public: je publie',
      'leave: me reverrez plus',
      'law: lawyer, go-public: bad review',
    ]);
  });

  it('tell harm to health, and a child beside it or beside a complaint', async () => {
    expect(
      await told([
        'Ma fille a trouvé un morceau de verre dans la compote',
        'Quel lait conseillez-vous pour mon bébé ?',
      ]),
    ).toEqual(['health: morceau de verre, child: Ma fille', '']);
  });

  it('tell nothing that is denied or asked without a threat', async () => {
    expect(
      await told(['Je ne vais pas porter plainte, merci du remboursement', 'Où est ma commande ?']),
    ).toEqual(['', '']);
  });

  it('tell a threat behind its own subject, though a denial stands before it', async () => {
    expect(
      await told([
        'Si rien n’est livré lundi je porte plainte',
        'Je ne porte plainte contre personne, je veux mon colis',
        'La friteuse a pris feu au bout de dix minutes',
      ]),
    ).toEqual(['law: porte plainte', '', 'health: a pris feu']);
  });

  it('tell no threat of praise, and nothing of a roastery', async () => {
    expect(
      await told([
        'Merci à votre équipe, adorable sur les réseaux sociaux, je suis ravie',
        'La brûlerie a livré un excellent café, bravo',
      ]),
    ).toEqual(['', '']);
  });
});
