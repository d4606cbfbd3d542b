import { discord } from '../../../src/ingest/formats/discord.js';
import { describeGolden, describeSamples } from '../read-source.js';

describeGolden(discord, ['salon.json']);
describeSamples(discord, 'discord', /./);
