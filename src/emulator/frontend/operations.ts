import type { Operations } from "../instance.ts";
import { createBrowser, createSessionToken, showClient } from "./client.ts";
import { showEnvironment } from "./environment.ts";
import { shakeHands } from "./handshake.ts";
import { acceptTicket } from "./ticket.ts";

/** What browsers ask for: the part of the Frontend API that servers need. */
export const frontend: Operations = {
  "GET /v1/client/handshake": { handle: shakeHands },
  "POST /v1/dev_browser": { handle: createBrowser },
  "GET /v1/client": { handle: showClient },
  "POST /v1/client/sessions/{session_id}/tokens": {
    handle: createSessionToken,
  },
  "GET /v1/environment": { handle: showEnvironment },
  "GET /v1/tickets/accept": { handle: acceptTicket },
};
