/**
 * What TypeScript programs for the official package come to find in the drop-in
 * flavour: all types, and programs that compile with either.
 */
import denoJson from "../../deno.json" with { type: "json" };
import { EXPORT_DEPARTURES } from "../../tests/parity/departures.ts";
import { compareExports } from "./compare.ts";

/** The official package, as the parity tests have it. */
export const OFFICIAL: string = denoJson.imports["@clerk/backend"].slice(4);

/** Generic types, which the programs use instead. */
const IN_PROGRAMS = [
  "AuthenticatedMachineObject",
  "AuthenticatedState",
  "GetAuthFn",
  "GetAuthFnNoRequest",
  "InferAuthObjectFromToken",
  "InferAuthObjectFromTokenArray",
  "MachineAuthObject",
  "RedirectFun",
  "RequestState",
  "UnauthenticatedMachineObject",
  "UnauthenticatedState",
];

/**
 * Compares all types in a folder where both packages are installed, and fails
 * on what differs and is not listed, and on what is listed and does not.
 */
export function checkExports(folder: string, programs: string): void {
  const entries = Object.keys(denoJson.exports)
    .filter((name) => name.startsWith("./compat"))
    .map((name) => name.slice("./compat".length));
  const { found, generic } = compareExports(
    `${folder}/exports.mts`,
    new Map(entries.map((entry) => [
      `@clerk/backend${entry}`,
      `${denoJson.name}/compat${entry}`,
    ])),
  );
  const known = Object.values(EXPORT_DEPARTURES);
  const faults = [
    ...found.filter((each) => !known.some((about) => about.test(each))),
    ...known.filter((about) => !found.some((each) => about.test(each)))
      .map((about) => `Listed in vain: ${about}`),
    ...generic.filter((name) =>
      !IN_PROGRAMS.includes(name) || !programs.includes(name)
    ).map((name) => `Used by no program: ${name}`),
  ];
  if (faults.length > 0) throw new Error(faults.join("\n"));
  console.log(`types of compat: ${found.length} places where they depart`);
}
