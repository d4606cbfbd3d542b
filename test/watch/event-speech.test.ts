import { expect, it } from 'vitest';
import { speechOf } from '../../src/watch/event-speech.js';

it('tells instants, times and drivers in the language, in the zone', () => {
  const at = new Date(Date.UTC(2026, 2, 5, 8));
  const told = (language: 'fr' | 'en'): string[] => {
    const { say, day, moment, lasting, inside } = speechOf(language, 'Europe/Paris');
    return [say('Quoi ?', 'What?'), day(at), moment(at), lasting(99.3), inside('safety')].map((text) =>
      text.replaceAll(/[\u00a0\u202f]/g, ' '),
    );
  };
  expect(told('fr')).toEqual([
    'Quoi ?',
    '5 mars 2026',
    '5 mars 2026 à 9 h 00',
    '4,1 jours',
    'sécurité et rappels',
  ]);
  expect(told('en')).toEqual([
    'What?',
    '5 March 2026',
    '5 March 2026 at 09:00',
    '4.1 days',
    'safety and recalls',
  ]);
});
