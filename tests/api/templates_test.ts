import { assertEquals } from "@std/assert";
import { describe, it } from "@std/testing/bdd";
import { createClerkClient } from "../../mod.ts";
import type { TemplatesApi } from "../../src/api/templates.ts";
import { type Row, testOperations } from "./operations.ts";
import { createRecorder, refuse } from "./recorder.ts";

const template = {
  object: "template",
  id: "tmpl_1",
  instance_id: null,
  template_type: "email",
  subject: null,
  available_variables: ["otp_code", "app.name"],
  required_variables: ["otp_code"],
  can_edit_body: true,
  delivered_by_clerk: false,
  updated_at: 1,
};
const templateData = {
  object: "template",
  id: "tmpl_1",
  instanceId: null,
  templateType: "email",
  subject: null,
  availableVariables: ["otp_code", "app.name"],
  requiredVariables: ["otp_code"],
  canEditBody: true,
  deliveredByClerk: false,
  updatedAt: 1,
};
// What a preview holds is not described, and must stay as it is.
const preview = { from_email_address: "a", data: { otp_code: 1, appName: 2 } };

const rows: readonly Row<TemplatesApi>[] = [
  {
    operation: "GetTemplateList",
    call: (api) => api.getTemplateList("sms", { limit: 1, offset: 2 }),
    sends: "GET /v1/templates/sms?paginated=true&limit=1&offset=2",
    answer: { data: [template], total_count: 3 },
    data: [templateData],
    totalCount: 3,
  },
  {
    operation: "GetTemplateList",
    call: (api) => api.getTemplateList("email"),
    sends: "GET /v1/templates/email?paginated=true",
    answer: [],
    data: [],
  },
  {
    operation: "GetTemplate",
    call: (api) => api.getTemplate("email", "verification_code"),
    sends: "GET /v1/templates/email/verification_code",
    answer: template,
    data: templateData,
  },
  {
    operation: "UpsertTemplate",
    call: (api) =>
      api.upsertTemplate("email", "verification_code", {
        name: "Code",
        subject: null,
        markup: "<re-html/>",
        body: "{{otp_code}}",
        deliveredByClerk: true,
        fromEmailName: "hello",
        replyToEmailName: "no",
      }),
    sends: "PUT /v1/templates/email/verification_code",
    body: {
      name: "Code",
      subject: null,
      markup: "<re-html/>",
      body: "{{otp_code}}",
      delivered_by_clerk: true,
      from_email_name: "hello",
      reply_to_email_name: "no",
    },
  },
  {
    operation: "PreviewTemplate",
    call: (api) =>
      api.previewTemplate("email", "verification_code", {
        subject: "Your code",
        body: "{{otp_code}}",
        fromEmailName: "hello",
        replyToEmailName: "no",
      }),
    sends: "POST /v1/templates/email/verification_code/preview",
    body: {
      subject: "Your code",
      body: "{{otp_code}}",
      from_email_name: "hello",
      reply_to_email_name: "no",
    },
    answer: preview,
    data: preview,
  },
  {
    operation: "RevertTemplate",
    call: (api) => api.revertTemplate("email", "verification_code"),
    sends: "POST /v1/templates/email/verification_code/revert",
  },
  {
    operation: "ToggleTemplateDelivery",
    call: (api) =>
      api.toggleTemplateDelivery("sms", "verification_code", {
        deliveredByClerk: false,
      }),
    sends: "POST /v1/templates/sms/verification_code/toggle_delivery",
    body: { delivered_by_clerk: false },
  },
];

testOperations("templates", rows, [/^\/templates\b/]);

describe("templates: previewTemplate", () => {
  it("is sent again when the API breaks down, as it changes nothing", async () => {
    const { fetch, sent } = createRecorder(() =>
      sent.length === 1 ? refuse(500, "internal") : preview
    );
    const clerk = createClerkClient({
      secretKey: "sk_test_secret",
      env: {},
      fetch,
      random: () => 0,
    });
    const { data } = await clerk.templates.previewTemplate("sms", "code", {});
    assertEquals(data, preview);
    assertEquals(sent.length, 2);
  });
});
