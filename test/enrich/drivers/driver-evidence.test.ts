import { describe, expect, it } from 'vitest';
import { DriverEvidence } from '../../../src/enrich/drivers/driver-evidence.js';
import { createDriverMatcher } from '../../../src/enrich/drivers/drivers.js';
import { createFeatures } from '../../../src/enrich/heads/head-reader.js';
import { headNamed } from '../../../src/enrich/heads/head-scores.js';
import { loadHeads } from '../../../src/enrich/heads/model-files.js';
import { parseTaxonomy } from '../../../src/enrich/drivers/taxonomy.js';

const matcher = createDriverMatcher([
  parseTaxonomy(
    JSON.stringify({
      id: 'mine',
      drivers: {
        price: {
          label: { fr: 'Prix', en: 'Price' },
          fr: ['cher', 'hors de prix', 'tarif', 'augmentation', 'hausse'],
          en: ['expensive'],
          exclude: ['cher monsieur'],
        },
      },
    }),
  ),
]);
const head = headNamed(loadHeads(), 'drivers');

describe('the words that say a driver', () => {
  const features = createFeatures();
  const evidence = (text: string, driver: string, with_: typeof head | null = head): string => {
    features.read(text);
    return new DriverEvidence(features, with_).of(driver, matcher.match(features.tokens, 'fr'));
  };
  it('are its terms as written, each once, three at most', () => {
    expect(evidence('Trop CHER ! Hors de prix, vraiment', 'price')).toBe('CHER … Hors de prix');
    expect(evidence('cher, cher et cher', 'price')).toBe('cher');
    expect(evidence('cher, hors de prix, tarif, hausse', 'price')).toBe('cher … hors de prix … tarif');
  });
  it('are not those that bar it', () => {
    expect(evidence('Cher monsieur, le tarif monte', 'price')).toBe('tarif');
  });
  it('are the word that speaks most for it where the head alone tells it', () => {
    const word = evidence('Le colis est arrivé avec trois jours de retard', 'delivery');
    expect('Le colis est arrivé avec trois jours de retard'.split(' ')).toContain(word);
    expect(['colis', 'arrivé', 'retard']).toContain(word);
  });
  it('are none without a head, or for a driver that it does not know', () => {
    expect(evidence('Le colis est en retard', 'delivery', null)).toBe('');
    expect(evidence('Le colis est en retard', 'autre')).toBe('');
  });
});
