import type { Source } from '../source.js';
import { whatsapp } from './whatsapp.js';
import { signal } from './signal.js';
import { signalJson } from './signal-json.js';
import { smsBackup } from './sms-backup.js';
import { lineChat } from './line-chat.js';
import { telegram } from './telegram.js';
import { telegramHtml } from './telegram-html.js';
import { discord } from './discord.js';
import { messenger } from './messenger.js';
import { metaHtml } from './meta-html.js';
import { instagramDm } from './instagram-dm.js';
import { twitterArchive } from './twitter-archive.js';
import { twitterApiV1 } from './twitter-api-v1.js';
import { twitterApiV2 } from './twitter-api-v2.js';
import { crowdtangleApi } from './crowdtangle-api.js';
import { facebookGraph } from './facebook-graph.js';
import { youtubeApi } from './youtube-api.js';
import { tiktokNdjson } from './tiktok-ndjson.js';
import { tiktokAccount } from './tiktok-account.js';
import { snapchat } from './snapchat.js';
import { reddit } from './reddit.js';
import { mastodon } from './mastodon.js';
import { bluesky } from './bluesky.js';
import { discourse } from './discourse.js';
import { isso } from './isso.js';
import { trustpilotJson } from './trustpilot-json.js';
import { appStore } from './app-store.js';
import { bazaarvoice } from './bazaarvoice.js';
import { dataForSeo } from './dataforseo.js';
import { googleBusiness } from './google-business.js';
import { amazonReviews } from './amazon-reviews.js';
import { graphMail } from './graph-mail.js';
import { DESKS } from './desks.js';
import { disqus } from './disqus.js';
import { eml } from './eml.js';
import { emlx } from './emlx.js';
import { europresse } from './europresse.js';
import { factivaHtml } from './factiva-html.js';
import { factivaText } from './factiva-text.js';
import { factivaXml } from './factiva-xml.js';
import { feed } from './feed.js';
import { googleAlerts } from './google-alerts.js';
import { lexisnexisDocx } from './lexisnexis-docx.js';
import { lexisnexisHtml } from './lexisnexis-html.js';
import { lexisnexisText } from './lexisnexis-text.js';
import { mbox } from './mbox.js';
import { odoo } from './odoo.js';
import { proquest } from './proquest.js';
import { ownConfiguration } from './own-configuration.js';
import { wordpress } from './wordpress.js';
import { brandwatch } from './brandwatch.js';
import { crowdtangleFacebook, crowdtangleInstagram, crowdtangleLists } from './crowdtangle-table.js';
import { declaredTable } from './declared-table.js';
import { exportcomments } from './exportcomments.js';
import { gdelt } from './gdelt.js';
import { genericTable } from './generic-table.js';
import {
  front,
  glpi,
  hubspotTickets,
  jiraTable,
  osticket,
  salesforceCases,
  salesforceComments,
  salesforceEmails,
  zendeskView,
} from './helpdesk-tables.js';
import { serviceNow } from './servicenow.js';
import { facebookComments, instagramComments } from './meta-comments.js';
import { meltwater } from './meltwater.js';
import { determ, mentionCom, sprinklr, youscan } from './mention-tools.js';
import {
  facebookApifyComments,
  instagramApifyComments,
  instagramApifyPosts,
  linkedinComments,
  linkedinMessages,
  linkedinShares,
  telegramKibana,
  tiktokApifyComments,
  tiktokApifyPosts,
} from './network-tables.js';
import {
  agorapulse,
  buffer,
  hootsuite,
  later,
  metaPosts,
  profileMetrics,
  sprout,
} from './publishing-suites.js';
import {
  facepager,
  fourCat,
  minetInstagram,
  minetYoutube,
  netvizzComments,
  twarcCsv,
} from './research-tools.js';
import {
  googleMapsApify,
  googleMapsOutscraper,
  googlePlayScraper,
  judgeMe,
  wordpressComments,
  playConsole,
  trustpilotBusiness,
  trustpilotSimple,
} from './review-tables.js';
import { appStoreScraper, snscrape, twint, xApify, youtubeScraped } from './scraped-tables.js';
import { talkwalker } from './talkwalker.js';
import { zeeschuimer } from './zeeschuimer.js';
import {
  youtubeDataTools,
  youtubeTakeoutChats,
  youtubeTakeoutComments,
  youtubeUci,
} from './youtube-tables.js';

/** Every format that can be read, one line each. Detection takes the best score of all; the order settles ties: narrow before wide. */
export const SOURCES: readonly Source[] = [
  // private messages, chats, JSON
  whatsapp,
  signal,
  signalJson,
  smsBackup,
  lineChat,
  telegram,
  telegramHtml,
  discord,
  messenger,
  metaHtml,
  instagramDm,
  facebookComments,
  instagramComments,
  twitterArchive,
  twitterApiV1,
  twitterApiV2,
  crowdtangleApi,
  facebookGraph,
  youtubeApi,
  tiktokNdjson,
  zeeschuimer,
  tiktokAccount,
  snapchat,
  reddit,
  mastodon,
  bluesky,
  discourse,
  isso,
  trustpilotJson,
  appStore,
  googleBusiness,
  dataForSeo,
  amazonReviews,
  bazaarvoice,
  ...DESKS,
  graphMail,

  // press, mail, feeds, markup
  factivaHtml,
  factivaXml,
  factivaText,
  lexisnexisHtml,
  lexisnexisText,
  lexisnexisDocx,
  europresse,
  proquest,
  googleAlerts,
  wordpress,
  disqus,
  feed,
  mbox,
  eml,
  emlx,
  ownConfiguration,

  // tables; the generic table last
  talkwalker,
  brandwatch,
  meltwater,
  exportcomments,
  playConsole,
  googlePlayScraper,
  appStoreScraper,
  trustpilotBusiness,
  trustpilotSimple,
  googleMapsApify,
  googleMapsOutscraper,
  judgeMe,
  wordpressComments,
  crowdtangleFacebook,
  crowdtangleInstagram,
  crowdtangleLists,
  netvizzComments,
  declaredTable('netvizz-posts'),
  facepager,
  youtubeTakeoutComments,
  youtubeTakeoutChats,
  youtubeDataTools,
  youtubeScraped,
  youtubeUci,
  minetYoutube,
  declaredTable('minet-facebook-comments'),
  minetInstagram,
  tiktokApifyComments,
  declaredTable('tiktok-comment-scraper'),
  tiktokApifyPosts,
  instagramApifyComments,
  instagramApifyPosts,
  facebookApifyComments,
  telegramKibana,
  twint,
  snscrape,
  xApify,
  twarcCsv,
  fourCat,
  linkedinMessages,
  linkedinComments,
  linkedinShares,
  front,
  osticket,
  serviceNow,
  jiraTable,
  glpi,
  odoo,
  hubspotTickets,
  salesforceCases,
  salesforceComments,
  salesforceEmails,
  zendeskView,
  hootsuite,
  sprout,
  agorapulse,
  buffer,
  later,
  metaPosts,
  profileMetrics,
  sprinklr,
  youscan,
  determ,
  mentionCom,
  declaredTable('media-cloud'),
  gdelt,
  genericTable,
];
