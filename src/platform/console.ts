/** Prints something, for the drop-in flavour: the default one prints nothing. */
export function print(
  level: "log" | "warn" | "error",
  ...parts: readonly unknown[]
): void {
  console[level](...parts);
}
