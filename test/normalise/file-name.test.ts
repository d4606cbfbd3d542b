import { describe, expect, it } from 'vitest';
import { createFileNamer, isKeyedName, type NamedFile } from '../../src/normalise/file-name.js';

const name = createFileNamer(
  (kind) => `${kind}0123456789abcdef`,
  () => false,
  (file) => file.includes('Dupont'),
);
const told = (path: string, format: string | null, stage: NamedFile['stage']): string =>
  name({ path, format, stage });

describe('the name of a file', () => {
  it('is a keyed hash where it may name a person: private messages, mixed ones, what nobody recognises', () => {
    expect(told('WhatsApp Camille.txt', 'whatsapp', 'private')).toBe('whatsapp-file012345.txt');
    expect(told('boite de Camille.MBOX', 'mbox', 'mixed')).toBe('mbox-file012345.mbox');
    expect(told('Camille.docx', null, null)).toBe('file-file012345.docx');
    expect(told('Camille', null, null)).toBe('file-file012345');
    expect(told('Réclamation Mme Xyzabc.csv', 'table', 'private')).toBe('table-file012345.csv');
    expect(told('tickets.xlsx!Mme Xyzabc', 'table', 'mixed')).toBe('table-file012345');
    expect(told('Xyzabc.csv', null, null)).toBe('file-file012345.csv');
  });
  it('stays for public exports, contacts and handles masked', () => {
    expect(told('avis/mars.csv', 'trustpilot', 'public')).toBe('avis/mars.csv');
    expect(told('revue.html', 'factiva', 'press')).toBe('revue.html');
    expect(told('avis.csv', 'table', 'public')).toBe('avis.csv');
    expect(told('zoe@exemple.fr.csv', 'table', 'public')).not.toContain('zoe@exemple.fr');
    expect(told('tweets @zoeb.csv', 'x', 'public')).not.toContain('zoeb');
  });
  it('is a keyed hash where a person stands in it, whatever the file holds', () => {
    expect(told('avis/Camille Dupont.csv', 'trustpilot', 'public')).toBe('trustpilot-file012345.csv');
    expect(told('Camille Dupont.csv', null, null)).toBe('file-file012345.csv');
    expect(told('Dupont.zip!avis.csv', 'table', 'public')).toBe('archive-file012345.zip!avis.csv');
  });
  it('tells that it is keyed', () => {
    for (const keyed of [
      'table-00112233aa.csv',
      'archive-00112233aa.zip!avis.csv',
      'file-00112233aa#8f195fde',
    ])
      expect(isKeyedName(keyed)).toBe(true);
    for (const plain of ['avis.csv', 'avis-2026.csv', 'avis-00112233aab.csv'])
      expect(isKeyedName(plain)).toBe(false);
  });
  it('of a member hides the name of its archive', () => {
    expect(told('Camille.zip!avis/mars.csv', 'trustpilot', 'public')).toBe(
      'archive-file012345.zip!avis/mars.csv',
    );
    expect(told('classeur.xlsx!Feuille 1', 'trustpilot', 'public')).toBe('classeur.xlsx!Feuille 1');
  });
});
