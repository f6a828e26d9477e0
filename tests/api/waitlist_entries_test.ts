import type { WaitlistEntriesApi } from "../../src/api/waitlist_entries.ts";
import { type Row, testOperations } from "./operations.ts";
import { metadata } from "./user_json.ts";

const entry = {
  object: "waitlist_entry",
  id: "wle_1",
  email_address: "a@example.com",
  status: "invited",
  is_locked: false,
  created_at: 1,
  updated_at: 2,
  invitation: {
    object: "invitation",
    id: "inv_1",
    email_address: "a@example.com",
    public_metadata: metadata,
    status: "pending",
    expires_at: null,
    created_at: 3,
    updated_at: 4,
  },
};
const entryData = {
  object: "waitlist_entry",
  id: "wle_1",
  emailAddress: "a@example.com",
  status: "invited",
  isLocked: false,
  createdAt: 1,
  updatedAt: 2,
  invitation: {
    object: "invitation",
    id: "inv_1",
    emailAddress: "a@example.com",
    publicMetadata: metadata,
    status: "pending",
    expiresAt: null,
    createdAt: 3,
    updatedAt: 4,
  },
};

const rows: readonly Row<WaitlistEntriesApi>[] = [
  {
    operation: "ListWaitlistEntries",
    call: (api) =>
      api.list({
        query: "a@",
        status: "pending",
        orderBy: "-invited_at",
        limit: 1,
        offset: 2,
      }),
    sends:
      "GET /v1/waitlist_entries?query=a%40&status=pending&order_by=-invited_at&limit=1&offset=2",
    answer: {
      data: [entry, { object: "waitlist_entry", invitation: null }],
      total_count: 9,
    },
    data: [entryData, { object: "waitlist_entry", invitation: null }],
    totalCount: 9,
  },
  {
    operation: "CreateWaitlistEntry",
    call: (api) => api.create({ emailAddress: "a@example.com", notify: false }),
    sends: "POST /v1/waitlist_entries",
    body: { email_address: "a@example.com", notify: false },
    answer: entry,
    data: entryData,
  },
  {
    operation: "CreateBulkWaitlistEntries",
    call: (api) =>
      api.createBulk([
        { emailAddress: "a@example.com" },
        { emailAddress: "b@example.com", notify: true },
      ]),
    sends: "POST /v1/waitlist_entries/bulk",
    body: [
      { email_address: "a@example.com" },
      { email_address: "b@example.com", notify: true },
    ],
    answer: [entry],
    data: [entryData],
  },
  {
    operation: "DeleteWaitlistEntry",
    call: (api) => api.delete("wle_1"),
    sends: "DELETE /v1/waitlist_entries/wle_1",
    answer: { object: "waitlist_entry", id: "wle_1", deleted: true },
    data: { object: "waitlist_entry", id: "wle_1", deleted: true },
  },
  {
    operation: "InviteWaitlistEntry",
    call: (api) => api.invite("wle_1", { ignoreExisting: true }),
    sends: "POST /v1/waitlist_entries/wle_1/invite",
    body: { ignore_existing: true },
    answer: entry,
    data: entryData,
  },
  {
    operation: "InviteWaitlistEntry",
    call: (api) => api.invite("wle_1"),
    sends: "POST /v1/waitlist_entries/wle_1/invite",
  },
  {
    operation: "RejectWaitlistEntry",
    call: (api) => api.reject("wle_1"),
    sends: "POST /v1/waitlist_entries/wle_1/reject",
  },
];

testOperations("waitlistEntries", rows, [/^\/waitlist_entries\b/]);
