import { readForm } from "../frontend/form.ts";
import { signInBrowser } from "../frontend/sessions.ts";
import { checkBody } from "../http/fields.ts";
import { Refusal, type WireError } from "../http/refusal.ts";
import { createUser } from "../routes/users.ts";
import { userFields } from "../routes/users_fields.ts";
import { type Html, markup } from "./html.ts";
import { leave, linkTo, showPage, type Visit } from "./visit.ts";

/** What was written into the form, and what is wrong with it. */
interface Entry {
  readonly form: URLSearchParams;
  readonly error?: WireError | undefined;
}

/** Shows the form for somebody new. */
export function showSignUp(visit: Visit): Response {
  return showForm(visit, { form: new URLSearchParams() });
}

function showForm(visit: Visit, entry: Entry, status = 200): Response {
  const { back } = visit;
  const { form, error } = entry;
  const purpose = back
    ? markup`to continue to <strong>${back.host}</strong>`
    : markup`as a new user of this instance`;
  const email = form.get("email_address") ?? "";
  const signIn = linkTo(visit, "/sign-in");
  return showPage(visit, {
    title: "Sign up",
    body: markup`<p class="lead">${purpose}</p>
${error && showAlert(error)}
<form method="post" action="${linkTo(visit, "/sign-up")}">
<div class="field">
<label for="email_address">E-mail address</label>
<input id="email_address" name="email_address" type="email" required autocomplete="email" value="${email}"${
      error && INVALID
    }>
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

/** Makes the user as the API would, and signs in. */
export async function signUp(visit: Visit): Promise<Response> {
  const { instance, browser, exchange } = visit;
  const form = await readForm(exchange);
  const read = (name: string) => form.get(name)?.trim() || undefined;
  const body = {
    email_address: [read("email_address") ?? ""],
    ...(read("first_name") && { first_name: read("first_name") }),
    ...(read("last_name") && { last_name: read("last_name") }),
  };
  try {
    checkBody(userFields.create, body);
    const { id } = await createUser(instance, { body });
    const user = instance.store.users.get(String(id));
    if (user) signInBrowser(instance, browser, user);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [first] = error.errors;
    return showForm(visit, { form, error: first }, error.status);
  }
  return leave(visit);
}
