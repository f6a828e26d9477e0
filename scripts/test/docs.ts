import type { Report } from "./report.ts";
export function planDocs(): (() => Promise<Report>)[] {
  return [];
}
