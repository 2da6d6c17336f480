import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { Did } from "../../src/host/adapter.ts";

/** The longest title or mood that can be typed into an option. */
const TEXT_LENGTH = 200;

const TITLE_POSITIONS = ["first", "second", "third", "fourth"] as const;

const title = (name: string, description: string, required = false) => ({
  type: ApplicationCommandOptionType.String as const,
  name,
  description,
  required,
  autocomplete: true as const,
  max_length: TEXT_LENGTH,
});

interface SlashCommand {
  readonly description: string;
  readonly options?: NonNullable<RESTPostAPIChatInputApplicationCommandsJSONBody["options"]>;
  /** What it answers is nobody else's business. */
  readonly private?: boolean;
  /** What the person did by it, in order. */
  readonly reads: (given: Given) => readonly Did[];
}

/** The text of an option, where it was given. */
type Given = (option: string) => string | undefined;

const commanded = (command: Extract<Did, { kind: "commanded" }>["command"]): readonly Did[] => [
  { kind: "commanded", command },
];

export const COMMANDS: Readonly<Record<string, SlashCommand>> = {
  recommend: {
    description: "Suggests a movie",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "mood",
        description: "What you are in the mood for, in your own words",
        max_length: TEXT_LENGTH,
      },
      { type: ApplicationCommandOptionType.Boolean, name: "private", description: "Only you see the answer" },
    ],
    reads: (given) => {
      const mood = given("mood");
      return mood === undefined ? commanded({ kind: "next" }) : [{ kind: "said", text: mood }];
    },
  },
  together: {
    description: "One film for several: who is in, a short list, hidden votes",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "limits",
        description: "What it must be, in your own words: under two hours, no horror",
        max_length: TEXT_LENGTH,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "films",
        description: "Films you love, with commas between, if I do not know you yet",
        max_length: TEXT_LENGTH,
      },
    ],
    reads: (given) => {
      const [limits, films] = [given("limits"), given("films")];
      const words = [...(limits ? [limits] : []), ...(films ? [`films: ${films}`] : [])];
      return ["together", ...words.map((one) => `together: ${one}`)].map((text) => ({ kind: "said", text }));
    },
  },
  "more-like": {
    description: "Suggests movies near one that you name",
    options: [title("title", "A movie", true)],
    reads: (given) => commanded({ kind: "moreLike", title: given("title") ?? "" }),
  },
  favourites: {
    description: "Names up to four movies you love, for a good start",
    options: TITLE_POSITIONS.map((position) => title(position, "A movie you love")),
    reads: (given) => {
      const titles = TITLE_POSITIONS.flatMap((position) => given(position) ?? []);
      if (titles.length === 0) return commanded({ kind: "favourites" });
      return commanded({ kind: "nameFavourites", titles });
    },
  },
  seen: {
    description: "You have seen it: the suggestion on the table, or a movie that you name",
    options: [title("title", "A movie; without one, the suggestion on the table")],
    reads: (given) => {
      const named = given("title");
      return commanded(
        named === undefined
          ? { kind: "answer", verdict: "seen" }
          : { kind: "mark", verdict: "seen", title: named },
      );
    },
  },
  undo: { description: "Takes your last answer back", reads: () => commanded({ kind: "undo" }) },
  history: {
    description: "What was suggested to you, and what you said of it",
    private: true,
    reads: () => commanded({ kind: "history" }),
  },
  hidden: {
    description: "What is kept away from you",
    private: true,
    reads: () => commanded({ kind: "hidden" }),
  },
  restore: {
    description: "Lets a movie come up again",
    options: [title("title", "A movie that is kept away from you", true)],
    reads: (given) => commanded({ kind: "restore", title: given("title") ?? "" }),
  },
  profile: {
    description: "How Matinee understands you",
    private: true,
    reads: () => commanded({ kind: "profile" }),
  },
  share: {
    description: "Shows others your list or what you love: a picture, or a link that you can withdraw",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "what",
        description: "What they see",
        required: true,
        choices: [
          { name: "my list for later", value: "my list" },
          { name: "what I love", value: "my taste" },
        ],
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "how",
        description: "Here as a picture (standard), by a link for whoever has it, or by no link any more",
        choices: [
          { name: "as a picture", value: "picture" },
          { name: "as a link", value: "link" },
          { name: "stop sharing", value: "stop" },
        ],
      },
    ],
    reads: (given) => {
      const [what, how] = [given("what"), given("how")];
      const text =
        how === "stop" ? `stop sharing ${what}` : `share ${what}${how === "link" ? " as a link" : ""}`;
      return [{ kind: "said", text }];
    },
  },
  privacy: {
    description: "Whether answers are for the asker's eyes only, unless asked otherwise",
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "private",
        description: "Only you see answers",
        required: true,
      },
      {
        type: ApplicationCommandOptionType.String,
        name: "for",
        description: "For you (standard), or for everybody in this server, if you manage it",
        choices: [
          { name: "me", value: "mine" },
          { name: "this server", value: "place" },
        ],
      },
    ],
    private: true,
    reads: (given) =>
      commanded({
        kind: "setPrivate",
        private: given("private") === "true",
        whose: given("for") === "place" ? "place" : "mine",
      }),
  },
  learning: {
    description: "Whether what others are suggested may learn from your answers",
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "allowed",
        description: "It may",
        required: true,
      },
    ],
    private: true,
    reads: (given) => commanded({ kind: "setTeaching", teaches: given("allowed") === "true" }),
  },
  import: {
    description: "Takes in what you watched and rated elsewhere: Letterboxd, IMDb, Trakt and others",
    options: [
      {
        type: ApplicationCommandOptionType.Attachment,
        name: "file",
        description: "The export as you got it: ZIP, CSV or JSON",
        required: true,
      },
    ],
    private: true,
    reads: () => commanded({ kind: "import" }), // where no file came along, how it is done is said
  },
  export: {
    description: "Everything that is kept about you, as a file",
    private: true,
    reads: () => commanded({ kind: "export" }),
  },
  "forget-me": {
    description: "Deletes everything that is kept about you, after asking once",
    private: true,
    reads: () => commanded({ kind: "forgetMe" }),
  },
  help: {
    description: "What Matinee understands",
    private: true,
    reads: () => commanded({ kind: "help" }),
  },
};

/** As Discord wants them registered: usable in servers, with the bot alone, and wherever else a person takes it. */
export const COMMAND_FORMS: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[] = Object.entries(
  COMMANDS,
).map(([name, { description, options = [] }]) => ({
  name,
  description,
  options,
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
}));
