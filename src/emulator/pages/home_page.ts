import { publishableKeyOf } from "../cookie_names.ts";
import { markup } from "./html.ts";
import { linkTo, showPage, type Visit } from "./visit.ts";

/** Says what this is, and what is in it. */
export function showHome(visit: Visit): Response {
  const { instance: { origin, store }, user } = visit;
  const [label, path] = user
    ? ["Your account", "/user"] as const
    : ["Sign in", "/sign-in"] as const;
  return showPage(visit, {
    title: "Clerk emulator",
    body: markup`<p class="lead">
A Clerk instance on this machine, for tests, demos and work offline.
</p>
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
</dl>
<a class="button" href="${linkTo(visit, path)}">${label}</a>`,
  });
}
