import { addMessage } from './happenings.js';
import { hidden, newSubjectOf, post } from './public-side.js';
import { DAY, HOUR, type Setting } from './setting.js';
import { worldTexts } from './world-texts.js';
import type { WorldMessage } from './world-truth.js';

/** The brand's own posts, their reshares, and a campaign of copies where the world has one. */
export function playCampaigns(setting: Setting): void {
  const draw = setting.draw('campaigns'),
    said = worldTexts().public,
    days = (setting.endsAt - setting.startsAt) / DAY;
  const posts: WorldMessage[] = [];
  const brand = { platform: 'x', channel: 'x-post', stage: 'public', kind: 'post' } as const;
  for (let n = Math.round(days / 6); n > 0; n--) {
    const sentAt = setting.startsAt + draw.uniform() * (setting.endsAt - setting.startsAt);
    const text = setting.words.printed(
      said.brandPosts,
      setting.crowd.person(),
      newSubjectOf(setting),
      sentAt,
    );
    const written = addMessage(setting, {
      ...brand,
      direction: 'outbound',
      threadId: `brand-${n}`,
      authorId: setting.sector.brandSlug,
      authorName: setting.sector.brand,
      sentAt,
      text,
      role: 'brandPost',
      sentiment: 'positive',
    });
    if (written !== undefined) posts.push(written);
  }
  const mentions = setting.messages.filter(({ channel }) => channel === 'x-post').length;
  const { reshares, copies, withoutKey } = setting.knobs;
  const marked = draw.chance(0.6);
  for (let n = Math.round((mentions * reshares) / (1 - reshares)); n > 0; n--) {
    const original = draw.pick(posts),
      person = draw.chance(withoutKey) ? hidden(setting, setting.crowd.person()) : setting.crowd.person();
    post(
      setting,
      {
        role: 'reshare',
        text: marked ? `RT @${setting.sector.brandSlug}: ${original.text}` : original.text,
        channel: 'x-post',
        person,
        at: original.sentAt + draw.exponential(1 / 9) * HOUR,
      },
      { speech: 'reshare', parentId: original.id, sentiment: 'positive' },
    );
  }
  if (copies === 'none') return;
  const startsAt = setting.startsAt + (0.2 + 0.6 * draw.uniform()) * (setting.endsAt - setting.startsAt);
  const text = setting.words.printed(said.campaign, setting.crowd.person(), newSubjectOf(setting), startsAt);
  for (let n = draw.between(40, 140); n > 0; n--) {
    const person = setting.crowd.person();
    const own = draw.chance(0.2) ? draw.pick(['Je signe. ', 'Relayez ! ', 'À lire. ', '✊ ']) : '';
    post(
      setting,
      {
        role: 'campaign',
        text: own + text,
        channel: 'x-post',
        person,
        at: startsAt + draw.exponential(1 / 30) * HOUR,
      },
      { copyId: 'campaign', sentiment: 'negative' },
    );
  }
}
