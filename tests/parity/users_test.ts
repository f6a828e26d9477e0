// The same calls through the official client and through ours: what they send
// must be the same, but for what is listed here.
import { createClerkClient as createOfficialClient } from "./official.ts";
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { createServer } from "node:http";
import { afterAll, beforeAll, describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../mod.ts";
import { bodyOf, createRecorder, lineOf, type Sent } from "../api/recorder.ts";
import { metadata } from "../api/user_json.ts";

interface Case {
  /** The arguments, the same for both. */
  readonly args: readonly unknown[];
  /** The arguments of ours, where they have other names. */
  readonly ourArgs?: readonly unknown[];
  /** Why ours sends something else, and how it comes of what theirs sends. */
  readonly departure?: {
    readonly because: string;
    readonly ours: (official: Described) => Described;
  };
}

/** Requests, each as its line and its body. */
type Described = readonly (readonly [line: string, body: unknown])[];

const filters = {
  emailAddress: ["a@example.com", "b+c@example.com"],
  phoneNumber: ["+15555550100"],
  externalId: ["ext 1"],
  username: ["ada"],
  web3Wallet: ["0x1"],
  userId: ["user_1", "-user_2"],
  query: "a&b=c d",
};

const profile = {
  externalId: "ext_1",
  firstName: "Ada",
  lastName: "Lovelace",
  username: "ada",
  locale: "en-US",
  timezone: "Europe/Paris",
  password: "correct horse",
  skipPasswordChecks: true,
  skipLegalChecks: false,
  legalAcceptedAt: new Date(1_767_225_600_000),
  createdAt: new Date(0),
  totpSecret: "JBSWY3DP",
  backupCodes: ["code_1"],
};

const change = {
  ...profile,
  signOutOfOtherSessions: true,
  notifyPrimaryEmailAddressChanged: true,
  deleteSelfEnabled: true,
  createOrganizationEnabled: false,
  createOrganizationsLimit: 0,
};

const profileImage = () => new File(["png"], "me.png", { type: "image/png" });

const CASES: { readonly [method: string]: readonly Case[] } = {
  getUserList: [
    {
      args: [{
        ...filters,
        organizationId: ["org_1"],
        limit: 3,
        offset: 6,
        orderBy: "-created_at",
        createdAtAfter: 5,
        lastActiveAtBefore: 7,
        includeTotalCount: true,
      }],
      departure: {
        because:
          "includeTotalCount is ours, and the official client sends it on",
        ours: (official) =>
          official.map(([line, body]) => [
            line.replace("include_total_count=true&", ""),
            body,
          ]),
      },
    },
    {
      args: [],
      departure: {
        because: "the total is a second request, sent only when asked for",
        ours: (official) => official.slice(0, 1),
      },
    },
  ],
  getUser: [{ args: ["user_1"] }],
  createUser: [
    {
      args: [{
        ...profile,
        emailAddress: ["a@example.com"],
        emailAddressIdentificationStatus: ["reserved"],
        phoneNumber: ["+15555550100"],
        phoneNumberIdentificationStatus: ["verified"],
        skipPasswordRequirement: true,
        banned: false,
        locked: true,
        publicMetadata: metadata,
        privateMetadata: metadata,
        unsafeMetadata: metadata,
      }],
    },
    { args: [{ passwordDigest: "$2a$1", passwordHasher: "bcrypt" }] },
  ],
  updateUser: [
    {
      args: ["user_1", {
        ...change,
        primaryEmailAddressID: "idn_1",
        primaryPhoneNumberID: "idn_2",
        primaryWeb3WalletID: "idn_3",
        profileImageID: "img_1",
      }],
      // Ours are named as the members of a user are.
      ourArgs: ["user_1", {
        ...change,
        primaryEmailAddressId: "idn_1",
        primaryPhoneNumberId: "idn_2",
        primaryWeb3WalletId: "idn_3",
        profileImageId: "img_1",
      }],
    },
    { args: ["user_1", { publicMetadata: metadata }] },
    { args: ["user_1", { firstName: "Ada", privateMetadata: metadata }] },
  ],
  replaceUserEmailAddress: [
    { args: ["user_1", { emailAddress: "a@example.com" }] },
  ],
  replaceUserPhoneNumber: [
    { args: ["user_1", { phoneNumber: "+15555550100" }] },
  ],
  updateUserProfileImage: [{ args: ["user_1", { file: profileImage() }] }],
  updateUserMetadata: [{
    args: ["user_1", { publicMetadata: metadata, privateMetadata: metadata }],
  }],
  replaceUserMetadata: [{ args: ["user_1", { unsafeMetadata: metadata }] }],
  deleteUser: [{ args: ["user_1"] }],
  getCount: [{ args: [filters] }, { args: [] }],
  getUserOauthAccessToken: [
    { args: ["user_1", "google"] },
    { args: ["user_1", "oauth_google"] },
  ],
  disableUserMFA: [{ args: ["user_1"] }],
  getOrganizationMembershipList: [
    {
      args: [{ userId: "user_1", limit: 1, offset: 0 }],
      departure: {
        because: "a value of 0 or false is a value, and is sent",
        ours: (official) =>
          official.map(([line, body]) => [`${line}&offset=0`, body]),
      },
    },
    { args: [{ userId: "user_1" }] },
  ],
  getOrganizationInvitationList: [
    { args: [{ userId: "user_1", limit: 1, offset: 2, status: "pending" }] },
  ],
  removePassword: [
    { args: ["user_1", { signOutOfOtherSessions: true }] },
    { args: ["user_1"] },
  ],
  verifyPassword: [{ args: [{ userId: "user_1", password: "p" }] }],
  verifyTOTP: [{ args: [{ userId: "user_1", code: "123456" }] }],
  banUser: [{ args: ["user_1"] }],
  unbanUser: [{ args: ["user_1"] }],
  lockUser: [{ args: ["user_1"] }],
  unlockUser: [{ args: ["user_1"] }],
  deleteUserProfileImage: [{ args: ["user_1"] }],
  deleteUserPasskey: [
    { args: [{ userId: "user_1", passkeyIdentificationId: "idn_1" }] },
  ],
  deleteUserWeb3Wallet: [
    { args: [{ userId: "user_1", web3WalletIdentificationId: "idn_1" }] },
  ],
  deleteUserExternalAccount: [
    { args: [{ userId: "user_1", externalAccountId: "eac_1" }] },
  ],
  deleteUserBackupCodes: [{ args: ["user_1"] }],
  deleteUserTOTP: [{ args: ["user_1"] }],
  setPasswordCompromised: [
    { args: ["user_1", { revokeAllSessions: true }] },
    { args: ["user_1"] },
  ],
  unsetPasswordCompromised: [{ args: ["user_1"] }],
};

/** What an answer must be for either client to go on. */
function answer({ url }: Sent): unknown {
  const { pathname, searchParams } = url;
  if (pathname.endsWith("/count")) {
    return { object: "total_count", total_count: 1 };
  }
  if (pathname === "/v1/users" || searchParams.has("paginated")) return [];
  return { object: "user", id: "user_1" };
}

function call(users: unknown, name: string, args: readonly unknown[]): unknown {
  const object = Object(users);
  return Reflect.apply(Reflect.get(object, name), object, args);
}

/** Requests sent at the same time may come in any order. */
function describeSent(sent: readonly Sent[]): Described {
  return sent.map((request) => [lineOf(request), bodyOf(request)] as const)
    .sort(([a], [b]) => a < b ? -1 : 1);
}

async function callOfficial(
  peer: Peer,
  name: string,
  args: readonly unknown[],
): Promise<Described> {
  peer.sent.length = 0;
  const warn = console.warn;
  console.warn = () => {};
  try {
    await call(peer.users, name, args);
  } finally {
    console.warn = warn;
  }
  return describeSent(peer.sent);
}

async function callOurs(
  name: string,
  args: readonly unknown[],
): Promise<Described> {
  const { fetch, sent } = createRecorder(answer);
  const clerk = createClerkClient({
    secretKey: "sk_test_secret",
    env: {},
    fetch,
  });
  await call(clerk.users, name, args);
  return describeSent(sent);
}

/** The official client, and a server on this machine that it talks to. */
interface Peer {
  readonly users: unknown;
  readonly sent: Sent[];
  close(): Promise<void>;
}

// The official client keeps the fetch that it finds when it is loaded, which may
// be before any test runs: so it gets a real server.
async function startPeer(): Promise<Peer> {
  const { fetch, sent } = createRecorder(answer);
  const server = createServer(async (request, response) => {
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const type = request.headers["content-type"] ?? "";
    const body = new Response(new Blob(chunks), {
      headers: { "content-type": type },
    });
    const reply = await fetch(`http://127.0.0.1${request.url}`, {
      method: request.method ?? "",
      body: type.startsWith("multipart/")
        ? await body.formData()
        : await body.text(),
    });
    response.setHeader("content-type", "application/json");
    response.setHeader("connection", "close");
    response.end(await reply.text());
  });
  await new Promise<void>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve())
  );
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const clerk = createOfficialClient({
    secretKey: "sk_test_secret",
    apiUrl: `http://127.0.0.1:${port}`,
    telemetry: { disabled: true },
  });
  return {
    users: clerk.users,
    sent,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

describe("parity: users", () => {
  let peer: Peer | undefined;
  beforeAll(async () => {
    peer = await startPeer();
  });
  afterAll(() => peer?.close());

  for (const [name, cases] of Object.entries(CASES)) {
    it(name, async () => {
      assert(peer);
      for (const { args, ourArgs = args, departure } of cases) {
        const official = await callOfficial(peer, name, args);
        const ours = await callOurs(name, ourArgs);
        assertEquals(ours, departure ? departure.ours(official) : official);
        if (departure) assertNotEquals(ours, official, departure.because);
      }
    });
  }

  it("has every method of the official client, and no fewer", () => {
    assert(peer);
    const names = Object.getOwnPropertyNames(Object.getPrototypeOf(peer.users))
      .filter((name) => name !== "constructor");
    const ours = createClerkClient({ secretKey: "sk_test_secret", env: {} });
    const known = new Set(Object.keys(ours.users));
    assertEquals(names.filter((name) => !known.has(name)), []);
    assertEquals(names.filter((name) => !(name in CASES)), []);
  });
});
