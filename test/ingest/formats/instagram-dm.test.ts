import { instagramDm } from '../../../src/ingest/formats/instagram-dm.js';
import { describeGolden } from '../read-source.js';

describeGolden(instagramDm, ['your_instagram_activity/messages/inbox/ines_1/message_1.json']);
