import { expect, it } from 'vitest';
import { foldedNames } from '../../../src/ingest/table/text-names.js';

it('parts names whose words run together, and leaves others as they are', () => {
  const header = ['dateCreated', 'Réponse_du_SAV', 'reviewID', 'NPS'];
  const names = ['datecreated', 'réponse_du_sav', 'reviewid', 'nps'];
  expect(foldedNames({ header, names })).toEqual(['date created', 'reponse du sav', 'review id', 'nps']);
});
