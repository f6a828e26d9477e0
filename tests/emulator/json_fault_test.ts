import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { findJsonFault } from "../../src/emulator/cli/json_fault.ts";

describe("a fault in JSON", () => {
  it("is told by its place and by what was expected", () => {
    for (
      const [text, place, expected] of [
        ["", "1:1", "a value"],
        ["\r\n\r\n ", "3:2", "a value"],
        ["{'a': 1}", "1:2", 'a name in double quotes or "}"'],
        ['{"a" 1}', "1:6", '":"'],
        ['{\r\n "a": 1,\r\n}', "3:1", "a name in double quotes"],
        ['{"a": 1\n"b": 2}', "2:1", '"," or "}"'],
        ['{"a": [1 2]}', "1:10", '"," or "]"'],
        ['{"a": [,]}', "1:8", 'a value or "]"'],
        ['{"a": [1,]}', "1:10", "a value"],
        ['{"a": [1}', "1:9", '"," or "]"'],
        ['{"a": undefined}', "1:7", "a value"],
        ['{"a": "b\nc"}', "1:7", "a value"],
        ['{"a": "\\x"}', "1:7", "a value"],
        ['{"a": True}', "1:7", "a value"],
        ['{"a": 01}', "1:8", '"," or "}"'],
        ["{} // seed", "1:4", "nothing more"],
        ['{"a": {', "1:8", 'a name in double quotes or "}"'],
      ] as const
    ) {
      const fault = findJsonFault(text);
      assertEquals(
        [`${fault?.line}:${fault?.column}`, fault?.expected],
        [place, expected],
        text,
      );
    }
  });

  it("is not found in what is JSON", () => {
    for (
      const text of [
        '{"a":[1,-2.5e+3,{"b":null,"é\\u00e9\\n":[[],{}]}],"c":true}',
        "[]",
        '"\u{1F600}"',
        ' \t{ "a" : false }\r\n',
      ]
    ) {
      assertEquals([JSON.parse(text) !== undefined, findJsonFault(text)], [
        true,
        undefined,
      ]);
    }
  });
});
