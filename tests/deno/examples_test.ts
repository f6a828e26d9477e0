import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { findExamples } from "../../scripts/test/examples.ts";

describe("findExamples", () => {
  it("takes the ts blocks of Markdown, with their lines", () => {
    const text = [
      "# Title",
      "```sh",
      "ls",
      "```",
      "```ts",
      "const a = 1;",
      "",
      "a;",
      "```",
      "```ts ignore",
      "never();",
      "```",
    ].join("\n");
    assertEquals(findExamples("a.md", text), [
      { place: "a.md:5", line: 5, code: "const a = 1;\n\na;", prints: [] },
    ]);
  });

  it("leaves a fence inside of a longer one alone", () => {
    const text = "````md\n```ts\nnever();\n```\n````\n";
    assertEquals(findExamples("a.md", text), []);
  });

  it("takes the blocks of doc comments only", () => {
    const text = [
      "/**",
      " * Adds.",
      " * @example",
      " * ```ts",
      " * add(1, 2);",
      " *   indented;",
      " * ```",
      " */",
      "export const add = `",
      "```ts",
      "never();",
      "```",
      "`;",
    ].join("\n");
    assertEquals(findExamples("a.ts", text), [
      {
        place: "a.ts:4",
        line: 4,
        code: "add(1, 2);\n  indented;",
        prints: [],
      },
    ]);
  });

  it("reads what a line says that it prints", () => {
    const text = [
      "```ts",
      "console.log(user.id); // user_1",
      "if (error) console.log(error.code); // not_found",
      "const kept = 1; // no output",
      "console.log(kept);",
      "```",
    ].join("\n");
    assertEquals(findExamples("a.md", text)[0]?.prints, [
      "user_1",
      "not_found",
    ]);
  });
});
