import type { MachineRow } from "./machine_tables.ts";
import type { Store } from "./store.ts";

/** The machines that a machine may talk to, by their ids. */
export function scopesOf(store: Store, machineId: string): readonly string[] {
  return store.machineScopes.find("from", machineId).map(({ to }) => to);
}

/** Finds the machine that a secret key is of, if the key counts at a time. */
export function findMachine(
  store: Store,
  secretKey: string,
  now: number,
): MachineRow | undefined {
  return store.machines.find("secret", secretKey)
    .find((machine) =>
      machine.secretKey === secretKey || (machine.oldKey?.until ?? 0) > now
    );
}

/** The id of the row that says that a machine may talk to another. */
export function scopeId(from: string, to: string): string {
  return `${from} ${to}`;
}

/** Deletes a machine and what hangs on it. */
export function deleteMachine(store: Store, id: string): void {
  const { machineScopes, m2mTokens, apiKeys } = store;
  for (const side of ["from", "to"] as const) {
    for (const scope of machineScopes.find(side, id)) {
      machineScopes.delete(scope.id);
    }
  }
  for (const token of m2mTokens.find("machine", id)) m2mTokens.delete(token.id);
  for (const key of apiKeys.find("subject", id)) apiKeys.delete(key.id);
  store.machines.delete(id);
}
