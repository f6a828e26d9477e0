/**
 * deno task test:browser
 *
 * Walks through an app and the emulator's pages with Chromium, as a person
 * would: signs in, switches the organization and the user, lets the session run
 * out, signs out, comes by an invitation. Fails when
 * a page does not say what it should, or when anything leaves this machine. The
 * pages as they looked, light and dark, wide and narrow, are in
 * .cache/screenshots/. Wants a Chromium: the one that CHROMIUM names, or that of
 * Debian. Not a part of the gate.
 */
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { createApp } from "../examples/ssr_app.ts";
import { type ServedEmulator, serveEmulator } from "../emulator_serve.ts";
import { createClerkClient } from "../mod.ts";
import { CACHE_DIR } from "./toolchain.ts";

const OUT = `${CACHE_DIR}/screenshots`;

const SEED = {
  users: [
    {
      id: "user_ada",
      firstName: "Ada",
      lastName: "Lovelace",
      emailAddress: ["ada@example.com"],
    },
    {
      id: "user_grace",
      firstName: "Grace",
      lastName: "Hopper",
      emailAddress: ["grace@example.com"],
    },
    {
      id: "user_radia",
      username: "radia",
      emailAddress: ["radia.perlman@a-rather-long-domain-name.example.com"],
    },
    {
      id: "user_mallory",
      firstName: "Mallory",
      emailAddress: ["mallory@example.com"],
      banned: true,
    },
  ],
  organizations: [
    {
      id: "org_engines",
      name: "Analytical Engines",
      members: [{ userId: "user_ada", role: "admin" }],
    },
    {
      id: "org_compilers",
      name: "Compilers & Co",
      members: [{ userId: "user_ada" }, { userId: "user_grace" }],
    },
  ],
};

/** How the pages are looked at. */
const LOOKS = [
  { name: "light", colorScheme: "light", width: 1024, height: 820 },
  { name: "dark", colorScheme: "dark", width: 1024, height: 820 },
  { name: "narrow", colorScheme: "light", width: 360, height: 740 },
] as const;

function demand(holds: boolean, what: string): void {
  if (!holds) throw new Error(`Expected ${what}`);
}

async function demandText(page: Page, text: string): Promise<void> {
  await page.getByText(text).first().waitFor({ timeout: 5_000 });
}

/** What leaves this machine, which must be nothing. */
function watch(context: BrowserContext): string[] {
  const strays: string[] = [];
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol === "data:" || /^(localhost|127\.0\.0\.1)$/.test(hostname)) {
      return;
    }
    strays.push(request.url());
  });
  return strays;
}

