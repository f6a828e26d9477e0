import { readForm } from "../frontend/form.ts";
import { Refusal, type WireError } from "../http/refusal.ts";
import { enterWaitlist } from "../routes/waitlist.ts";
import { readEmailAddress } from "../state/identifiers.ts";
import { markup } from "./html.ts";
import { linkTo, showPage, type Visit } from "./visit.ts";

/** Shows the form to ask for access. */
export function showWaitlist(
  visit: Visit,
  email = "",
  error?: WireError,
): Response {
  const signIn = linkTo(visit, "/sign-in");
  return showPage(visit, {
    title: "Join the waitlist",
    body: markup`<p class="lead">You get an invitation when there is room.</p>
${
      error &&
      markup`<div class="alert" id="wrong" role="alert">${error.long_message}</div>`
    }
<form method="post" action="${linkTo(visit, "/waitlist")}">
<div class="field">
<label for="email_address">E-mail address</label>
<input id="email_address" name="email_address" type="email" required autocomplete="email" value="${email}">
</div>
<button class="button">Join the waitlist</button>
</form>
<p class="after">Let in already? <a href="${signIn}">Sign in</a></p>`,
  }, error ? 422 : 200);
}

/** Puts somebody on the waitlist, as the API would. */
export async function joinWaitlist(visit: Visit): Promise<Response> {
  const email = (await readForm(visit.exchange)).get("email_address")?.trim() ??
    "";
  try {
    enterWaitlist(visit.instance, readEmailAddress(email), {});
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showWaitlist(visit, email, error.errors[0]);
  }
  return showPage(visit, {
    title: "You are on the waitlist",
    body: markup`<p class="lead">
An invitation goes to <strong>${email}</strong> when there is room.
</p>`,
  });
}
