import { expect, test } from "vitest";
import { readLlmSettings } from "./settings.ts";

test("an environment without address and key, or with empty ones, leaves the model off", () => {
  expect(readLlmSettings({})).toBeUndefined();
  expect(
    readLlmSettings({ OPENAI_BASE_URL: "", OPENAI_API_KEY: " ", OPENAI_MODEL: "llama3.2" }),
  ).toBeUndefined();
});

test("a key alone is for OpenAI itself, whose models call the limit max_completion_tokens", () => {
  expect(readLlmSettings({ OPENAI_API_KEY: "sk-1" })).toMatchObject({
    baseUrl: "https://api.openai.com/v1",
    apiKey: "sk-1",
    tokenLimitName: "max_completion_tokens",
  });
});

test("an address alone is enough, and its server calls the limit max_tokens", () => {
  expect(
    readLlmSettings({ OPENAI_BASE_URL: "http://localhost:11434/v1/", OPENAI_MODEL: "llama3.2" }),
  ).toEqual({
    baseUrl: "http://localhost:11434/v1",
    model: "llama3.2",
    tokenLimitName: "max_tokens",
    dailyPerPerson: 100,
    dailyInAll: 2000,
  });
});

test("the limits and the limit's name can be set", () => {
  expect(
    readLlmSettings({
      OPENAI_BASE_URL: "https://models.example/v1",
      OPENAI_TOKEN_LIMIT_NAME: "max_completion_tokens",
      OPENAI_DAILY_PER_PERSON: "5",
      OPENAI_DAILY_IN_ALL: "0",
    }),
  ).toMatchObject({ tokenLimitName: "max_completion_tokens", dailyPerPerson: 5, dailyInAll: 0 });
});

test("every wrong setting is named in a sentence of its own", () => {
  const read = () =>
    readLlmSettings({
      OPENAI_BASE_URL: "localhost:11434",
      OPENAI_TOKEN_LIMIT_NAME: "tokens",
      OPENAI_DAILY_PER_PERSON: "many",
      OPENAI_DAILY_IN_ALL: "-1",
    });
  expect(read).toThrow(
    "OPENAI_BASE_URL is not a web address such as http://localhost:11434/v1.\n" +
      "OPENAI_TOKEN_LIMIT_NAME is neither max_completion_tokens nor max_tokens.\n" +
      "OPENAI_DAILY_PER_PERSON is not a number.\n" +
      "OPENAI_DAILY_IN_ALL is below 0.",
  );
});
