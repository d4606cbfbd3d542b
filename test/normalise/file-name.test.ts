import { describe, expect, it } from 'vitest';
import { createFileNamer, type NamedFile } from '../../src/normalise/file-name.js';

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
  });
  it('stays for public exports and for tables, contacts and handles masked', () => {
    expect(told('avis/mars.csv', 'trustpilot', 'public')).toBe('avis/mars.csv');
    expect(told('revue.html', 'factiva', 'press')).toBe('revue.html');
    expect(told('clients.csv', 'table', 'private')).toBe('clients.csv');
    expect(told('inconnu.csv', null, null)).toBe('inconnu.csv');
    expect(told('zoe@exemple.fr.csv', 'table', 'private')).not.toContain('zoe@exemple.fr');
    expect(told('tweets @zoeb.csv', 'x', 'public')).not.toContain('zoeb');
  });
  it('is a keyed hash where a person stands in it, whatever the file holds', () => {
    expect(told('avis/Camille Dupont.csv', 'trustpilot', 'public')).toBe('trustpilot-file012345.csv');
    expect(told('Camille Dupont.csv', null, null)).toBe('file-file012345.csv');
    expect(told('Dupont.zip!avis.csv', 'table', 'public')).toBe('archive-file012345.zip!avis.csv');
  });
  it('of a member hides the name of its archive', () => {
    expect(told('Camille.zip!avis/mars.csv', 'trustpilot', 'public')).toBe(
      'archive-file012345.zip!avis/mars.csv',
    );
    expect(told('classeur.xlsx!Feuille 1', 'trustpilot', 'public')).toBe('classeur.xlsx!Feuille 1');
  });
});
