import { discord } from '../../../../src/ingest/formats/discord.js';
import { describeSamples } from '../../../ingest/read-source.js';

describeSamples(discord, 'discord', /./);
