import type { Source } from '../source.js';
import { disqus } from './disqus.js';
import { eml } from './eml.js';
import { europresse } from './europresse.js';
import { factivaHtml } from './factiva-html.js';
import { factivaXml } from './factiva-xml.js';
import { feed } from './feed.js';
import { googleAlerts } from './google-alerts.js';
import { lexisnexisDocx } from './lexisnexis-docx.js';
import { lexisnexisHtml } from './lexisnexis-html.js';
import { lexisnexisText } from './lexisnexis-text.js';
import { mbox } from './mbox.js';
import { proquest } from './proquest.js';
import { wordpress } from './wordpress.js';

/**
 * Every format that can be read, one line a format. Detection asks all of them and takes the best score; the order only
 * settles ties (earlier wins), so a narrow format stands before a wide one.
 */
export const SOURCES: readonly Source[] = [
  // private messages, chats, JSON

  // press, mail, feeds, markup
  factivaHtml, factivaXml, lexisnexisHtml, lexisnexisText, lexisnexisDocx, europresse, proquest, googleAlerts, wordpress, disqus, feed,
  mbox, eml,

  // tables; the generic table last
];
