import { describe, expect, it } from 'vitest';
import { between, coloursOn, contrast } from '../../../src/report/deck/client-colours.js';
import { DEFAULT_THEME, type Scheme } from '../../../src/report/deck/deck-theme.js';

const SCHEME: Scheme = {
  dk1: '101820',
  lt1: 'F5F1E8',
  dk2: '243447',
  lt2: 'C9C2B0',
  accent1: '3AA6A0',
  accent2: 'F2A541',
  accent3: 'B0322A',
  accent4: '243447',
  accent5: '243447',
  accent6: '243447',
  hlink: '0000FF',
  folHlink: '800080',
};
const map = (bg1: string, tx1: string, bg2: string, tx2: string): string =>
  `<p:clrMap bg1="${bg1}" tx1="${tx1}" bg2="${bg2}" tx2="${tx2}"/>`;
const LIGHT = map('lt1', 'dk1', 'lt2', 'dk2');
const bg = (fill: string): string => `<p:bg><p:bgPr><a:solidFill>${fill}</a:solidFill></p:bgPr></p:bg>`;

describe('contrast', () => {
  it('is 21 between black and white, 1 between a colour and itself, 4.54 for the grey of the guideline', () => {
    expect(contrast('000000', 'FFFFFF')).toBeCloseTo(21);
    expect(contrast('3AA6A0', '3AA6A0')).toBe(1);
    expect(contrast('767676', 'FFFFFF')).toBeCloseTo(4.54, 2);
    expect(between('000000', 'FFFFFF', 0.5)).toBe('808080');
  });
});

it('draws bars that are seen on the paper and on the panels of the page', () => {
  for (const paper of ['FFFFFF', 'F4F6F8'])
    expect(contrast(DEFAULT_THEME.plain, paper)).toBeGreaterThanOrEqual(3);
});

describe('coloursOn', () => {
  it('takes paper and ink as the master maps them: a dark master has light texts', () => {
    expect(coloursOn(LIGHT, '', SCHEME)).toMatchObject({ paper: 'F5F1E8', ink: '101820', soft: '243447' });
    expect(coloursOn(map('dk1', 'lt1', 'dk2', 'lt2'), '', SCHEME)).toMatchObject({
      paper: '101820',
      ink: 'F5F1E8',
      soft: 'C9C2B0',
      accent: '3AA6A0',
      strong: 'F2A541',
    });
  });

  it('takes the background of the layout before that of the master, and the text of the master’s own style', () => {
    const style = `<p:bodyStyle><a:lvl1pPr><a:defRPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill></a:defRPr></a:lvl1pPr></p:bodyStyle>`;
    const master = `${bg('<a:schemeClr val="tx2"/>')}${LIGHT}${style}`;
    expect(coloursOn(master, '', SCHEME)).toMatchObject({ paper: '243447', ink: 'F5F1E8' });
    expect(coloursOn(master, bg('<a:srgbClr val="ffffff"/>'), SCHEME).paper).toBe('FFFFFF');
  });

  it('lets what could not be read give way to what can, on any paper', () => {
    for (const paper of ['FFFFFF', '000000', 'F2A541', '243447', '3AA6A0', '777777']) {
      const colours = coloursOn(LIGHT, bg(`<a:srgbClr val="${paper}"/>`), SCHEME);
      expect(contrast(colours.ink, paper)).toBeGreaterThan(3.9);
      expect(contrast(colours.soft, paper)).toBeGreaterThan(3.9);
      expect(contrast(colours.accent, paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(colours.plain, paper)).toBeGreaterThanOrEqual(3);
      expect(contrast(colours.strong, paper)).toBeGreaterThanOrEqual(3);
    }
  });
});
