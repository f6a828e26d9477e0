/** Compares which members are left alone with which are free-form. */
import type { SpecMember, SpecType } from "../../src/emulator/spec/parse.ts";
import type { Spec, SpecOperation } from "../../src/emulator/spec/spec.ts";
import { freeForm } from "../../src/rest/free_form.ts";
import type { Finding } from "./finding.ts";
import type { Row } from "./read_rows.ts";

/** Free-form members must be left alone, and no others may be. */
export function compareFree(
  spec: Spec,
  at: string,
  { method, path, body, answer }: SpecOperation,
  row: Row["spec"],
): Finding[] {
  if (row.raw) return [];
  const free = freeForm(row);
  const holds = new Map<string, boolean>();
  const seen = new Set<string>();
  const visit = (type: SpecType): void => {
    if (type.kind === "list") visit(type.of);
    else if (type.kind === "union") type.of.forEach(visit);
    else if (type.kind === "object") visitAll(type.members);
    else if (type.kind === "schema" && !seen.has(type.name)) {
      seen.add(type.name);
      visitAll(spec.schemas.get(type.name)?.members ?? []);
    }
  };
  const visitAll = (members: readonly SpecMember[]): void => {
    for (const { name, type } of members) {
      if (isFreeForm(type)) holds.set(name, true);
      else if (hasNames(type)) holds.set(name, holds.get(name) ?? false);
      visit(type);
    }
  };
  visitAll(body?.members ?? []);
  if (answer) visit(answer);
  return [...holds].flatMap(([name, isFree]) =>
    free.includes(name) === isFree ? [] : [{
      at,
      what: `${method} ${path} has "${name}", which is ${
        isFree ? "" : "not "
      }free-form`,
    }]
  );
}

function isFreeForm(type: SpecType): boolean {
  if (type.kind === "union") return type.of.some(isFreeForm);
  if (type.kind === "list") return isFreeForm(type.of);
  return type.kind === "scalar" && type.name.startsWith("map");
}

/** Whether there are names in it to be converted. */
function hasNames(type: SpecType): boolean {
  if (type.kind === "union") return type.of.some(hasNames);
  if (type.kind === "list") return hasNames(type.of);
  return type.kind === "schema" || type.kind === "object";
}
