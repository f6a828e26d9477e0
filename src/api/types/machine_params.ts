import type { PageParams } from "./pagination.ts";

/** An order of machines: `+` or nothing for ascending, `-` for descending. */
export type MachineOrder = `${"" | "+" | "-"}${"name" | "created_at"}`;

/** Which machines to list. */
export interface GetMachineListParams extends PageParams {
  /** Text that the machines are searched for. */
  readonly query?: string | undefined;
  /** What to sort by; `-created_at`, newest first, by default. */
  readonly orderBy?: MachineOrder | undefined;
}

/** What a machine is made of. */
export interface CreateMachineParams {
  /** The name of the machine, 255 characters at most. */
  readonly name: string;
  /** The ids of the machines that it may talk to, 150 at most. */
  readonly scopedMachines?: readonly string[] | undefined;
  /** How long its tokens are good by default, in seconds; 3600 by default. */
  readonly defaultTokenTtl?: number | undefined;
}

/** What to change about a machine. What is left out stays as it is. */
export interface UpdateMachineParams {
  /** The id of the machine. */
  readonly machineId: string;
  /** The name of the machine, 255 characters at most. */
  readonly name?: string | undefined;
  /** How long its tokens are good by default, in seconds. */
  readonly defaultTokenTtl?: number | undefined;
}

/** Whose secret key to change for a new one. */
export interface RotateMachineSecretKeyParams {
  /** The id of the machine. */
  readonly machineId: string;
  /** How long the old key goes on working, in seconds: 0 to 28,800, 8 hours. */
  readonly previousTokenTtl: number;
}
