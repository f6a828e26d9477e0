// The same cases where there is a test runner: Deno, Node and Bun.
import { describe, it } from "@std/testing/bdd";
import { cases } from "./cases.ts";

describe("conformance", () => {
  for (const [name, check] of Object.entries(cases)) it(name, check);
});
