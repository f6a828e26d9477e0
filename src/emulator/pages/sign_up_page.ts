import { findInvitation, type OpenInvitation } from "../accept_invitation.ts";
import { readForm } from "../frontend/form.ts";
import { signInBrowser } from "../frontend/sessions.ts";
import { TICKET_PARAMETER } from "../frontend/ticket.ts";
import { checkBody } from "../http/fields.ts";
import { Refusal, refuse, type WireError } from "../http/refusal.ts";
import { createUser } from "../routes/users.ts";
import { userFields } from "../routes/users_fields.ts";
import { readSettings } from "../state/settings.ts";
import { type Html, markup } from "./html.ts";
import { leave, linkTo, showPage, type Visit } from "./visit.ts";

/** What was written into the form, what is wrong with it, and who invites. */
interface Entry {
  readonly form: URLSearchParams;
  readonly error?: WireError | undefined;
  readonly invitation?: OpenInvitation | undefined;
}

/** Shows the form for somebody new, or says that nobody can sign up. */
export function showSignUp(visit: Visit): Response {
  const invitation = readInvitation(visit);
  const mode = modeOf(visit);
  if (!invitation && mode !== "public") return showClosed(visit, mode);
  return showForm(visit, { form: new URLSearchParams(), invitation });
}

function modeOf({ instance }: Visit): unknown {
  return readSettings(instance.store, "sign_up").mode;
}

/**
 * Finds the invitation that the browser has the ticket of.
 *
 * @throws {Refusal} When it cannot be accepted, or not by somebody new.
 */
function readInvitation(
  { instance, exchange }: Visit,
): OpenInvitation | undefined {
  const ticket = exchange.url.searchParams.get(TICKET_PARAMETER);
  if (ticket === null) return undefined;
  const found = findInvitation(instance, ticket);
  if (!found) throw refuse("ticket_invalid_code", "This ticket is invalid.");
  const { row, organization } = found;
  if (instance.store.users.find("email", row.emailAddress).length === 0) {
    return found;
  }
  throw organization
    ? refuse(
      "organization_invitation_identification_already_exists",
      "The email address of this invitation is a user's already. Try to sign in.",
    )
    : refuse(
      "invitation_account_exists",
      "An account already exists for this invitation. Sign in instead.",
    );
}

/** Without an invitation nobody can sign up unless the instance is public. */
function refuseClosed(mode: unknown): Refusal {
  return mode === "waitlist"
    ? refuse(
      "sign_up_restricted_waitlist",
      "Sign-ups are currently unavailable. Join the waitlist, and you will be notified when access becomes available.",
    )
    : refuse(
      "sign_up_mode_restricted",
      "New sign-ups are currently restricted.",
    );
}

function showClosed(visit: Visit, mode: unknown): Response {
  const { errors: [error], status } = refuseClosed(mode);
  const join = markup`<a class="button" href="${
    linkTo(visit, "/waitlist")
  }">Join the waitlist</a>`;
  return showPage(visit, {
    title: "Sign up",
    body: markup`<div class="alert" role="alert">${error?.long_message}</div>
<p class="after">The code is <code>${error?.code}</code>.</p>
${mode === "waitlist" ? join : undefined}
<p class="after">Known already? <a href="${
      linkTo(visit, "/sign-in")
    }">Sign in</a></p>`,
  }, status);
}

function showForm(visit: Visit, entry: Entry, status = 200): Response {
  const { form, error, invitation } = entry;
  const email = invitation?.row.emailAddress ?? form.get("email_address") ?? "";
  const signIn = linkTo(visit, "/sign-in");
  const ticket = invitation && `&${TICKET_PARAMETER}=${invitation.row.id}`;
  return showPage(visit, {
    title: invitation ? "Accept the invitation" : "Sign up",
    body: markup`<p class="lead">${showPurpose(visit, invitation)}</p>
${error && showAlert(error)}
<form method="post" action="${linkTo(visit, "/sign-up")}${ticket}">
<div class="field">
<label for="email_address">E-mail address</label>
<input id="email_address" name="email_address" type="email" required autocomplete="email" value="${email}"${
      error && INVALID
    }${invitation && markup` readonly`}>
</div>
<div class="pair">
${showName(entry, "first_name", "First name", "given-name")}
${showName(entry, "last_name", "Last name", "family-name")}
</div>
<button class="button">Create account</button>
</form>
<p class="after">Known already? <a href="${signIn}">Sign in</a></p>`,
  }, status);
}

const INVALID = markup` aria-invalid="true" aria-describedby="wrong" autofocus`;

function showPurpose(
  { back }: Visit,
  invitation: OpenInvitation | undefined,
): Html {
  const { organization } = invitation ?? {};
  if (organization) {
    return markup`to join <strong>${organization.name}</strong>`;
  }
  return back
    ? markup`to continue to <strong>${back.host}</strong>`
    : markup`as a new user of this instance`;
}

function showAlert({ long_message }: WireError): Html {
  return markup`<div class="alert" id="wrong" role="alert">${long_message}</div>`;
}

function showName(
  { form }: Entry,
  name: string,
  label: string,
  autocomplete: string,
): Html {
  const value = form.get(name) ?? "";
  return markup`<div class="field">
<label for="${name}">${label} <span class="hint">optional</span></label>
<input id="${name}" name="${name}" autocomplete="${autocomplete}" value="${value}">
</div>`;
}

/** Makes the user as the API would, accepts the invitation, and signs in. */
export async function signUp(visit: Visit): Promise<Response> {
  const { instance, browser, exchange } = visit;
  const form = await readForm(exchange);
  const invitation = readInvitation(visit);
  const mode = modeOf(visit);
  if (!invitation && mode !== "public") throw refuseClosed(mode);
  const body = readBody(form, invitation);
  try {
    checkBody(userFields.create, body);
    const { id } = await createUser(instance, { body });
    const user = instance.store.users.get(String(id));
    if (user) {
      const organizationId = invitation?.organization?.id;
      signInBrowser(instance, browser, user, { organizationId });
      invitation?.accept(user);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [first] = error.errors;
    return showForm(visit, { form, error: first, invitation }, error.status);
  }
  return leave(visit);
}

/** An invitation says the address, and what becomes the public metadata. */
function readBody(
  form: URLSearchParams,
  invitation: OpenInvitation | undefined,
) {
  const read = (name: string) => form.get(name)?.trim() || undefined;
  const { row, organization } = invitation ?? {};
  return {
    email_address: [row?.emailAddress ?? read("email_address") ?? ""],
    ...(row && !organization && { public_metadata: row.publicMetadata }),
    ...(read("first_name") && { first_name: read("first_name") }),
    ...(read("last_name") && { last_name: read("last_name") }),
  };
}
