// Runs against @std where JSR answers and against the stand-ins elsewhere:
// both must agree with what is written here.
import {
  assert,
  assertArrayIncludes,
  assertEquals,
  assertInstanceOf,
  AssertionError,
  assertMatch,
  assertNotEquals,
  assertObjectMatch,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import { afterEach, beforeEach, describe, it } from "@std/testing/bdd";
import {
  assertSpyCall,
  assertSpyCalls,
  returnsNext,
  spy,
  stub,
} from "@std/testing/mock";
import { FakeTime } from "@std/testing/time";

class Box {
  readonly inside: unknown;
  constructor(inside: unknown) {
    this.inside = inside;
  }
}

const circular = () => {
  const o: { self?: unknown } = {};
  o.self = o;
  return o;
};

const EQUAL: readonly (readonly [string, unknown, unknown])[] = [
  ["0 and -0", 0, -0],
  ["NaN", NaN, NaN],
  ["a null prototype and a plain object", Object.create(null), {}],
  ["arrays", [1, [2]], [1, [2]]],
  ["bytes", new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  ["buffers", new ArrayBuffer(2), new ArrayBuffer(2)],
  ["maps of objects", new Map([[{ a: 1 }, 1]]), new Map([[{ a: 1 }, 1]])],
  ["sets in another order", new Set([1, 2]), new Set([2, 1])],
  ["dates", new Date(1), new Date(1)],
  ["URLs", new URL("https://a.test/"), new URL("https://a.test")],
  ["instances", new Box([1]), new Box([1])],
  ["circles", circular(), circular()],
];

const UNEQUAL: readonly (readonly [string, unknown, unknown])[] = [
  ["undefined and absent", { a: undefined }, {}],
  ["undefined and null", undefined, null],
  ["a number and its text", 1, "1"],
  ["arrays of other lengths", [1], [1, undefined]],
  ["an array and an object", [], {}],
  ["an instance and a plain object", new Box(1), { inside: 1 }],
  ["bytes", new Uint8Array([1]), new Uint8Array([2])],
  ["buffers", new Uint8Array([1]).buffer, new Uint8Array([2]).buffer],
  ["sets", new Set([1]), new Set([2])],
  ["maps", new Map([["a", 1]]), new Map([["a", 2]])],
  ["patterns", /a/, /a/i],
  ["dates", new Date(1), new Date(2)],
  ["errors of other messages", new Error("a"), new Error("b")],
  ["errors made at two places", new Error("a"), new Error("a")],
  ["symbol keys", { [Symbol.iterator]: 1 }, { [Symbol.iterator]: 2 }],
];

describe("assertEquals", () => {
  for (const [name, a, b] of EQUAL) {
    it(`takes ${name} as equal`, () => {
      assertEquals(a, b);
      assertThrows(() => assertNotEquals(a, b), AssertionError);
    });
  }
  for (const [name, a, b] of UNEQUAL) {
    it(`takes ${name} as different`, () => {
      assertNotEquals(a, b);
      assertThrows(() => assertEquals(a, b), AssertionError);
    });
  }
});

describe("assertThrows and assertRejects", () => {
  it("give the error and judge its class and message", async () => {
    const thrown = assertThrows(
      () => {
        throw new TypeError("Cannot do it");
      },
      TypeError,
      "not do",
    );
    assertInstanceOf(thrown, TypeError);
    const rejected = await assertRejects(
      () => Promise.reject(new RangeError("Too far")),
      RangeError,
      "far",
    );
    assertEquals(rejected.message, "Too far");
  });

  it("refuse another class, another message and no error", async () => {
    const fail = () => {
      throw new TypeError("a");
    };
    assertThrows(() => assertThrows(fail, RangeError), AssertionError);
    assertThrows(() => assertThrows(fail, TypeError, "b"), AssertionError);
    assertThrows(() => assertThrows(() => 1), AssertionError);
    await assertRejects(
      () => assertRejects(() => Promise.resolve()),
      AssertionError,
    );
    await assertRejects(() => assertRejects(fail), AssertionError);
  });
});

describe("other assertions", () => {
  it("assertStrictEquals tells 0 from -0", () => {
    assertThrows(() => assertStrictEquals(0, -0), AssertionError);
  });

  it("assertObjectMatch looks at the expected members only", () => {
    const have = { a: 1, b: { c: [1, { d: 2, e: 3 }], f: /x/ } };
    assertObjectMatch(have, { b: { c: [1, { d: 2 }], f: /x/ } });
    assertThrows(() => assertObjectMatch(have, { b: { g: 1 } }));
    assertThrows(() => assertObjectMatch(have, { b: { c: [1, { d: 3 }] } }));
  });

  it("assertArrayIncludes compares deeply", () => {
    assertArrayIncludes([{ a: 1 }, 2], [{ a: 1 }]);
    assertThrows(() => assertArrayIncludes([1], [2]), AssertionError);
  });

  it("assertMatch takes a pattern", () => {
    assertMatch("abc", /^a.c$/);
    assertThrows(() => assertMatch("abc", /^b/), AssertionError);
  });
});

describe("hooks", () => {
  const seen: string[] = [];
  beforeEach(() => {
    seen.push("outer before");
  });
  afterEach(() => {
    seen.push("outer after");
  });

  describe("of an inner describe", () => {
    beforeEach(() => {
      seen.push("inner before");
    });
    afterEach(() => {
      seen.push("inner after");
    });
    it("run inside those of the outer one", () => {
      assertEquals(seen, ["outer before", "inner before"]);
    });
  });

  it("run around every case", () => {
    assertEquals(seen.slice(2), [
      "inner after",
      "outer after",
      "outer before",
    ]);
  });
});

describe("mocks", () => {
  it("a spy records calls", () => {
    const add = spy((a: number, b: number) => a + b);
    assertEquals(add(1, 2), 3);
    assertSpyCall(add, 0, { args: [1, 2], returned: 3 });
    assertSpyCalls(add, 1);
    assertThrows(() => assertSpyCalls(add, 2), AssertionError);
  });

  it("a stub replaces a method until it is restored", () => {
    const o = { read: () => 1 };
    const read = stub(o, "read", returnsNext([2, 3]));
    assertEquals([o.read(), o.read()], [2, 3]);
    read.restore();
    assertEquals(o.read(), 1);
    assertEquals(read.restored, true);
  });

  it("a stub is disposable", () => {
    const o = { read: () => 1 };
    {
      using _read = stub(o, "read", () => 4);
      assertEquals(o.read(), 4);
    }
    assertEquals(o.read(), 1);
  });
});

describe("FakeTime", () => {
  it("moves the clock and runs what is due, in order", () => {
    using time = new FakeTime(1000);
    const seen: string[] = [];
    setTimeout(() => seen.push(`b ${Date.now()}`), 20);
    setTimeout(() => seen.push(`a ${Date.now()}`), 10);
    clearTimeout(setTimeout(() => seen.push("never"), 5));
    time.tick(15);
    assertEquals(seen, ["a 1010"]);
    time.tick(5);
    assertEquals(seen, ["a 1010", "b 1020"]);
    assertEquals(new Date().getTime(), 1020);
  });

  it("runs intervals until they are cleared", () => {
    using time = new FakeTime();
    let n = 0;
    const id = setInterval(() => n++, 10);
    time.tick(35);
    clearInterval(id);
    time.tick(50);
    assertEquals(n, 3);
  });

  it("lets promises settle before it moves on", async () => {
    using time = new FakeTime();
    let done = false;
    Promise.resolve().then(() => setTimeout(() => done = true, 10));
    await time.tickAsync(10);
    assert(done);
  });

  it("gives the real time back", () => {
    const before = Date;
    new FakeTime(0).restore();
    assertStrictEquals(Date, before);
    assert(Date.now() > 1e12);
  });
});
