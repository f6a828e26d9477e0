// A program for the official package, after the change of its import. But for
// that line it is program_official.ts, letter by letter; a test sees to it.
import type {
  BillingPlan,
  ClerkClient,
  EmailAddress,
  ExternalAccount,
  M2MToken,
  Machine,
  Organization,
  OrganizationDomain,
  OrganizationInvitation,
  OrganizationMembership,
  Session,
  Token,
  User,
  UserJSON,
  WebhookEvent,
} from "../../compat/mod.ts";

type NewUser = Parameters<ClerkClient["users"]["createUser"]>[0];
type UserPage = Awaited<ReturnType<ClerkClient["users"]["getUserList"]>>;

function nameOf(user: User): string {
  const address: EmailAddress | null = user.primaryEmailAddress;
  const verified = address?.verification?.status === "verified";
  return `${user.fullName ?? user.username ?? user.id} ${
    verified ? address.emailAddress : "?"
  }`;
}

function readProfile(user: User): readonly string[] {
  const { emailAddresses, externalAccounts, publicMetadata, raw } = user;
  const addresses: string[] = emailAddresses.map((it) => it.emailAddress);
  addresses.sort();
  const accounts = externalAccounts.map((account: ExternalAccount) =>
    `${account.provider}:${account.externalId}:${account.imageUrl.length}`
  );
  const image: string = user.imageUrl;
  const limit: number | null = user.createOrganizationsLimit;
  return [
    ...addresses,
    ...accounts,
    image,
    `${limit}`,
    JSON.stringify(publicMetadata),
    raw?.email_addresses.length.toString() ?? "",
  ];
}

function lastPage({ data, totalCount }: UserPage): string {
  const users: User[] = data;
  return `${users.length} of ${totalCount}`;
}

async function manageUsers(clerk: ClerkClient): Promise<readonly string[]> {
  const wanted: NewUser = {
    emailAddress: ["ada@example.com"],
    password: "correct horse",
    firstName: "Ada",
    createdAt: new Date(0),
    publicMetadata: { plan: "free" },
  };
  const user = await clerk.users.createUser(wanted);
  await clerk.users.updateUser(user.id, {
    primaryEmailAddressID: "idn_1",
    lastName: "Lovelace",
  });
  await clerk.users.updateUserMetadata(user.id, {
    privateMetadata: { customer: "cus_1" },
  });
  const page = await clerk.users.getUserList({
    emailAddress: ["ada@example.com"],
    orderBy: "-created_at",
    limit: 10,
    last_active_at_since: 1,
  });
  const count: number = await clerk.users.getCount({ query: "ada" });
  const { data: tokens } = await clerk.users.getUserOauthAccessToken(
    user.id,
    "google",
  );
  const labels: string[] = tokens.map(({ label }) => label);
  const { verified }: { verified: true } = await clerk.users.verifyPassword({
    userId: user.id,
    password: "x",
  });
  const deleted = await clerk.users.deleteUser(user.id);
  return [
    nameOf(user),
    ...readProfile(user),
    lastPage(page),
    `${count} ${verified} ${labels} ${deleted.id}`,
  ];
}

function nameOfMember(membership: OrganizationMembership): string {
  const identifier: string | undefined = membership.publicUserData?.identifier;
  const organization: Organization = membership.organization;
  return `${identifier} ${membership.role} ${organization.slug}`;
}

async function manageOrganizations(
  clerk: ClerkClient,
): Promise<readonly string[]> {
  const { organizations } = clerk;
  const made: Organization = await clerk.organizations.createOrganization({
    name: "Acme",
    createdBy: "user_1",
    privateMetadata: { invoice: true },
  });
  const invitation: OrganizationInvitation = await clerk.organizations
    .createOrganizationInvitation({
      organizationId: made.id,
      emailAddress: "grace@example.com",
      role: "org:member",
      inviterUserId: "user_1",
    });
  const expiresAt: number = invitation.expiresAt;
  const list = await clerk.organizations.getOrganizationMembershipList({
    organizationId: made.id,
    role: ["org:admin"],
  });
  const domain: OrganizationDomain = await clerk.organizations
    .createOrganizationDomain({
      organizationId: made.id,
      name: "example.com",
      enrollmentMode: "manual_invitation",
    });
  return [
    ...list.data.map(nameOfMember),
    `${organizations === clerk.organizations} ${made.imageUrl}`,
    `${expiresAt} ${domain.name} ${invitation.role}`,
  ];
}

async function manageSessions(clerk: ClerkClient): Promise<readonly string[]> {
  const { data } = await clerk.sessions.getSessionList({ userId: "user_1" });
  const actors = data.map((session: Session) =>
    session.actor === null ? "-" : Object.keys(session.actor).join()
  );
  const token: Token = await clerk.sessions.getToken("sess_1", "template");
  const fresh = await clerk.sessions.refreshSession("sess_1", {
    expired_token: "a",
    refresh_token: "b",
    request_origin: "https://example.com",
  });
  const signIn = await clerk.signInTokens.createSignInToken({
    userId: "user_1",
    expiresInSeconds: 60,
  });
  const address: string = signIn.token;
  const { svix_url } = await clerk.webhooks.createSvixApp();
  return [...actors, token.jwt, fresh.jwt, address, svix_url];
}

async function manageMachines(clerk: ClerkClient): Promise<readonly string[]> {
  const key = await clerk.apiKeys.create({ name: "CI", subject: "user_1" });
  const machines: Machine[] = (await clerk.machines.list({ limit: 1 })).data;
  const m2m: M2MToken = await clerk.m2m.createToken({
    secondsUntilExpiration: 60,
  });
  const { data: apps } = await clerk.oauthApplications.list();
  await clerk.domains.add({ name: "example.com", is_satellite: true });
  await clerk.jwtTemplates.create({ name: "a", claims: { role: "b" } });
  const plans: BillingPlan[] = (await clerk.billing.getPlanList()).data;
  const subscription = await clerk.billing.getUserBillingSubscription("user_1");
  const connection = await clerk.enterpriseConnections
    .getEnterpriseConnection("conn_1");
  const entity: string | undefined = connection.samlConnection?.idpEntityId;
  return [
    `${key.secret} ${m2m.token} ${m2m.scopes.length}`,
    ...machines.map((it) => `${it.name} ${it.scopedMachines.length}`),
    ...apps.map((app) => `${app.isPublic} ${app.clientSecret}`),
    ...plans.map((plan) => `${plan.description} ${plan.features.length}`),
    `${subscription.subscriptionItems[0]?.plan?.name} ${entity}`,
  ];
}

function describeEvent(event: WebhookEvent): string {
  if (event.type === "user.created") {
    const data: UserJSON | undefined = undefined;
    return `${event.data.id} ${data}`;
  }
  return event.type;
}

/** What a program makes of the API; the same for both packages. */
export async function run(clerk: ClerkClient): Promise<readonly string[]> {
  return [
    ...await manageUsers(clerk),
    ...await manageOrganizations(clerk),
    ...await manageSessions(clerk),
    ...await manageMachines(clerk),
    describeEvent(Object({ type: "session.ended" })),
  ];
}
