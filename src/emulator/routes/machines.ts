import type { JsonObject } from "../../text/json.ts";
import { listRows, mapPage } from "../http/listing.ts";
import { notFound, refuse, refuseParam } from "../http/refusal.ts";
import { randomText } from "../ids.ts";
import type { Call, Instance, Operations } from "../instance.ts";
import type { MachineRow } from "../state/machine_tables.ts";
import { deleteMachine, scopeId, scopesOf } from "../state/machines.ts";
import { writeSpan } from "../state/span.ts";
import { startRow } from "../state/store.ts";
import { describeOperations, type Limits } from "./described.ts";

const NAME = 255;

/** How long an old key may go on working, in seconds. */
const LONGEST_OVERLAP = 28_800;

const limits: Limits = {
  scoped_machines: { max: 150 },
  default_token_ttl: { min: 1, max: 315_360_000 },
  previous_token_ttl: { min: 0, max: LONGEST_OVERLAP },
};

/** Services that call each other. */
export const machines: Operations = describeOperations({
  "GET /machines": listMachines,
  "POST /machines": { limits, handle: createMachine },
  "GET /machines/{machine_id}": (instance, call) =>
    write(instance, requireMachine(instance, call.slots.machine_id)),
  "PATCH /machines/{machine_id}": { limits, handle: updateMachine },
  "DELETE /machines/{machine_id}": (instance, call) => {
    const { id } = requireMachine(instance, call.slots.machine_id);
    deleteMachine(instance.store, id);
    return { object: "machine", id, deleted: true };
  },
  "GET /machines/{machine_id}/secret_key": (instance, call) => {
    const { secretKey } = requireMachine(instance, call.slots.machine_id);
    return { object: "machine_secret_key", secret: secretKey };
  },
  "POST /machines/{machine_id}/secret_key/rotate": {
    limits,
    handle: rotateKey,
  },
  "POST /machines/{machine_id}/scopes": createScope,
  "DELETE /machines/{machine_id}/scopes/{other_machine_id}": deleteScope,
});

function requireMachine({ store }: Instance, id = ""): MachineRow {
  const machine = store.machines.get(id);
  if (machine) return machine;
  throw notFound("machine", id);
}

function listMachines(instance: Instance, { query }: Call) {
  const { machines } = instance.store;
  const sought = String(query.query ?? "").toLowerCase();
  const test = ({ id, name }: MachineRow) =>
    id.toLowerCase() === sought || name.toLowerCase().includes(sought);
  const orders = { name: ({ name }: MachineRow) => name.toLowerCase() };
  const page = listRows(machines, query, orders, sought ? test : undefined);
  return mapPage(page, (machine) => write(instance, machine));
}

function createMachine(instance: Instance, { body }: Call) {
  const { store, clock } = instance;
  const name = readName(body.name);
  const scoped = Array.isArray(body.scoped_machines)
    ? body.scoped_machines
    : [];
  const targets = scoped.map((id) => requireMachine(instance, id));
  const now = clock.now();
  const machine: MachineRow = {
    ...startRow(store, "mch", now),
    name,
    secretKey: makeSecretKey(),
    oldKey: null,
    tokenSeconds: Number(body.default_token_ttl ?? 3_600),
    updatedAt: now,
  };
  store.machines.put(machine);
  for (const { id } of targets) addScope(instance, machine.id, id);
  return { ...write(instance, machine), secret_key: machine.secretKey };
}

function updateMachine(instance: Instance, { slots, body }: Call) {
  const machine = requireMachine(instance, slots.machine_id);
  const changed = {
    ...machine,
    ...(body.name !== undefined && { name: readName(body.name) }),
    ...(typeof body.default_token_ttl === "number" && {
      tokenSeconds: body.default_token_ttl,
    }),
    updatedAt: instance.clock.now(),
  };
  instance.store.machines.put(changed);
  return write(instance, changed);
}

function readName(value: unknown): string {
  const name = String(value);
  if (name.trim() === "") {
    throw refuseParam("form_param_nil", "name", "name must not be empty.");
  }
  if (name.length <= NAME) return name;
  throw refuseParam(
    "form_param_max_length_exceeded",
    "name",
    `name should not exceed ${NAME} characters.`,
  );
}

function rotateKey(instance: Instance, { slots, body }: Call) {
  const machine = requireMachine(instance, slots.machine_id);
  const now = instance.clock.now();
  const secretKey = makeSecretKey();
  const until = now + Number(body.previous_token_ttl) * 1_000;
  const oldKey = { secretKey: machine.secretKey, until };
  instance.store.machines.put({
    ...machine,
    secretKey,
    oldKey,
    updatedAt: now,
  });
  return { object: "machine_secret_key", secret: secretKey };
}

function createScope(instance: Instance, { slots, body }: Call) {
  const from = requireMachine(instance, slots.machine_id);
  const to = requireMachine(instance, String(body.to_machine_id));
  if (from.id === to.id) {
    throw refuseParam(
      "form_param_value_invalid",
      "to_machine_id",
      "A machine needs no scope for itself.",
    );
  }
  if (instance.store.machineScopes.get(scopeId(from.id, to.id))) {
    throw refuse("conflict", "The machine has this scope already.");
  }
  const createdAt = addScope(instance, from.id, to.id);
  return { ...writeScope(from.id, to.id), created_at: createdAt };
}

function addScope(
  { store, clock }: Instance,
  from: string,
  to: string,
): number {
  const row = startRow(store, "", clock.now(), scopeId(from, to));
  store.machineScopes.put({ ...row, from, to });
  return row.createdAt;
}

function deleteScope(instance: Instance, { slots }: Call) {
  const from = requireMachine(instance, slots.machine_id);
  const to = slots.other_machine_id ?? "";
  if (!instance.store.machineScopes.delete(scopeId(from.id, to))) {
    throw notFound("machine scope", to);
  }
  return { ...writeScope(from.id, to), deleted: true };
}

function writeScope(from: string, to: string) {
  return { object: "machine_scope", from_machine_id: from, to_machine_id: to };
}

/** Machines' keys look like API keys. */
function makeSecretKey(): string {
  return `ak_${randomText(48)}`;
}

function write(instance: Instance, machine: MachineRow): JsonObject {
  const { store } = instance;
  const scoped = scopesOf(store, machine.id)
    .flatMap((id) => store.machines.get(id) ?? []);
  return {
    ...writeBare(instance, machine),
    scoped_machines: scoped.map((other) => writeBare(instance, other)),
  };
}

function writeBare({ id: instanceId }: Instance, machine: MachineRow) {
  return {
    object: "machine",
    id: machine.id,
    name: machine.name,
    instance_id: instanceId,
    default_token_ttl: machine.tokenSeconds,
    ...writeSpan(machine),
  };
}
