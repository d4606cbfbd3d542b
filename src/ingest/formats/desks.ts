import type { Source } from '../source.js';
import { zendesk } from './zendesk.js';
import { zendeskChat } from './zendesk-chat.js';
import { intercom } from './intercom.js';
import { freshdesk } from './freshdesk.js';
import { gorgias } from './gorgias.js';
import { salesforce } from './salesforce.js';
import { jira } from './jira.js';
import { hubspot } from './hubspot.js';
import { livechat } from './livechat.js';
import { chatwoot } from './chatwoot.js';
import { crisp } from './crisp.js';
import { freshchat } from './freshchat.js';
import { tawk } from './tawk.js';
import { trengo } from './trengo.js';
import { helpScout } from './help-scout.js';
import { zohoDesk } from './zoho-desk.js';
import { zammad } from './zammad.js';
import { frontJson } from './front-json.js';
import { slack } from './slack.js';
import { whatsappCloud } from './whatsapp-cloud.js';

/** JSON of care desks and of chats on a site, in the order of detection. */
export const DESKS: readonly Source[] = [
  zendesk,
  zendeskChat,
  intercom,
  freshdesk,
  gorgias,
  salesforce,
  jira,
  hubspot,
  livechat,
  chatwoot,
  crisp,
  freshchat,
  tawk,
  trengo,
  frontJson,
  helpScout,
  zohoDesk,
  zammad,
  slack,
  whatsappCloud,
];
