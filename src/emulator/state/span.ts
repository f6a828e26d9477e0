/** Writes when something was made and when it last changed. */
export function writeSpan(
  row: { readonly createdAt: number; readonly updatedAt?: number },
): { readonly created_at: number; readonly updated_at: number } {
  const { createdAt, updatedAt = createdAt } = row;
  return { created_at: createdAt, updated_at: updatedAt };
}
