import { expect, test } from "vitest";
import { withSection } from "./sections.ts";

test("a section replaces the one with its heading, and nothing else", () => {
  const text = "# One\n\nfirst\n\n## Part of one\n\n# Two\n\nsecond\n";
  expect(withSection(text, "# One\n\nanew")).toBe("# One\n\nanew\n\n# Two\n\nsecond\n");
  expect(withSection(text, "# Two\n\nanew\n")).toBe("# One\n\nfirst\n\n## Part of one\n\n# Two\n\nanew\n");
});

test("a new section goes to the end, of nothing as well", () => {
  expect(withSection("# One\n\nfirst\n", "# Two\n\nsecond")).toBe("# One\n\nfirst\n\n# Two\n\nsecond\n");
  expect(withSection("", "# One\n\nfirst")).toBe("# One\n\nfirst\n");
});
