import { describe, expect, it } from 'vitest';
import { twinText } from '../../../../src/report/story/findings/crisis-twin.js';
import type { Row } from '../../../../src/report/story/reading.js';
import { plain, telling, written } from '../../written.js';

const first: Row = {
  sheetId: 's1',
  brand: 'Maison Brel',
  drivers: ['freshness'],
  privateCases: 10,
  firstCaseId: 'case:a',
  articles: 3,
  firstArticleAt: new Date('2026-09-03T06:26:00Z'),
};

const said = async (row: Row, language: 'fr' | 'en' = 'fr'): Promise<string> => {
  const texts = await written('crisisTexts', 'messages', {
    rows: [{ sheetId: 's1', role: 'name', text: 'fromage' }],
  });
  return plain(twinText({ ...first, sheetId: 's2', ...row }, [first], telling([texts], { language })));
};

describe('two movements of one brand', () => {
  it('say what both of them count', async () => {
    expect(await said({})).toBe(
      'Les mêmes 10 dossiers privés et 3 articles sont comptés pour fraîcheur, « fromage » : rien ne dit auquel des deux mouvements ils tiennent.',
    );
    expect(await said({ privateCases: 0, firstCaseId: null }, 'en')).toBe(
      'The same 3 articles are counted for freshness, “fromage”: nothing tells which of the two movements they belong to.',
    );
  });

  it('say nothing of what is of one of them alone', async () => {
    const other = { firstCaseId: 'case:b', firstArticleAt: new Date('2026-09-04T06:26:00Z') };
    expect(await said(other)).toBe('');
    expect(await said({ privateCases: 0, articles: 0 })).toBe('');
    expect(await said({ brand: 'Autre' })).toBe('');
  });
});
