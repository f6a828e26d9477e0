// A job that brings users over, and one that sees to those who never came back.
import {
  createClerkClient,
  type EmailAddress,
  type Invitation,
  type PhoneNumber,
  type Session,
  type User,
} from "@clerk/backend";
import {
  type ClerkAPIResponseError,
  isClerkAPIResponseError,
} from "@clerk/backend/errors";

const clerk = createClerkClient({ secretKey: "sk_test_1" });

type NewUser = Parameters<typeof clerk.users.createUser>[0];
type UserPage = Awaited<ReturnType<typeof clerk.users.getUserList>>;
type Order = NonNullable<
  Parameters<typeof clerk.users.getUserList>[0]
>["orderBy"];

interface Legacy {
  email: string;
  hash: string;
  first: string;
  phone: string;
  created: string;
}

async function patiently<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!isClerkAPIResponseError(error) || error.status !== 429) throw error;
    const wait = (error.retryAfter ?? 1) * 1000;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return patiently(call);
  }
}

export async function importAll(rows: Legacy[]): Promise<Map<string, User>> {
  const made = new Map<string, User>();
  for (const row of rows) {
    const user: NewUser = {
      emailAddress: [row.email],
      passwordDigest: row.hash,
      passwordHasher: "bcrypt",
      firstName: row.first,
      phoneNumber: [row.phone],
      externalId: row.email,
      createdAt: new Date(row.created),
      skipPasswordChecks: true,
      publicMetadata: { role: "moderator" },
      privateMetadata: { score: 1 },
    };
    try {
      made.set(row.email, await patiently(() => clerk.users.createUser(user)));
    } catch (error) {
      const { errors } = error as ClerkAPIResponseError;
      if (!errors?.some(({ code }) => code === "form_identifier_exists")) {
        throw error;
      }
    }
  }
  return made;
}

export async function* everybody(
  orderBy: Order = "-created_at",
): AsyncGenerator<User> {
  for (let offset = 0;;) {
    const page: UserPage = await clerk.users.getUserList({
      limit: 500,
      offset,
      orderBy,
    });
    for (const user of page.data) yield user;
    offset += page.data.length;
    if (offset >= page.totalCount) return;
  }
}

export async function signOutIdlers(before: number): Promise<void> {
  for await (const user of everybody()) {
    const last: Date | null = user.lastActiveAt
      ? new Date(user.lastActiveAt)
      : null;
    if (last && last.getTime() > before) continue;
    const sessions: Session[] = (await clerk.sessions.getSessionList({
      userId: user.id,
      status: "active",
    })).data;
    await Promise.all(
      sessions.map(({ id }) => clerk.sessions.revokeSession(id)),
    );
    console.log(user.fullName, describe(user));
  }
}

function describe(user: User): string[] {
  const primary: EmailAddress | null = user.primaryEmailAddress;
  const phones: PhoneNumber[] = user.phoneNumbers;
  return user.emailAddresses
    .filter((address) => address.verification?.status === "verified")
    .map((address) => address.emailAddress)
    .concat(primary?.emailAddress ?? [], phones.map((it) => it.phoneNumber))
    .concat(user.externalAccounts.map((account) => account.provider))
    .concat(user.raw?.email_addresses.map((it) => it.email_address) ?? []);
}

export async function inviteAll(emails: string[]): Promise<Invitation[]> {
  const made = await clerk.invitations.createInvitationBulk(
    emails.map((emailAddress) => ({
      emailAddress,
      notify: true,
      publicMetadata: { role: "admin" as const },
    })),
  );
  const { data } = await clerk.invitations.getInvitationList({
    status: "pending",
  });
  for (const { id, createdAt } of data) {
    if (createdAt < 1e12) await clerk.invitations.revokeInvitation(id);
  }
  return made;
}

export function firstPage(): Promise<{ data: User[]; totalCount: number }> {
  return clerk.users.getUserList();
}

export async function tokenOf(userId: string): Promise<string | undefined> {
  const { data } = await clerk.users.getUserOauthAccessToken(userId, "google");
  const scopes: string[] | undefined = data[0]?.scopes;
  return scopes?.includes("email") ? data[0]?.token : undefined;
}
