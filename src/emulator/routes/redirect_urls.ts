import { listRows, mapPage } from "../http/listing.ts";
import { answerList } from "../http/paginated.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type { RedirectUrlRow } from "../state/instance_tables.ts";
import { writeSpan } from "../state/span.ts";
import { startRow } from "../state/store.ts";
import { describeOperations } from "./described.ts";

/** Where people may be sent back to. */
export const redirectUrls: Operations = describeOperations({
  "GET /redirect_urls": ({ store }, { query }) =>
    answerList(mapPage(listRows(store.redirectUrls, query), write), query),
  "POST /redirect_urls": ({ store, clock }, { body }) => {
    const url = String(body.url);
    checkUrl(url);
    if (store.redirectUrls.find("url", url).length > 0) {
      throw refuse("duplicate_record", `There is ${url} already`, {
        param_name: "url",
      });
    }
    const row = { ...startRow(store, "ru", clock.now()), url };
    store.redirectUrls.put(row);
    return write(row);
  },
  "GET /redirect_urls/{id}": (instance, call) =>
    write(requireRow(instance, call)),
  "DELETE /redirect_urls/{id}": (instance, call) => {
    const { id } = requireRow(instance, call);
    instance.store.redirectUrls.delete(id);
    return { object: "redirect_url", id, deleted: true };
  },
});

/** Apps have schemes of their own, but nobody is sent to a script. */
function checkUrl(url: string): void {
  const { protocol } = URL.canParse(url) ? new URL(url) : { protocol: "" };
  if (!/^(?:|javascript:|data:|vbscript:)$/.test(protocol)) return;
  throw refuseParam(
    "form_param_format_invalid",
    "url",
    "url must be a valid url.",
  );
}

function requireRow({ store }: Instance, { slots }: Call): RedirectUrlRow {
  const id = slots.id ?? "";
  const row = store.redirectUrls.get(id);
  if (row) return row;
  throw notFound("redirect url", id);
}

function write(row: RedirectUrlRow) {
  const { id, url } = row;
  return { object: "redirect_url", id, url, ...writeSpan(row) };
}
