/** Every command of the command line: what it is for, and the program that does it, read when it is used. */

export interface Program {
  readonly does: string;
  /** Seen from this file. */
  readonly file: string;
  /** Given to the program before what was typed. */
  readonly first?: readonly string[];
  /** Words may stand behind its name, besides options. */
  readonly takesWords?: true;
}

/** Programs of one kind; the first does what is asked for by the group's name alone. */
export interface Group {
  readonly does: string;
  readonly programs: Readonly<Record<string, Program>>;
}

export interface Section {
  readonly title: string;
  readonly commands: Readonly<Record<string, Program | Group>>;
}

export const SECTIONS: readonly Section[] = [
  {
    title: "Talk",
    commands: {
      chat: { does: "suggests movies in this terminal", file: "../adapters/terminal/main.js" },
      discord: { does: "runs the bot in Discord", file: "../adapters/discord/main.js" },
      register: { does: "makes the slash commands known to Discord", file: "./register-commands.js" },
      slack: { does: "runs the bot in Slack", file: "../adapters/slack/main.js" },
      web: { does: "serves the page and the API", file: "../adapters/web/main.js" },
      import: { does: "takes in what somebody watched and rated elsewhere", file: "./import.js" },
      export: { does: "writes what is kept about somebody", file: "./export.js" },
      bots: { does: "runs every platform that is set up", file: "../adapters/bots.js" },
    },
  },
  {
    title: "Run it",
    commands: {
      doctor: { does: "checks what this machine needs, and says how to mend it", file: "./doctor.js" },
      backup: { does: "copies the database while it is in use", file: "./backup.js" },
      restore: { does: "puts a copy of the database back", file: "./restore.js" },
      "migrate-store": {
        does: "takes people from a file to a PostgreSQL, or back",
        file: "./migrate-store.js",
      },
      schedule: { does: "runs another command again and again", file: "./schedule.js" },
      health: { does: "asks the one that runs whether it is well", file: "./health.js" },
      keys: { does: "makes, lists and removes the keys of the API", file: "./keys.js" },
    },
  },
  {
    title: "Make a model",
    commands: {
      data: {
        does: "data sets of ratings",
        programs: {
          fetch: { does: "fetches one, or takes a copy at hand", file: "./data.js", takesWords: true },
          describe: { does: "draws a page of what is in one", file: "./describe.js" },
        },
      },
      films: {
        does: "gathers what is known of films",
        programs: {
          gather: { does: "gathers facts and words about the films of the model", file: "./films.js" },
          fetch: { does: "fetches titles and facts from their publishers", file: "./fetch-films.js" },
        },
      },
      words: {
        does: "checks what is written about films",
        programs: {
          films: { does: "checks lines, tags and phrases", file: "./check-film-words.js", takesWords: true },
          traits: { does: "looks up the examples of traits in the model", file: "./check-traits.js" },
        },
      },
      tune: {
        does: "chooses coefficients on validation data",
        programs: {
          taste: { does: "those of the ranking", file: "./tune.js" },
          models: { does: "those of the models compared with", file: "./tune-models.js" },
        },
      },
      train: { does: "trains the model on a data set", file: "./train.js" },
      synthetic: { does: "generates ratings to measure speed with", file: "./synthetic.js" },
    },
  },
  {
    title: "Keep it learning",
    commands: {
      harvest: { does: "makes a data set of what people answered", file: "./harvest.js" },
      prepare: { does: "mixes it with public ratings", file: "./prepare.js" },
      gate: { does: "judges whether a model may take another's place", file: "./gate.js" },
      models: {
        does: "which models people are served by",
        programs: {
          list: { does: "those that were promoted, and how they do", file: "./models-list.js" },
          promote: { does: "has people served by a model", file: "./models-promote.js" },
          check: { does: "looks how a model on trial does", file: "./models-check.js" },
          back: { does: "serves again what was served before", file: "./models-back.js" },
        },
      },
      retrain: {
        does: "learns from what people answered since, and promotes what passes",
        file: "./retrain.js",
      },
      pipeline: {
        does: "from data to a model in use, step by step",
        programs: {
          run: { does: "does the steps that are not done yet", file: "./pipeline-run.js", takesWords: true },
          show: { does: "tells what was run, and what came of it", file: "./pipeline-show.js" },
        },
      },
    },
  },
  {
    title: "See how good it is",
    commands: {
      evaluate: {
        does: "measures quality",
        programs: {
          sessions: { does: "simulated sessions of people unknown to the models", file: "./evaluate.js" },
          ratings: {
            does: "how far predicted stars are off",
            file: "./evaluate-models.js",
            first: ["ratings"],
          },
          known: {
            does: "ranking for people the models know",
            file: "./evaluate-models.js",
            first: ["known"],
          },
          together: {
            does: "picks for groups of people unknown to the model, by each strategy",
            file: "./evaluate-together.js",
          },
          placement: { does: "films that nobody trained on has rated", file: "./evaluate-placement.js" },
          traits: { does: "moods, occasions and themes of films", file: "./evaluate-traits.js" },
          intent: { does: "how texts are read, field by field", file: "./evaluate-intent.js" },
          names: { does: "which films texts speak of", file: "./evaluate-names.js" },
          wishes: { does: "whether what is suggested fits what was said", file: "./evaluate-wishes.js" },
          about: { does: "films found by what they are about", file: "./evaluate-about.js" },
          likeness: { does: '"like X"', file: "./evaluate-likeness.js" },
          requests: { does: "words and taste together", file: "./evaluate-requests.js" },
          dialogues: { does: "what people recommended each other", file: "./evaluate-dialogues.js" },
          verdicts: { does: "verdicts noted that nobody gave", file: "./evaluate-verdicts.js" },
        },
      },
      report: { does: "draws the page and the chart of all that was measured", file: "./report.js" },
      bench: {
        does: "measures speed and memory",
        programs: {
          turns: { does: "start, turns, memory", file: "./bench.js" },
          chat: { does: "many people at once in Discord and Slack", file: "./bench-chat.js" },
          servers: { does: "the memory that servers in Discord cost", file: "./bench-servers.js" },
          web: { does: "the API and the page under load", file: "./bench-web.js" },
          training: { does: "every model's fit", file: "./bench-training.js" },
        },
      },
      compare: {
        does: "measures beside other libraries",
        programs: {
          sklearn: { does: "the truncated SVD of scikit-learn", file: "./compare-sklearn.js" },
          spark: { does: "the training on Spark, which must come to the same", file: "./check-spark.js" },
          large: { does: "very many ratings on one machine", file: "./compare-large.js" },
        },
      },
    },
  },
  {
    title: "Try a part of it",
    commands: {
      recommend: {
        does: "predicts stars from a file of ratings, or lists films for everybody",
        file: "./recommend.js",
      },
      parse: { does: "shows how texts are read", file: "./parse.js" },
      posters: { does: "draws posters", file: "./posters.js" },
      month: { does: "a month of simulated people, with learning from them and without", file: "./month.js" },
      week: { does: "fills a new database with a week of simulated people", file: "./simulate-week.js" },
      cards: { does: "draws what people see in Discord and in Slack", file: "./cards.js" },
    },
  },
];
