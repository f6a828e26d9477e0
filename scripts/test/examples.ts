/** Finds the examples in Markdown and in doc comments. */

/** One code block. */
export interface Example {
  /** Where it stands, as "README.md:42". */
  readonly place: string;
  /** The line before its first one, so that errors name the true line. */
  readonly line: number;
  readonly code: string;
  /** What it says that it prints: `console.log(id); // user_1`. */
  readonly prints: readonly string[];
}

interface Block {
  readonly fence: string;
  readonly line: number;
  readonly wanted: boolean;
  readonly code: string[];
}

const LANGUAGES = ["ts", "typescript"];

/** The TypeScript blocks of a Markdown text; "ts ignore" and others left out. */
export function findExamples(path: string, text: string): Example[] {
  const found: Example[] = [];
  let open: Block | undefined;
  const lines = path.endsWith(".ts") ? docLines(text) : text.split("\n");
  lines.forEach((line, i) => {
    const fence = /^\s*(```+)(.*)$/.exec(line);
    if (open && fence?.[1] === open.fence && fence[2] === "") {
      const { line, code } = open;
      if (open.wanted) {
        const prints = code.flatMap(findPrinted);
        const text = code.join("\n");
        found.push({ place: `${path}:${line}`, line, code: text, prints });
      }
      open = undefined;
    } else if (open) {
      open.code.push(line);
    } else if (fence?.[1]) {
      const wanted = LANGUAGES.includes(fence[2]?.trim() ?? "");
      open = { fence: fence[1], line: i + 1, wanted, code: [] };
    }
  });
  return found;
}

/** What a line says that it prints. */
function findPrinted(line: string): string[] {
  const printed = /^\s*(?:if .*|else )?console\.log\(.*\);? \/\/ (.+)$/.exec(
    line,
  )?.[1];
  return printed === undefined ? [] : [printed.trim()];
}

/** The lines of a source, all but those of doc comments made empty. */
function docLines(text: string): string[] {
  let inside = false;
  return text.split("\n").map((line) => {
    if (/^\s*\/\*\*/.test(line)) inside = true;
    const content = inside ? line.replace(/^\s*\* ?/, "") : "";
    if (line.includes("*/")) inside = false;
    return content;
  });
}
