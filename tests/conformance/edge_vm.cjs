// Runs the bundled cases inside Vercel's edge VM, and prints what they print.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { EdgeVM } = require("@edge-runtime/vm");

async function main() {
  const vm = new EdgeVM();
  vm.evaluate(readFileSync(join(__dirname, "edge_vm.js"), "utf8"));
  // A text crosses the border of the VM unharmed.
  const text = await vm.evaluate(
    `(async () => {
      const lines = [];
      const failed = await conformance.run((line) => lines.push(line));
      return JSON.stringify({ failed, lines });
    })()`,
  );
  const { failed, lines } = JSON.parse(text);
  for (const line of lines) console.log(line);
  process.exitCode = failed ? 1 : 0;
}

main();
