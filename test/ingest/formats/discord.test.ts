import { discord } from '../../../src/ingest/formats/discord.js';
import { describeGolden } from '../read-source.js';

describeGolden(discord, ['salon.json']);
