import { strToU8, zipSync } from 'fflate';
import { SCHEME } from '../../../src/report/deck/deck-theme.js';

const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMES = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${REL}" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`;
const box = (x: number, y: number, w: number, h: number): string =>
  `<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${w}" cy="${h}"/></a:xfrm></p:spPr>`;
const shape = (placeholder: string, spPr: string): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="2" name="P"/><p:cNvSpPr/><p:nvPr><p:ph ${placeholder}/></p:nvPr></p:nvSpPr>${spPr}<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody></p:sp>`;
const tree = (shapes: string): string =>
  `<p:cSld><p:spTree><p:nvGrpSpPr/><p:grpSpPr/>${shapes}</p:spTree></p:cSld>`;
const layout = (type: string, shapes: string): string =>
  `<p:sldLayout ${NAMES} type="${type}">${tree(shapes)}</p:sldLayout>`;
const relations = (...list: readonly (readonly [kind: string, target: string, mode?: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([kind, target, mode], at) =>
        `<Relationship Id="rId${at + 1}" Type="${REL}/${kind}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`;

/** Parts of a client's PowerPoint file written by hand: a master with a picture, a cover, a divider, a titled layout and one with content, of 10 × 5 inches. */
export const CLIENT_PARTS: Readonly<Record<string, string>> = {
  'ppt/presentation.xml': `<p:presentation ${NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483660" r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="9144000" cy="4572000"/></p:presentation>`,
  'ppt/_rels/presentation.xml.rels': relations(['slideMaster', 'slideMasters/slideMaster1.xml']),
  'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster ${NAMES}>${tree(
    `<p:pic><p:blipFill><a:blip r:embed="rId6"/></p:blipFill></p:pic>${shape('type="title"', box(1000, 2000, 9_000_000, 900_000))}${shape('type="body" idx="1"', box(914_400, 1_000_000, 5_623_560, 2_606_040))}`,
  )}<p:sldLayoutIdLst>${[1, 2, 3, 4].map((n) => `<p:sldLayoutId id="${2147483660 + n}" r:id="rId${n}"/>`).join('')}</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr><a:defRPr sz="2800"/></a:lvl1pPr></p:titleStyle></p:txStyles></p:sldMaster>`,
  'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations(
    ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ['slideLayout', '../slideLayouts/slideLayout2.xml'],
    ['slideLayout', '../slideLayouts/slideLayout3.xml'],
    ['slideLayout', '../slideLayouts/slideLayout4.xml'],
    ['theme', '../theme/theme1.xml'],
    ['image', '../media/logo.png'],
  ),
  'ppt/slideLayouts/slideLayout1.xml': layout(
    'title',
    `${shape('type="ctrTitle"', box(5, 6, 7_000_000, 1_000_000))}${shape('type="subTitle" idx="3"', '<p:spPr/>')}`,
  ),
  'ppt/slideLayouts/slideLayout2.xml': layout('secHead', shape('type="title"', '<p:spPr/>')),
  'ppt/slideLayouts/slideLayout3.xml': layout(
    'titleOnly',
    `${shape('type="title"', '<p:spPr/>')}${shape('type="sldNum" idx="12"', '<p:spPr/>')}`,
  ),
  'ppt/slideLayouts/slideLayout4.xml': layout(
    'obj',
    `${shape('type="title"', '<p:spPr/>')}${shape('idx="1"', '<p:spPr/>')}`,
  ),
  ...Object.fromEntries(
    [1, 2, 3, 4].map((n) => [
      `ppt/slideLayouts/_rels/slideLayout${n}.xml.rels`,
      relations(['slideMaster', '../slideMasters/slideMaster1.xml']),
    ]),
  ),
  'ppt/theme/theme1.xml': `<a:theme><a:clrScheme>${SCHEME.map((name) => `<a:${name}><a:srgbClr val="00843D"/></a:${name}>`).join('')}</a:clrScheme></a:theme>`,
  'ppt/media/logo.png': 'png',
};

/** The relations of a part, for a file that leans on more. */
export const relationsWith = relations;

export const clientFile = (parts: Readonly<Record<string, string>> = CLIENT_PARTS): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
