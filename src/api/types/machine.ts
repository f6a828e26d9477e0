/** A service of yours that calls others with tokens of its own. */
export interface MachineWithoutScopedMachines {
  /** What this is. */
  readonly object: "machine";
  /** The id of the machine, `mch_…`. */
  readonly id: string;
  /** The name of the machine. */
  readonly name: string;
  /** The instance that it belongs to. */
  readonly instanceId: string;
  /** When it was made, in milliseconds since 1970. */
  readonly createdAt: number;
  /** When it last changed, in milliseconds since 1970. */
  readonly updatedAt: number;
  /** How long its tokens are good unless told otherwise, in seconds. */
  readonly defaultTokenTtl?: number;
}

/** A machine, and the machines that it may talk to. */
export interface Machine extends MachineWithoutScopedMachines {
  /** The machines that it may talk to. */
  readonly scopedMachines: readonly MachineWithoutScopedMachines[];
}

/** A machine that was just made. */
export interface CreatedMachine extends Machine {
  /** The machine's own secret key, where the answer holds it. */
  readonly secretKey?: string;
}

/** The secret key of a machine. */
export interface MachineSecretKey {
  /** What this is. */
  readonly object: "machine_secret_key";
  /** The key: a secret. */
  readonly secret: string;
}

/** That one machine may talk to another. */
export interface MachineScope {
  /** What this is. */
  readonly object: "machine_scope";
  /** The machine that talks. */
  readonly fromMachineId: string;
  /** The machine that is talked to. */
  readonly toMachineId: string;
  /** When it was allowed, in milliseconds since 1970. */
  readonly createdAt: number;
}

/** What is left of a machine that was deleted. */
export interface DeletedMachine {
  /** What it was. */
  readonly object: "machine";
  /** The id that it had. */
  readonly id: string;
  /** That it is gone. */
  readonly deleted: true;
}

/** That one machine may no longer talk to another. */
export interface DeletedMachineScope {
  /** What it was. */
  readonly object: "machine_scope";
  /** The machine that talked. */
  readonly fromMachineId: string;
  /** The machine that was talked to. */
  readonly toMachineId: string;
  /** That it is gone. */
  readonly deleted: true;
}
