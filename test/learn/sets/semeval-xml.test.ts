import { expect, it } from 'vitest';
import { readSemEval } from '../../../src/learn/sets/semeval-xml.js';

it('reads sentences with the distinct categories of their opinions, those out of scope left out', () => {
  const xml = `<Reviews><Review rid="r1"><sentences>
    <sentence id="r1:0"><text>Bon &amp; frais</text><Opinions><Opinion category="FOOD#QUALITY"/><Opinion category="FOOD#QUALITY"/><Opinion category="SERVICE"/></Opinions></sentence>
    <sentence id="r1:1" OutOfScope="TRUE"><text>Hors sujet</text></sentence>
    <sentence id="r1:2"><text>Rien</text></sentence></sentences></Review>
    <Review rid="r2"><sentences><sentence id="r2:0"><text>Cher</text><Opinions><Opinion category="PRICE"/></Opinions></sentence></sentences></Review></Reviews>`;
  expect(readSemEval(xml)).toEqual([
    { id: 'r1:0', review: 'r1', text: 'Bon & frais', categories: 'FOOD#QUALITY SERVICE' },
    { id: 'r1:2', review: 'r1', text: 'Rien', categories: '' },
    { id: 'r2:0', review: 'r2', text: 'Cher', categories: 'PRICE' },
  ]);
});
