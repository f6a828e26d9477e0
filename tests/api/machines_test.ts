import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import type { MachinesApi } from "../../src/api/machines.ts";
import { type Row, setUp, testOperations } from "./operations.ts";

const scopedJson = {
  object: "machine",
  id: "mch_2",
  name: "Billing",
  instance_id: "ins_1",
  created_at: 1,
  updated_at: 2,
  default_token_ttl: 3600,
};
const scoped = {
  object: "machine",
  id: "mch_2",
  name: "Billing",
  instanceId: "ins_1",
  createdAt: 1,
  updatedAt: 2,
  defaultTokenTtl: 3600,
};
const machineJson = {
  ...scopedJson,
  id: "mch_1",
  scoped_machines: [scopedJson],
};
const machine = { ...scoped, id: "mch_1", scopedMachines: [scoped] };

const rows: readonly Row<MachinesApi>[] = [
  {
    operation: "ListMachines",
    call: (machines) =>
      machines.list({
        query: "bill&pay",
        orderBy: "+name",
        limit: 500,
        offset: 1,
      }),
    sends:
      "GET /v1/machines?query=bill%26pay&order_by=%2Bname&limit=500&offset=1",
    answer: { data: [machineJson], total_count: 2 },
    data: [machine],
    totalCount: 2,
  },
  {
    operation: "ListMachines",
    call: (machines) => machines.list(),
    sends: "GET /v1/machines",
    answer: { data: [], total_count: 0 },
    data: [],
    totalCount: 0,
  },
  {
    operation: "CreateMachine",
    call: (machines) =>
      machines.create({
        name: "Mailer",
        scopedMachines: ["mch_2"],
        defaultTokenTtl: 60,
      }),
    sends: "POST /v1/machines",
    body: { name: "Mailer", scoped_machines: ["mch_2"], default_token_ttl: 60 },
    answer: { ...machineJson, secret_key: "ak_secret" },
    data: { ...machine, secretKey: "ak_secret" },
  },
  {
    operation: "GetMachine",
    call: (machines) => machines.get("mch_1"),
    sends: "GET /v1/machines/mch_1",
    answer: machineJson,
    data: machine,
  },
  {
    operation: "UpdateMachine",
    call: (machines) =>
      machines.update({
        machineId: "mch_1",
        name: "Mailer",
        defaultTokenTtl: 90,
      }),
    sends: "PATCH /v1/machines/mch_1",
    body: { name: "Mailer", default_token_ttl: 90 },
  },
  {
    operation: "DeleteMachine",
    call: (machines) => machines.delete("mch_1"),
    sends: "DELETE /v1/machines/mch_1",
    answer: { object: "machine", id: "mch_1", deleted: true },
    data: { object: "machine", id: "mch_1", deleted: true },
  },
  {
    operation: "GetMachineSecretKey",
    call: (machines) => machines.getSecretKey("mch_1"),
    sends: "GET /v1/machines/mch_1/secret_key",
    answer: { object: "machine_secret_key", secret: "ak_secret" },
    data: { object: "machine_secret_key", secret: "ak_secret" },
  },
  {
    operation: "RotateMachineSecretKey",
    call: (machines) =>
      machines.rotateSecretKey({ machineId: "mch_1", previousTokenTtl: 0 }),
    sends: "POST /v1/machines/mch_1/secret_key/rotate",
    body: { previous_token_ttl: 0 },
  },
  {
    operation: "CreateMachineScope",
    call: (machines) => machines.createScope("mch_1", "mch_2"),
    sends: "POST /v1/machines/mch_1/scopes",
    body: { to_machine_id: "mch_2" },
    answer: {
      object: "machine_scope",
      from_machine_id: "mch_1",
      to_machine_id: "mch_2",
      created_at: 1,
    },
    data: {
      object: "machine_scope",
      fromMachineId: "mch_1",
      toMachineId: "mch_2",
      createdAt: 1,
    },
  },
  {
    operation: "DeleteMachineScope",
    call: (machines) => machines.deleteScope("mch_1", "mch_2"),
    sends: "DELETE /v1/machines/mch_1/scopes/mch_2",
    answer: {
      object: "machine_scope",
      from_machine_id: "mch_1",
      to_machine_id: "mch_2",
      deleted: true,
    },
    data: {
      object: "machine_scope",
      fromMachineId: "mch_1",
      toMachineId: "mch_2",
      deleted: true,
    },
  },
];

testOperations("machines", rows, [/^\/machines\b/]);

describe("machines: deleteScope", () => {
  it("sends nothing without both ids", async () => {
    const { clerk, sent } = setUp(() => ({}));
    for (
      const outcome of [
        await clerk.machines.deleteScope("mch_1", ""),
        await clerk.machines.deleteScope("", "mch_2"),
        await clerk.machines.createScope("", "mch_2"),
      ]
    ) {
      assertEquals(outcome.errors?.[0].code, "invalid_argument");
    }
    assertEquals(sent.length, 0);
  });
});
