import { lineChat } from '../../../src/ingest/formats/line-chat.js';
import { describeGolden } from '../read-source.js';

describeGolden(lineChat, ['[LINE] Chat with Fromagerie.txt']);
