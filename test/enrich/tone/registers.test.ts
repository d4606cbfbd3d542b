import { describe, expect, it } from 'vitest';
import { RegisterReading } from '../../../src/enrich/tone/registers.js';
import { createEnricher } from '../../../src/enrich/enricher.js';
import type { Genre } from '../../../src/model/enrichment.js';
import { REGISTERS } from '../../../src/model/enrichment.js';

const read = (probabilities: Readonly<Record<string, number>>, genre: Genre): RegisterReading => {
  const reading = new RegisterReading();
  reading.read(
    REGISTERS.map((register) => probabilities[register] ?? 0),
    0,
    genre,
  );
  return reading;
};

describe('registers', () => {
  it('are chosen among those of the genre, their probabilities made one', () => {
    const guess = { customer: 0.3, news: 0.5, chatter: 0.1, followup: 0.1 };
    expect(read(guess, 'comment').register).toBe('news');
    const inPrivate = read(guess, 'private');
    expect(inPrivate.register).toBe('customer');
    expect(inPrivate.probability).toBeCloseTo(0.75, 10);
    expect(inPrivate.toFirm).toBeCloseTo(1, 10);
    expect(read(guess, 'press')).toMatchObject({
      register: 'news',
      probability: 1,
      impersonal: 1,
      toFirm: 0,
    });
  });

  it('take who writes to a firm in private and leads nowhere for a customer', () => {
    const values = REGISTERS.map((register) =>
      register === 'spam' ? 0.8 : register === 'customer' ? 0.1 : 0,
    );
    const of = (leads: boolean, genre: Genre = 'private'): string => {
      const reading = new RegisterReading();
      reading.read(values, 0, genre, 'inbound', null, () => leads);
      return reading.register;
    };
    expect([of(false), of(true), of(false, 'comment')]).toEqual(['customer', 'spam', 'spam']);
  });

  it('take who gives few stars for a customer, whatever advertises', () => {
    const values = REGISTERS.map((register) => (register === 'spam' ? 0.8 : 0.02));
    const of = (stars: number | null, genre: Genre = 'review'): string => {
      const reading = new RegisterReading();
      reading.read(values, 0, genre, 'inbound', stars);
      return reading.register;
    };
    expect([of(1), of(3), of(null), of(1, 'comment')]).toEqual(['customer', 'spam', 'spam', 'spam']);
  });

  it('know who writes where the message says so', () => {
    const reading = new RegisterReading();
    const values = REGISTERS.map((register) =>
      register === 'brandReply' ? 0.5 : register === 'customer' ? 0.3 : 0.025,
    );
    reading.read(values, 0, 'review', 'inbound');
    expect(reading.register).toBe('customer');
    expect(reading.firm).toBeLessThan(0.1);
    reading.read(values, 0, 'comment', 'outbound');
    expect(reading.register).toBe('brandReply');
    expect(reading.toFirm).toBe(0);
  });

  it('rule what a text can say: no news is negative, no reply of a brand complains', async () => {
    const texts: [string, Genre][] = [
      ['Un incendie ravage trois entrepôts du port, les dégâts sont considérables', 'press'],
      ['RT @lagazette: Panne géante dans les gares du Nord', 'tweet'],
      [
        'Bonjour Farid, nous sommes vraiment désolés de ce retard, envoyez-nous votre référence en MP.',
        'comment',
      ],
      ['Troisième relance, mon dossier est au point mort et personne ne rappelle', 'private'],
      ['Votre dossier n° 5120 a bien été enregistré, merci de ne pas répondre à ce message.', 'private'],
    ];
    const enricher = await createEnricher();
    const out = enricher.enrich({
      length: texts.length,
      text: texts.map(([text]) => text),
      title: texts.map(() => null),
      genre: texts.map(([, genre]) => genre),
      givenLanguage: texts.map(() => null),
    });
    expect(out.register).toEqual(['news', 'reshare', 'brandReply', 'followup', 'automatic']);
    expect([out.sentiment[0], out.sentiment[2], out.sentiment[3], out.sentiment[4]]).toEqual([
      'neutral',
      'neutral',
      'negative',
      'neutral',
    ]);
    expect(out.intents.map((intents) => intents.includes('complaint'))).toEqual([
      false,
      false,
      false,
      true,
      false,
    ]);
  });

  it('tell a call to boycott from a title on one, and a parcel thrown from a lure', async () => {
    const texts: [string, Genre, string][] = [
      ['Boycott de leurs magasins samedi prochain !', 'comment', 'activism'],
      ['Boycottons cette enseigne', 'comment', 'activism'],
      ['Plusieurs syndicats appellent au boycott de la chaîne de cafés', 'comment', 'news'],
      ['Votre livreur a jeté mon colis par terre', 'comment', 'customer'],
      ['le livreur a jeté le colis', 'comment', 'customer'],
    ];
    const out = (await createEnricher()).enrich({
      length: texts.length,
      text: texts.map(([text]) => text),
      title: texts.map(() => null),
      genre: texts.map(([, genre]) => genre),
      givenLanguage: texts.map(() => 'fr'),
    });
    expect(out.register).toEqual(texts.map(([, , register]) => register));
    expect(out.harms).toEqual(texts.map(() => []));
    expect(out.complaintProbability.map((p) => (p ?? 0) >= 0.5)).toEqual([false, false, false, true, true]);
  });

  it('are not read in languages that the heads do not know', async () => {
    const enricher = await createEnricher();
    const out = enricher.enrich({
      length: 1,
      text: [
        'El paquete llegó roto y nadie contesta al teléfono desde hace una semana, qué vergüenza de servicio',
      ],
      title: [null],
      genre: ['comment'],
      givenLanguage: [null],
    });
    expect(out.languageCode).toEqual(['es']);
    expect([out.register[0], out.sentiment[0], out.polarity[0], out.complaintProbability[0]]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
