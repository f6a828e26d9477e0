import { assert, assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import fc from "fast-check";
import { createEmulator, type Emulator } from "../../emulator.ts";
import { call, conform } from "./harness.ts";

const USERS = ["user_a", "user_b", "user_c"];
const SEED = {
  users: USERS.map((id) => ({ id, emailAddress: [`${id}@example.com`] })),
  roles: [{ key: "editor", permissions: ["org:posts:edit"] }],
};

// deno-lint-ignore no-explicit-any
type Body = any;

/** What there is, as the API tells it. */
interface World {
  readonly organizations: readonly Body[];
  readonly memberships: readonly Body[];
  readonly invitations: readonly Body[];
}

/** One thing that a caller may do: method, path and body by what there is. */
type Step = (world: World) => readonly [string, string, unknown?];

const letter = fc.constantFrom("a", "b", "c");
const user = fc.constantFrom(...USERS, "user_x");
const role = fc.constantFrom("org:admin", "org:member", "org:editor", "org:x");
const email = fc.constantFrom(
  ...USERS.map((id) => `${id}@example.com`),
  "eve@example.com",
  "fay@example.com",
);

const pick = (list: readonly Body[], i: number) =>
  list[i % (list.length || 1)]?.id ?? "none";
const at = (world: World, i: number) =>
  `/organizations/${pick(world.organizations, i)}`;

const many = fc.nat(5);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(letter, fc.boolean(), fc.option(user), fc.nat(4)).map(
      ([name, named, created_by, max_allowed_memberships]): Step => () => [
        "POST",
        "/organizations",
        {
          name,
          created_by,
          max_allowed_memberships,
          ...(named && { slug: name }),
        },
      ],
    ),
  },
  fc.tuple(many, letter).map(([i, slug]): Step => (world) => [
    "PATCH",
    at(world, i),
    { slug },
  ]),
  many.map((i): Step => (world) => ["DELETE", at(world, i)]),
  {
    weight: 4,
    arbitrary: fc.tuple(many, user, role).map(
      ([i, user_id, role]): Step => (world) => [
        "POST",
        `${at(world, i)}/memberships`,
        { user_id, role },
      ],
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(many, user, role).map(
      ([i, id, role]): Step => (world) => [
        "PATCH",
        `${at(world, i)}/memberships/${id}`,
        { role },
      ],
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(many, user).map(([i, id]): Step => (world) => [
      "DELETE",
      `${at(world, i)}/memberships/${id}`,
    ]),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(many, email, role).map(
      ([i, email_address, role]): Step => (world) => [
        "POST",
        `${at(world, i)}/invitations`,
        { email_address, role, expires_in_days: 1 },
      ],
    ),
  },
  fc.nat(9).map((i): Step => ({ invitations }) => {
    const { organization_id, id } =
      invitations[i % (invitations.length || 1)] ??
        {};
    return [
      "POST",
      `/organizations/${organization_id}/invitations/${id}/revoke`,
    ];
  }),
  fc.constant<Step>(() => [
    "DELETE",
    `/organization_roles/role_${"member".padStart(27, "0")}`,
  ]),
  fc.constantFrom(...USERS).map((id): Step => () => ["DELETE", `/users/${id}`]),
);

async function readWorld(emulator: Emulator): Promise<World> {
  const read = async (path: string) => {
    const { body } = await call(emulator, "GET", `${path}limit=500`);
    conform(`GET ${path.slice(0, path.indexOf("?"))}`, body);
    assertEquals(body.data.length, body.total_count);
    return body.data;
  };
  return {
    organizations: await read(
      "/organizations?include_members_count=true&include_missing_member_with_elevated_permissions=true&",
    ),
    memberships: await read("/organization_memberships?"),
    invitations: await read("/organization_invitations?"),
  };
}

/** Asserts that no two have the same. */
function assertUnique(keys: readonly string[]): void {
  assertEquals([...new Set(keys)].sort(), [...keys].sort());
}

function checkWorld(world: World): void {
  const { organizations, memberships, invitations } = world;
  const pending = invitations.filter(({ status }) => status === "pending");
  assertUnique(organizations.map(({ slug }) => slug));
  assertUnique(
    memberships.map((each) =>
      `${each.organization.id} ${each.public_user_data.user_id}`
    ),
  );
  assertUnique(
    pending.map((each) => `${each.organization_id} ${each.email_address}`),
  );
  const ids = organizations.map(({ id }) => id);
  for (const each of invitations) assert(ids.includes(each.organization_id));
  for (const organization of organizations) {
    const { id, members_count, max_allowed_memberships: most } = organization;
    const members = memberships.filter((each) => each.organization.id === id);
    assertEquals(members_count, members.length);
    const open = pending.filter((each) => each.organization_id === id);
    assert(most === 0 || members.length + open.length <= most);
    assertEquals(
      organization.missing_member_with_elevated_permissions,
      members.every((each) => each.role !== "org:admin"),
    );
  }
}

/** The lists of users hold the same memberships as that of the instance. */
async function checkUserLists(emulator: Emulator, world: World) {
  const ofUsers = [];
  for (const id of USERS) {
    const path = `/users/${id}/organization_memberships?limit=500`;
    ofUsers.push(...(await call(emulator, "GET", path)).body.data ?? []);
  }
  const ids = (list: readonly Body[]) => list.map(({ id }) => id).sort();
  assertEquals(ids(ofUsers), ids(world.memberships));
}

/** What has an administrator keeps one, whatever is done to its members. */
function checkAdministrators(before: World, after: World): void {
  const without = (world: World) =>
    world.organizations
      .filter((each) => each.missing_member_with_elevated_permissions)
      .map(({ id }) => id);
  const known = new Set([
    ...without(before),
    ...after.organizations.map(({ id }) => id)
      .filter((id) => !before.organizations.some((each) => each.id === id)),
  ]);
  assertEquals(without(after).filter((id) => !known.has(id)), []);
}

describe("any sequence of operations on organizations", () => {
  it("keeps slugs, places and counts right, and administrators in place", async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.nat(9)), { minLength: 15, maxLength: 40 }),
        async (steps) => {
          const emulator = await createEmulator({
            seed: SEED,
            ids: { prefix: "p" },
          });
          emulator.clock.freeze(Date.UTC(2026, 0, 1));
          let world = await readWorld(emulator);
          for (const [make, hours] of steps) {
            const [method, path, body] = make(world);
            emulator.clock.advance(`${hours}h`);
            const { status } = await call(emulator, method, path, body);
            assert(
              [200, 400, 403, 404, 422].includes(status),
              `${method} ${path} ${status}`,
            );
            if (status === 200) done++;
            const next = await readWorld(emulator);
            checkWorld(next);
            if (!path.startsWith("/users")) checkAdministrators(world, next);
            world = next;
          }
          await checkUserLists(emulator, world);
          const other = await createEmulator();
          other.clock.freeze(emulator.clock.now());
          other.restore(JSON.parse(JSON.stringify(emulator.snapshot())));
          assertEquals(await readWorld(other), world);
          await emulator.reset({ reseed: false });
          assertEquals(
            emulator.snapshot(),
            (await createEmulator()).snapshot(),
          );
        },
      ),
      { numRuns: 100 },
    );
    assert(done > 150, `only ${done} steps did anything`);
  });
});
