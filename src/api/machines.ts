import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import type { ApiListCall } from "../rest/result.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type {
  CreatedMachine,
  DeletedMachine,
  DeletedMachineScope,
  Machine,
  MachineScope,
  MachineSecretKey,
} from "./types/machine.ts";
import type {
  CreateMachineParams,
  GetMachineListParams,
  RotateMachineSecretKeyParams,
  UpdateMachineParams,
} from "./types/machine_params.ts";

/** Machines: services of yours that call each other. */
export interface MachinesApi {
  /**
   * Reads one machine.
   *
   * @param machineId The id of the machine, `mch_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The machine.
   */
  get(machineId: string, options?: RequestOptions): Promise<ApiResult<Machine>>;
  /**
   * Lists the machines of the instance.
   *
   * @param params Which ones, in which order, and which part of the list.
   * @param options Time-outs, retries and a signal for this call.
   * @returns A page of machines, and how many there are.
   */
  list(
    params?: GetMachineListParams,
    options?: RequestOptions,
  ): ApiListCall<Machine>;
  /**
   * Makes a machine.
   *
   * @param params Its name, and the machines that it may talk to.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new machine.
   */
  create(
    params: CreateMachineParams,
    options?: RequestOptions,
  ): Promise<ApiResult<CreatedMachine>>;
  /**
   * Changes a machine. What is left out stays as it is.
   *
   * @param params The id of the machine, and what to change.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The machine as changed.
   */
  update(
    params: UpdateMachineParams,
    options?: RequestOptions,
  ): Promise<ApiResult<Machine>>;
  /**
   * Deletes a machine.
   *
   * @param machineId The id of the machine, `mch_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is left of it.
   */
  delete(
    machineId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedMachine>>;
  /**
   * Reads the secret key of a machine.
   *
   * @param machineId The id of the machine, `mch_…`.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The key.
   */
  getSecretKey(
    machineId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<MachineSecretKey>>;
  /**
   * Gives a machine a new secret key. The old one goes on working for as long as
   * `previousTokenTtl` says.
   *
   * @param params The id of the machine, and how long the old key still works.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The new key.
   */
  rotateSecretKey(
    params: RotateMachineSecretKeyParams,
    options?: RequestOptions,
  ): Promise<ApiResult<MachineSecretKey>>;
  /**
   * Lets a machine talk to another.
   *
   * @param machineId The id of the machine that talks.
   * @param toMachineId The id of the machine that is talked to.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is allowed from now on; an error with the status 409 when it
   * was allowed already.
   */
  createScope(
    machineId: string,
    toMachineId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<MachineScope>>;
  /**
   * Lets a machine no longer talk to another.
   *
   * @param machineId The id of the machine that talked.
   * @param otherMachineId The id of the machine that was talked to.
   * @param options Time-outs, retries and a signal for this call.
   * @returns What is no longer allowed.
   */
  deleteScope(
    machineId: string,
    otherMachineId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<DeletedMachineScope>>;
}

const createScope = /* @__PURE__ */ op("POST /machines/{machine_id}/scopes", {
  body: true,
});

/** The operations of machines. */
export const machines: Table<MachinesApi> = /* @__PURE__ */ defineTable(() => ({
  get: op("GET /machines/{machine_id}"),
  list: op("GET /machines", { query: true, list: true }),
  create: op("POST /machines", { body: true }),
  update: op("PATCH /machines/{machine_id}", { body: true }),
  delete: op("DELETE /machines/{machine_id}"),
  getSecretKey: op("GET /machines/{machine_id}/secret_key"),
  rotateSecretKey: op("POST /machines/{machine_id}/secret_key/rotate", {
    body: true,
  }),
  createScope: (send, machineId, toMachineId, options) =>
    send(createScope, machineId, { toMachineId }, options),
  deleteScope: op("DELETE /machines/{machine_id}/scopes/{other_machine_id}"),
}));
