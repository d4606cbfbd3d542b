import { describe, expect, it } from 'vitest';
import { createEnricher } from '../../../src/enrich/enricher.js';

const enricher = await createEnricher();
const article = (
  title: string | null,
  text: string | null,
): { readonly drivers: readonly string[]; readonly evidence: readonly string[] } => {
  const { drivers, driverEvidence } = enricher.enrich({
    length: 1,
    title: [title],
    text: [text],
    genre: ['press'],
    givenLanguage: ['fr'],
  });
  return { drivers: drivers[0] ?? [], evidence: driverEvidence[0] ?? [] };
};

describe('HeadlineDrivers', () => {
  it('tells what the title of an article says, with its words', () => {
    expect(article('Veltane : les retards de livraison se multiplient', 'Trois régions attendent.')).toEqual({
      drivers: ['delivery'],
      evidence: ['retards de livraison'],
    });
  });

  it('tells what the first sentence says where the title says nothing', () => {
    const lead = 'Les hausses de prix de Veltane passent mal auprès de ses acheteurs.';
    expect(article('« On ne nous a rien dit »', `${lead} Une réunion est prévue.`).drivers).toEqual([
      'price',
    ]);
    expect(article(null, `${lead} Une réunion est prévue.`).drivers).toEqual(['price']);
  });

  it('weighs the first sentence alone too: a title of other words would drown what it says', () => {
    const told = article(
      '« On nous a menti » : des familles parlent',
      'Des colis perdus : le dossier grossit.',
    );
    expect(told).toEqual({ drivers: ['delivery'], evidence: ['colis perdus'] });
  });

  it('leaves out what an article speaks of further down', () => {
    const text =
      'Veltane ouvre une école à Cahors. Les élèves y apprendront aussi à gérer les retards de livraison.';
    expect(article('Une école pour les métiers de bouche', text).drivers).toEqual([]);
  });

  it('leaves out what stands in the name of a brand', async () => {
    const own = await createEnricher({
      gazetteer: { brands: [{ name: 'Veltane Bio', aliases: [] }], products: [] },
    });
    const read = (title: string): unknown =>
      own.enrich({ length: 1, title: [title], text: [null], genre: ['press'], givenLanguage: ['fr'] })
        .drivers[0];
    expect(read('À Cahors, Veltane Bio forme vingt apprentis')).toEqual([]);
    expect(read('Veltane Bio perd son label bio')).toEqual(['organic-label']);
  });

  it('leaves out a term that the head finds unlikely', () => {
    expect(article('Le festival de Cahors remet son grand prix', null).drivers).toEqual([]);
  });
});
