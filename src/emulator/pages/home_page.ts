import { publishableKeyOf } from "../cookie_names.ts";
import { html } from "./html.ts";
import { linkTo, showPage, type Visit } from "./visit.ts";

/** Says what this is, and what is in it. */
export function showHome(visit: Visit): Response {
  const { instance: { origin, store }, user } = visit;
  return showPage(visit, {
    title: "Clerk emulator",
    body: html`
      <p
        class="lead">A Clerk instance on this machine, for tests, demos and work offline.</p>
      <h2>Instance</h2>
      <dl>
        <dt>API</dt>
        <dd><code>${origin}</code></dd>
        <dt>Key</dt>
        <dd><code>${publishableKeyOf(origin)}</code></dd>
        <dt>Users</dt>
        <dd>${store.users.size}</dd>
        <dt>Organizations</dt>
        <dd>${store.organizations.size}</dd>
        <dt>Sessions</dt>
        <dd>${store.sessions.size}</dd>
      </dl>
      <a class="button" href="${linkTo(
        visit,
        user ? "/user" : "/sign-in",
      )}">${user ? "Your account" : "Sign in"}</a>
    `,
  });
}
