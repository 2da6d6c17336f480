/** The world's things as Discord writes them in JSON. */
import type { FakeChannel, FakeMessage, FakeUser, FakeWorld, GuildSize } from "./world.ts";

export const userObject = ({ id, name, bot }: FakeUser) => ({
  id,
  username: name,
  global_name: name,
  discriminator: "0",
  avatar: null,
  bot,
});

export const memberObject = (user: FakeUser, permissions = "0") => ({
  user: userObject(user),
  roles: [],
  joined_at: "2020-01-01T00:00:00.000Z",
  deaf: false,
  mute: false,
  flags: 0,
  permissions,
});

export function channelObject(world: FakeWorld, { id, place }: FakeChannel) {
  switch (place.kind) {
    case "guild":
      return {
        id,
        type: 0,
        guild_id: place.guild,
        name: "general",
        position: 0,
        permission_overwrites: [],
        nsfw: false,
      };
    case "dm":
      return { id, type: 1, last_message_id: null, recipients: [userObject(world.users.get(place.with)!)] };
    case "group":
      return { id, type: 3, last_message_id: null, name: null, icon: null, recipients: [] };
  }
}

const NOTHING_ELSE: GuildSize = { channels: 0, roles: 0, emojis: 0, members: 0 };

const numbered = <T>(count: number, make: (nth: number) => T): T[] =>
  Array.from({ length: count }, (_, nth) => make(nth));

const roleObject = (id: string, position: number) => ({
  id,
  name: position === 0 ? "@everyone" : `role ${position}`,
  permissions: "0",
  position,
  color: 0,
  hoist: false,
  managed: false,
  mentionable: false,
  flags: 0,
});

export function guildObject(world: FakeWorld, guild: string) {
  const { name, size = NOTHING_ELSE } = world.guilds.get(guild)!;
  const channels = [...world.channels.values()].filter(
    ({ place }) => place.kind === "guild" && place.guild === guild,
  );
  return {
    id: guild,
    name,
    icon: null,
    owner_id: guild,
    roles: [roleObject(guild, 0), ...numbered(size.roles, (nth) => roleObject(`${guild}${nth}`, nth + 1))],
    emojis: numbered(size.emojis, (nth) => ({
      id: `${guild}${nth}`,
      name: `emoji${nth}`,
      roles: [],
      require_colons: true,
      managed: false,
      animated: false,
      available: true,
    })),
    stickers: [],
    features: [],
    channels: [
      ...channels.map((channel) => channelObject(world, channel)),
      ...numbered(size.channels, (nth) => ({
        id: `${guild}${nth}`,
        type: 0,
        guild_id: guild,
        name: `channel-${nth}`,
        topic: "what is said here",
        position: nth,
        permission_overwrites: [{ id: guild, type: 0, allow: "0", deny: "1024" }],
        nsfw: false,
      })),
    ],
    members: [
      memberObject(world.bot),
      ...numbered(size.members, (nth) =>
        memberObject({ id: `${guild}${nth}`, name: `member ${nth}`, bot: false, closedToBot: false }),
      ),
    ],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    member_count: 2,
    large: false,
    unavailable: false,
    joined_at: "2020-01-01T00:00:00.000Z",
    preferred_locale: "en-US",
    afk_timeout: 300,
    afk_channel_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
  };
}

/** Names of the files that embeds show as their pictures. */
export const filesShownIn = (embeds: FakeMessage["embeds"]): string[] =>
  embeds.flatMap(({ thumbnail, image }) =>
    [thumbnail?.url, image?.url].flatMap((url) => /^attachment:\/\/(.+)$/.exec(url ?? "")?.[1] ?? []),
  );

export const ATTACHMENTS = "https://cdn.discordapp.com/attachments/";

/** Of a file that an embed shows Discord tells where it keeps it, for a while. */
const asTold = ({ image, thumbnail, ...embed }: FakeMessage["embeds"][number]) => ({
  ...embed,
  ...(image && { image: kept(image) }),
  ...(thumbnail && { thumbnail: kept(thumbnail) }),
});

const kept = ({ url }: { readonly url: string }) => ({
  url: url
    .replace("attachment://", `${ATTACHMENTS}1000/2000/`)
    .replace(/(\/1000\/2000\/.*)$/, "$1?ex=1&is=2&hm=3"),
});

export function messageObject(world: FakeWorld, message: FakeMessage) {
  return {
    id: message.id,
    channel_id: message.channel,
    author: userObject(world.users.get(message.author)!),
    content: message.content,
    embeds: message.embeds.map(asTold),
    components: message.components,
    // Of a file that an embed shows Discord tells no more
    attachments: message.files
      .filter(({ name }) => !filesShownIn(message.embeds).includes(name))
      .map(({ name, text }, index) => ({
        id: `${message.id.slice(0, -1)}${index}`,
        filename: name,
        size: text.length,
        url: `${ATTACHMENTS}1000/2000/${name}`,
        proxy_url: `${ATTACHMENTS}1000/2000/${name}`,
      })),
    mentions: mentioned(message.content).flatMap((id) =>
      world.users.has(id) ? [userObject(world.users.get(id)!)] : [],
    ),
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    type: message.repliesTo ? 19 : 0,
    flags: (message.onlyFor ? 64 : 0) | (message.loading ? 128 : 0),
    timestamp: new Date().toISOString(),
    edited_timestamp: message.editedTimes > 0 ? new Date().toISOString() : null,
    reactions: reactionsOf(world, message),
  };
}

/** Emoji with nobody left are gone. */
const reactionsOf = ({ bot }: FakeWorld, { reactions }: FakeMessage) =>
  [...reactions].flatMap(([name, who]) =>
    who.size === 0
      ? []
      : [
          {
            emoji: { id: null, name },
            count: who.size,
            count_details: { normal: who.size, burst: 0 },
            me: who.has(bot.id),
            me_burst: false,
            burst_colors: [],
          },
        ],
  );

export const mentioned = (content: string): string[] =>
  [...content.matchAll(/(?<!\\)<@!?(\d+)>/g)].map(([, id = ""]) => id);