/** The walk. Gives a picture of each page a name. */
async function walk(
  page: Page,
  app: string,
  { url }: ServedEmulator,
  shoot: (name: string) => Promise<void>,
): Promise<void> {
  await page.goto(app);
  await demandText(page, "You are signed out.");
  await page.getByRole("link", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Sign in" }).waitFor();
  demand(
    await page.getByRole("button", { name: "Mallory" }).isDisabled(),
    "nobody to sign in who is banned",
  );
  // The keyboard alone is enough.
  await page.keyboard.press("Tab");
  await shoot("sign-in");
  await page.keyboard.press("Enter");
  await demandText(page, "You are signed in.");
  demand(page.url() === `${app}/`, `to be back at the app, not ${page.url()}`);

  await page.getByRole("link", { name: "Your account" }).click();
  const user = await page.locator("#user").textContent() ?? "";
  demand(user.includes("@example.com") || user.includes("@a-"), "a user");
  await shoot("app-account");
  await page.goto(
    `${url}/sign-in?redirect_url=${encodeURIComponent(`${app}/account`)}`,
  );
  await page.getByRole("heading", { name: "Switch user" }).waitFor();
  await page.getByRole("button", { name: "Ada Lovelace" }).click();
  await page.locator("#user", { hasText: "ada@example.com" }).waitFor();

  // As if a person had looked around: SDKs take three handshakes within two
  // seconds for a loop.
  await page.context().clearCookies({ name: "__clerk_redirect_count" });
  await page.getByRole("link", { name: "Switch organization" }).click();
  await page.getByRole("heading", { name: "Switch organization" }).waitFor();
  await shoot("organization");
  await page.getByRole("button", { name: "Analytical Engines" }).click();
  await page.locator("#organization", { hasText: "org_engines" }).waitFor();

  await page.goto(`${url}/user?redirect_url=${encodeURIComponent(app)}`);
  await page.getByRole("heading", { name: "Your account" }).waitFor();
  await shoot("user");
  await page.goto(`${url}/sign-in?redirect_url=${encodeURIComponent(app)}`);
  await shoot("switch-user");
  await page.goto(`${url}/sign-out?redirect_url=${encodeURIComponent(app)}`);
  await shoot("sign-out");
  await page.goto(`${app}/account`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await demandText(page, "You are signed out.");
}

/** Lets time pass: a token is renewed without a word, a session is not. */
async function outlast(
  page: Page,
  app: string,
  { url, emulator }: ServedEmulator,
): Promise<void> {
  const context = page.context();
  const readToken = async () =>
    (await context.cookies(app)).find(({ name }) => name === "__session")
      ?.value;
  const signIn = encodeURIComponent(`${app}/account`);
  await page.goto(`${url}/sign-in?redirect_url=${signIn}`);
  await page.getByRole("button", { name: "Grace Hopper" }).click();
  await page.locator("#user", { hasText: "grace@example.com" }).waitFor();
  const first = await readToken();
  emulator.clock.advance("2m");
  await context.clearCookies({ name: "__clerk_redirect_count" });
  await page.goto(`${app}/account`);
  await page.locator("#user", { hasText: "grace@example.com" }).waitFor();
  demand(first !== await readToken(), "another token in place of an old one");
  emulator.clock.advance("8d");
  await context.clearCookies({ name: "__clerk_redirect_count" });
  await page.goto(app);
  await demandText(page, "You are signed out.");
}

/** Asks to be let in, is invited, and comes by the link of the message. */
async function comeInvited(
  page: Page,
  app: string,
  { url, emulator }: ServedEmulator,
  invite: (email: string) => Promise<void>,
  shoot: (name: string) => Promise<void>,
): Promise<void> {
  const email = `guest.${crypto.randomUUID().slice(0, 8)}@example.com`;
  await page.goto(`${url}/waitlist`);
  await shoot("waitlist");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Join the waitlist" }).click();
  await page.getByRole("heading", { name: "You are on" }).waitFor();
  await shoot("waitlist-joined");
  await invite(email);
  const link = emulator.outbox.findLast((message) => message.url)?.url;
  demand(link !== undefined, "a message with a link");
  await page.goto(`${link}`);
  await page.getByRole("heading", { name: "Accept the invitation" }).waitFor();
  await shoot("invited");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL(`${app}/**`);
  await demandText(page, "You are signed in.");
}

/** The pages that nobody has to be signed in for. */
async function visitOthers(
  page: Page,
  app: string,
  { url }: ServedEmulator,
  shoot: (name: string) => Promise<void>,
): Promise<void> {
  await page.goto(`${url}/sign-up?redirect_url=${encodeURIComponent(app)}`);
  await shoot("sign-up");
  await page.getByLabel("E-mail address").fill("ada@example.com");
  await page.getByLabel("First name").fill("Ada");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("alert").waitFor();
  await shoot("sign-up-refused");
  const email = `new.${crypto.randomUUID().slice(0, 8)}@example.com`;
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Create account" }).click();
  await demandText(page, "You are signed in.");
  await page.goto(`${url}/sign-out`);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto(`${url}/`);
  await shoot("home");
  await page.goto(`${url}/user`);
  await shoot("nobody");
  await page.goto(`${url}/sign-in?q=zebra`);
  await demandText(page, "Nobody was found");
  await shoot("search");
  await page.goto(`${url}/sign-in?redirect_url=https://example.com/`);
  await page.getByRole("alert").waitFor();
  await shoot("refused");
}

async function main(): Promise<void> {
  const served = await serveEmulator({ port: 0, seed: SEED });
  const { secretKey, publishableKey } = served.emulator;
  const clerk = createClerkClient({
    secretKey,
    publishableKey,
    apiUrl: served.url,
    clock: served.emulator.clock,
    env: {},
  });
  const server = Deno.serve({ port: 0, onListen() {} }, createApp(clerk));
  const app = `http://localhost:${server.addr.port}`;
  Deno.mkdirSync(OUT, { recursive: true });
  const browser = await chromium.launch({
    executablePath: Deno.env.get("CHROMIUM") ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    for (const { name, colorScheme, width, height } of LOOKS) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height },
      });
      const strays = watch(context);
      const page = await context.newPage();
      page.setDefaultTimeout(5_000);
      const shoot = async (what: string) => {
        await page.screenshot({
          path: `${OUT}/${what}-${name}.png`,
          fullPage: true,
        });
      };
      await walk(page, app, served, shoot).catch(async (error) => {
        await shoot("failure");
        throw error;
      });
      await visitOthers(page, app, served, shoot);
      await outlast(page, app, served);
      await comeInvited(page, app, served, async (email) => {
        const { errors } = await clerk.invitations.createInvitation({
          emailAddress: email,
          redirectUrl: `${app}/`,
        });
        demand(!errors, `an invitation, not ${JSON.stringify(errors)}`);
      }, shoot);
      demand(strays.length === 0, `nothing to leave: ${strays}`);
      await context.close();
      console.log(`✓ ${name}`);
    }
  } finally {
    await browser.close();
    await server.shutdown();
    await served.stop();
  }
  console.log(`The pages are in ${OUT}`);
}

await main();
