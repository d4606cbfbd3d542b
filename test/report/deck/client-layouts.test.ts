import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { layoutsIn } from '../../../src/report/deck/client-layouts.js';
import { masterTheme } from '../../../src/report/deck/client-master.js';
import { CLIENT_PARTS, clientFile, relationsWith } from './client-file.js';

const read = (parts: Readonly<Record<string, string>>) =>
  layoutsIn(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));

describe('layoutsIn', () => {
  it('finds master, size, the layouts by their kind, and where title and content stand, inherited or not', () => {
    const layouts = read(CLIENT_PARTS);
    expect(layouts).toMatchObject({
      master: 'ppt/slideMasters/slideMaster1.xml',
      masterId: '2147483660',
      size: { cx: 9_144_000, cy: 4_572_000 },
      cover: { part: 'ppt/slideLayouts/slideLayout1.xml', title: 'ctrTitle', subtitle: '3', number: null },
      divider: { part: 'ppt/slideLayouts/slideLayout2.xml', title: 'title', titleSize: 2800 },
      titled: { titleBox: { x: 1000, y: 2000, w: 9_000_000, h: 900_000 }, number: '12' },
      body: { x: 914_400, y: 1_000_000, w: 5_623_560, h: 2_606_040 },
    });
    expect(Object.keys(layouts?.parts ?? {}).toSorted()).toEqual(
      [
        ...Object.keys(CLIENT_PARTS).filter((name) => !/presentation|theme/.test(name)),
        'ppt/theme/client-theme1.xml',
      ].toSorted(),
    );
    expect(masterTheme(clientFile(), 'client.potx').layouts).toEqual(layouts);
  });

  it('strikes a layout that leans on an address or an add-in from the list of its master', () => {
    const layouts = read({
      ...CLIENT_PARTS,
      'ppt/slideLayouts/_rels/slideLayout4.xml.rels': relationsWith(
        ['slideMaster', '../slideMasters/slideMaster1.xml'],
        ['image', 'https://tracker.example/pixel.png', 'External'],
      ),
    });
    expect(Object.keys(layouts?.parts ?? {})).not.toContain('ppt/slideLayouts/slideLayout4.xml');
    const [master, relations] = ['slideMaster1.xml', '_rels/slideMaster1.xml.rels'].map((name) =>
      strFromU8(layouts?.parts[`ppt/slideMasters/${name}`] ?? new Uint8Array()),
    );
    expect(master).not.toContain('rId4');
    expect(master).toContain('r:id="rId3"');
    expect(relations).not.toContain('slideLayout4');
    expect(relations).toContain('../theme/client-theme1.xml');
  });

  it('lends none of a master that leans on an address, misses a part, or has no titled layout', () => {
    const { ['ppt/media/logo.png']: _, ...without } = CLIENT_PARTS;
    expect(read(without)).toBeNull();
    expect(
      read({
        ...CLIENT_PARTS,
        'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationsWith(
          ['slideLayout', '../slideLayouts/slideLayout3.xml'],
          ['image', 'https://tracker.example/pixel.png', 'External'],
        ),
      }),
    ).toBeNull();
    expect(
      read({
        ...CLIENT_PARTS,
        'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationsWith(
          ['slideLayout', '../slideLayouts/slideLayout2.xml'],
          ['theme', '../theme/theme1.xml'],
        ),
      }),
    ).toBeNull();
    expect(masterTheme(clientFile(without), 'client.potx')).not.toHaveProperty('layouts');
  });
});
