/** Markup that is safe to put into a page. */
export interface Html {
  /** The markup. */
  readonly text: string;
}

/** What may stand in a template; text is escaped, nothing stands for nothing. */
export type Part = Html | string | number | undefined | readonly Html[];

/** Makes markup of a template. All that is put into it as text is escaped. */
export function markup(
  template: TemplateStringsArray,
  ...parts: readonly Part[]
): Html {
  let text = template[0] ?? "";
  parts.forEach((part, i) => {
    text += write(part) + (template[i + 1] ?? "");
  });
  return { text };
}

function write(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escape(part);
  if (typeof part === "number") return String(part);
  return "text" in part ? part.text : part.map(write).join("");
}

const ENTITIES: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
