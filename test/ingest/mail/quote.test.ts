import { describe, expect, it } from 'vitest';
import { ownWords, withoutQuotedHtml } from '../../../src/ingest/mail/quote.js';

describe('ownWords', () => {
  it('strips quoted lines with their introduction, in several languages and over two lines', () => {
    for (const line of [
      'Le lun. 4 mars 2024 à 09:00, SAV <s@m.example> a écrit :',
      'On Mon, 4 Mar 2024 at 09:00, Care wrote:',
      'Am 04.03.2024 um 09:00 schrieb SAV:',
      'El lun, 4 mar 2024, SAV escribió:',
      'On Mon, Mar 4, 2024 at 9:00 AM Care Team\n<care@m.example> wrote:',
    ]) {
      expect(ownWords(`Rien reçu.\n\n${line}\n> Bonjour\n> merci`)).toBe('Rien reçu.');
    }
  });

  it('cuts the mail below that no sign marks, where its introduction has an address', () => {
    for (const line of [
      'Le ven. 9 janv. 2026 à 21:38, Lou Verdier <lou@m.example> a écrit :',
      'Le mardi 13 janvier 2026 à 11:38:29 UTC+1, Service client\n<s@m.example> a écrit :',
      'On Friday, 9 January 2026 at 21:38, Care <care@m.example> wrote:',
    ])
      expect(ownWords(`Merci !\n\n${line}\n\nBonjour,\nUn autre part ce soir.`)).toBe('Merci !');
    expect(ownWords('Le vendeur de Metz a écrit :\nplus de stock.')).toBe(
      'Le vendeur de Metz a écrit :\nplus de stock.',
    );
    expect(ownWords('Le 9 janvier, Lou <lou@m.example> a écrit :\nplus de stock.')).toContain(
      'plus de stock',
    );
  });

  it('keeps answers between quotes', () => {
    expect(ownWords('> Où en est le colis ?\nNulle part.\n> Et le remboursement ?\nNon plus.')).toBe(
      'Nulle part.\nNon plus.',
    );
  });

  it('cuts the mail below that Outlook adds', () => {
    expect(
      ownWords(
        'Toujours rien.\n\nDe : SAV <s@m.example>\nEnvoyé : lundi 4 mars 2024 09:00\nÀ : Client\nObjet : colis\n\nBonjour',
      ),
    ).toBe('Toujours rien.');
    expect(ownWords('No.\n\n-----Original Message-----\nFrom: x\nSent: y\n\nHello')).toBe('No.');
  });

  it('keeps everything when nothing else is left, or in a forward', () => {
    expect(ownWords('> seulement cité')).toBe('> seulement cité');
    const forward =
      'Pour info\n\n---------- Forwarded message ---------\nFrom: c@example.org\nDate: x\n\nLe pot est vide.';
    expect(ownWords(forward, 'Fwd: pot')).toBe(forward);
    expect(ownWords('De : SAV\nEnvoyé : lundi\nÀ : X\n\nBonjour')).toContain('Bonjour');
  });

  it('keeps a forward that stands quoted, as Apple writes it, but not one in the mail answered', () => {
    const forward =
      '> Début du message réexpédié :\n> \n> De: Zoé <zoe@exemple.fr>\n> Date: hier\n> \n> Le pot est vide.';
    expect(ownWords(`À traiter\n\n${forward}`)).toBe(
      'À traiter\n\nDébut du message réexpédié :\n\nDe: Zoé <zoe@exemple.fr>\nDate: hier\n\nLe pot est vide.',
    );
    expect(ownWords(`Merci !\n\nLe 12 mars 2026 à 10:00, Brel <a@b.fr> a écrit :\n\n${forward}`)).toBe(
      'Merci !',
    );
  });
  it('drops a signature but not a text after a dash line', () => {
    expect(ownWords('Bonjour.\n-- \nUn Client\n06 00')).toBe('Bonjour.');
    const long = `a\n--\n${'ligne\n'.repeat(30)}`.trim();
    expect(ownWords(long)).toBe(long);
    expect(ownWords('-- \nseule')).toBe('-- \nseule');
  });

  it('is quick on hostile text', () => {
    const start = process.cpuUsage();
    for (const text of [
      '\n--\n'.repeat(50_000),
      '> '.repeat(100_000),
      `Le ${'x '.repeat(100_000)}`,
      '_'.repeat(200_000),
      'From: \n'.repeat(50_000),
    ])
      ownWords(text);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(3000);
  });
});

describe('withoutQuotedHtml', () => {
  it('cuts at the marks of mail programs, unless nothing is before', () => {
    expect(withoutQuotedHtml('<p>Non.</p><div class="gmail_quote">cité</div>')).toBe('<p>Non.</p>');
    expect(withoutQuotedHtml('<p>Non.</p><div id="divRplyFwdMsg">cité</div>')).toBe('<p>Non.</p>');
    expect(withoutQuotedHtml('<style>p{}</style><blockquote type="cite">cité</blockquote>')).toContain(
      'cité',
    );
    expect(withoutQuotedHtml('<blockquote>une citation de presse</blockquote>')).toContain('citation');
  });
});
