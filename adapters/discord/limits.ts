/** How much Discord takes, in UTF-16 units. https://discord.com/developers/docs/resources/message */
export const LIMITS = {
  content: 2000,
  title: 256,
  /** The line above the title. */
  author: 256,
  description: 4096,
  /** Of ours: more than that is no line. */
  facts: 600,
  /** What a picture shows, for those who do not see it. */
  alt: 1024,
  fields: 25,
  fieldName: 256,
  fieldValue: 1024,
  /** Of all texts of an embed together. */
  embed: 6000,
  rows: 5,
  buttonsPerRow: 5,
  label: 80,
  buttonUrl: 512,
  customId: 100,
  choices: 25,
  choice: 100,
} as const;
