import { assertEquals } from "@std/assert";
import { it } from "@std/testing/bdd";
import { USER_AGENT } from "../../src/text/version.ts";

it("the user agent has the name and version of deno.json", () => {
  const url = new URL("../../deno.json", import.meta.url);
  const { name, version } = JSON.parse(Deno.readTextFileSync(url));
  assertEquals(USER_AGENT, `${name}@${version}`);
});
