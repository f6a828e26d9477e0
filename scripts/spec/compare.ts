/** Compares the methods of src/api with the operations of the API. */
import ts from "typescript";
import { readList } from "../../src/emulator/spec/list.ts";
import type { Spec, SpecOperation } from "../../src/emulator/spec/spec.ts";
import { compareFree } from "./compare_free.ts";
import { compareParameters, type Sent } from "./compare_parameters.ts";
import { createJudge, type Judge } from "./compare_types.ts";
import type { Finding } from "./finding.ts";
import type { ApiFacts, ApiMethod } from "./read_api.ts";
import type { Row } from "./read_rows.ts";

/** What the comparison found. */
export interface Comparison {
  /** Differences. */
  readonly findings: readonly Finding[];
  /** The operations that a method sends. */
  readonly covered: ReadonlySet<string>;
  /** The operations that no method sends. */
  readonly missing: readonly string[];
}

interface Judges {
  readonly checker: ts.TypeChecker;
  readonly spec: Spec;
  readonly sent: Judge;
  readonly answer: Judge;
}

/** Compares all methods with all operations, both ways. */
export function compareApi(
  { checker, methods }: ApiFacts,
  spec: Spec,
): Comparison {
  const judges: Judges = {
    checker,
    spec,
    sent: createJudge(checker, spec, true),
    answer: createJudge(checker, spec, false),
  };
  const all = methods.flatMap((method) => compareMethod(judges, method));
  const findings = judges.answer.settle(judges.sent.settle(unique(all)));
  const covered = new Set(
    methods.flatMap(({ rows }) =>
      rows.flatMap(({ route }) => findOperation(spec, route) ?? []).map(keyOf)
    ),
  );
  const missing = [...spec.operations.keys()]
    .filter((route) => !covered.has(route));
  return { findings, covered, missing };
}

function unique(findings: readonly Finding[]): readonly Finding[] {
  return [
    ...new Map(findings.map((each) => [`${each.at} ${each.what}`, each]))
      .values(),
  ];
}

function compareMethod(judges: Judges, method: ApiMethod): Finding[] {
  const { name: at, rows } = method;
  const found: Finding[] = [];
  const sent = rows.flatMap((row): Sent[] => {
    const operation = findOperation(judges.spec, row.route);
    if (!operation) {
      found.push({ at, what: `sends ${row.route}, which is no operation` });
      return [];
    }
    if (keyOf(operation) !== row.route) {
      found.push({ at, what: `names slots as ${operation.path} does not` });
    }
    return [{ row, operation }];
  });
  const [first] = sent;
  if (!first) {
    return found.length > 0 ? found : [{ at, what: "sends no operation" }];
  }
  return [
    ...found,
    ...compareDeprecation(method, sent),
    ...sent.flatMap((each) => compareRow(judges.spec, at, each)),
    ...compareParameters(judges.checker, judges.sent, method, sent),
    ...compareAnswer(judges, method, first),
  ];
}

/** Finds an operation by its route, whatever the slots are called. */
function findOperation(spec: Spec, route: string): SpecOperation | undefined {
  const shape = (text: string) => text.replace(/\{\w+\}/g, "{}");
  return spec.operations.get(route) ??
    [...spec.operations.values()].find((each) =>
      shape(keyOf(each)) === shape(route)
    );
}

function keyOf({ method, path }: SpecOperation): string {
  return `${method} ${path}`;
}

function compareDeprecation(
  { name: at, deprecated }: ApiMethod,
  sent: readonly Sent[],
): Finding[] {
  return sent.every(({ operation }) => operation.deprecated) && !deprecated
    ? [{ at, what: "must be deprecated" }]
    : [];
}

/** What the official client asks for without the version in front. */
const UNVERSIONED =
  /^\/(?:api_keys|m2m_tokens|oauth_applications\/access_tokens)(?:\/|$)/;

/** Compares what a row says with what the operation takes. */
function compareRow(
  spec: Spec,
  at: string,
  { row: { spec: row }, operation }: Sent,
): Finding[] {
  const { method, path, query, body, open } = operation;
  const expect = (isSo: boolean, what: string): Finding[] =>
    isSo ? [] : [{ at, what: `${method} ${path} ${what}` }];
  const kind = body && { json: true, list: "array", form: "form" }[body.kind];
  const names = query.map(({ name }) => name)
    .filter((name) => !Object.hasOwn(row.send ?? {}, name));
  const unknown = [
    ...Object.keys(row.send ?? {}),
    ...(Array.isArray(row.query) ? row.query : []),
  ].filter((name) => !query.some((each) => each.name === name));
  return [
    ...expect(
      row.body === kind,
      kind === undefined ? "takes no body" : `takes a body: ${kind}`,
    ),
    ...expect(
      names.length > 0 ? row.query !== undefined : row.query === undefined,
      names.length > 0 ? "takes a query" : "takes no query",
    ),
    ...expect(
      !body || row.query !== true,
      "takes a body too, so the names of its query must be listed",
    ),
    ...unknown.flatMap((name) =>
      expect(false, `takes no "${name}" in its query`)
    ),
    ...expect(
      ["none", "optional"].includes(row.auth ?? "") === open,
      open ? "takes no key" : "takes a key",
    ),
    ...expect(
      (row.unversioned === true) === UNVERSIONED.test(path),
      row.unversioned ? "has a version" : "has no version",
    ),
    ...compareList(at, operation, row),
    ...compareFree(spec, at, operation, row),
  ];
}

function compareList(
  at: string,
  { method, path, answer }: SpecOperation,
  { list }: Row["spec"],
): Finding[] {
  const shape = readList(answer);
  const of = shape?.member;
  if (list === undefined) {
    return shape && method === "GET"
      ? [{ at, what: `${method} ${path} answers with a list` }]
      : [];
  }
  if (!shape) return [{ at, what: `${method} ${path} answers with no list` }];
  return (list === true ? "data" : list) === (of ?? "data")
    ? []
    : [{ at, what: `${method} ${path} lists by "${of}"` }];
}

function compareAnswer(
  judges: Judges,
  { name: at, answers, isList }: ApiMethod,
  { row, operation }: Sent,
): Finding[] {
  const { checker, answer: judge } = judges;
  const { answer: spec, method } = operation;
  const isEmpty = answers.every(({ flags }) =>
    flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)
  );
  if (!spec || isEmpty) {
    if (isEmpty && !spec) return [];
    return [{ at, what: spec ? "must give an answer" : "must give nothing" }];
  }
  const list = readList(spec);
  if (isList) {
    return list
      ? judge(answers, list.of, `${at}()`)
      : [{ at, what: "must not give a list" }];
  }
  if (list && method === "GET") return [{ at, what: "must give a list" }];
  if (row.spec.raw && spec.kind === "scalar") return [];
  const items = answers.flatMap((each) =>
    checker.isArrayLikeType(each) ? each.getNumberIndexType() ?? [] : []
  );
  return list && items.length > 0
    ? judge(items, list.of, `${at}()`)
    : judge(answers, spec, `${at}()`);
}
