// A loopback server that answers like the Backend API, as fast as it can.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";

const user = readFileSync(new URL("./user.json", import.meta.url), "utf8");
const list = (n) =>
  `[${
    Array.from({ length: n }, (_, i) =>
      user.replaceAll("user_1", `user_${i + 1}`)).join(",")
  }]`;
const answers = new Map(
  [100, 500].map((n) => [`/v1/users?limit=${n}`, Buffer.from(list(n))]),
);
answers.set("/v1/users/user_1", Buffer.from(user));
answers.set(
  "/v1/users/count",
  Buffer.from('{"object":"total_count","total_count":500}'),
);

const server = createServer((request, response) => {
  const body = answers.get(request.url) ??
    answers.get(request.url.split("?")[0]);
  response.writeHead(body ? 200 : 404, {
    "content-type": "application/json",
    "content-length": body?.length ?? 0,
  }).end(body);
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
