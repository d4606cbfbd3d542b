import { zendeskChat } from '../../../src/ingest/formats/zendesk-chat.js';
import { describeGolden } from '../read-source.js';

describeGolden(zendeskChat, ['chats.json']);
