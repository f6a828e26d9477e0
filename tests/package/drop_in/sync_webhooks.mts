// A webhook that keeps a database in step.
import type {
  DeletedObjectJSON,
  EmailJSON,
  ExternalAccountJSON,
  OrganizationDomainJSON,
  OrganizationInvitationJSON,
  OrganizationJSON,
  OrganizationMembershipJSON,
  PhoneNumberJSON,
  SessionJSON,
  SignInJSON,
  SMSMessageJSON,
  UserJSON,
  WaitlistEntryJSON,
} from "@clerk/backend";
import {
  type OrganizationMembershipWebhookEvent,
  type UserWebhookEvent,
  verifyWebhook,
  type WebhookEvent,
  type WebhookEventType,
} from "@clerk/backend/webhooks";

type Cell = string | number | boolean | null;
type Row = Record<string, Cell>;

declare const db: {
  upsert(table: string, row: Row): Promise<void>;
  remove(table: string, id: string): Promise<void>;
};

export async function POST(request: Request): Promise<Response> {
  let event: WebhookEvent;
  try {
    event = await verifyWebhook(request, { signingSecret: "whsec_1" });
  } catch (error) {
    console.error(error);
    return new Response("Refused", { status: 400 });
  }
  const { client_ip, user_agent } = event.event_attributes.http_request;
  const ip: string = client_ip;
  console.log(event.data.id, event.type, ip, user_agent, event.timestamp);
  await syncPeople(event);
  await syncMessages(event);
  await syncBilling(event);
  return Response.json({ ok: true });
}

async function syncPeople(event: WebhookEvent): Promise<void> {
  switch (event.type) {
    case "user.created":
    case "user.updated": {
      const role: Role | undefined = event.data.public_metadata.role;
      await db.upsert("users", { ...toRow(event.data), role: role ?? null });
      for (const account of event.data.external_accounts) {
        await db.upsert("accounts", accountRow(account));
      }
      break;
    }
    case "user.deleted": {
      const gone: DeletedObjectJSON = event.data;
      if (gone.id) await db.remove("users", gone.id);
      break;
    }
    case "organization.created":
      return await db.upsert("organizations", organizationRow(event.data));
    case "organizationMembership.created":
      return await db.upsert("members", memberRow(event.data));
    case "organizationInvitation.created": {
      const invitation: OrganizationInvitationJSON = event.data;
      const { organization_id, status, url } = invitation;
      console.log(invitation.public_organization_data?.name, url);
      return await db.upsert("invitations", {
        id: invitation.id,
        organization: organization_id,
        status: status ?? null,
      });
    }
    case "organizationInvitation.accepted":
      return await db.upsert("invitations", {
        id: event.data.id,
        user: event.data.user_id,
        email: event.data.email_address,
      });
    case "organizationDomain.created": {
      const domain: OrganizationDomainJSON = event.data;
      const { enrollment_mode, verification } = domain;
      return console.log(enrollment_mode, verification?.status);
    }
    case "session.created": {
      const session: SessionJSON = event.data;
      return await db.upsert("sessions", {
        id: session.id,
        user: session.user_id,
        status: session.status,
        expires: session.expire_at,
        city: session.latest_activity?.city ?? null,
        organization: session.last_active_organization_id ?? null,
      });
    }
    case "waitlistEntry.created": {
      const { id, email_address, status }: WaitlistEntryJSON = event.data;
      return await db.upsert("waitlist", { id, email_address, status });
    }
  }
}

async function syncMessages(event: WebhookEvent): Promise<void> {
  if (event.type === "email.created") {
    const mail: EmailJSON = event.data;
    await db.upsert("mails", {
      id: mail.id,
      to: mail.to_email_address ?? null,
      subject: mail.subject ?? "",
      slug: mail.slug ?? null,
      code: mail.data?.otp_code ?? null,
      delivered: mail.delivered_by_clerk,
    });
  } else if (event.type === "sms.created") {
    const text: SMSMessageJSON = event.data;
    await db.upsert("texts", {
      id: text.id,
      to: text.to_phone_number,
      number: text.phone_number_id,
      user: text.user_id ?? null,
      code: text.data?.otp_code ?? null,
    });
  } else if (event.type === "role.created") {
    const { id, key, permissions } = event.data;
    await db.upsert("roles", { id, key, permissions: permissions.length });
  }
}

async function syncBilling(event: WebhookEvent): Promise<void> {
  if (event.type === "subscription.created") {
    const { id, status, payer, items } = event.data;
    await db.upsert("subscriptions", {
      id,
      status,
      payer: payer?.user_id ?? payer?.organization_id ?? null,
      plan: items[0]?.plan?.slug ?? null,
      period: items[0]?.plan_period ?? null,
    });
  } else if (event.type === "subscriptionItem.active") {
    const { id, status, plan_id, amount, period_end } = event.data;
    await db.upsert("items", {
      id,
      status,
      plan: plan_id ?? null,
      amount: amount?.amount ?? null,
      until: period_end ?? null,
    });
  } else if (event.type === "paymentAttempt.updated") {
    const { id, status, totals, payer, payment_source } = event.data;
    await db.upsert("payments", {
      id,
      status,
      total: totals.grand_total.amount,
      email: payer.email,
      card: payment_source?.last4 ?? null,
      failed: event.data.failed_reason?.code ?? null,
    });
  }
}

function primaryEmail(user: UserJSON): string | null {
  return user.email_addresses.find(({ id }) =>
    id === user.primary_email_address_id
  )?.email_address ?? null;
}

function toRow(user: UserJSON): Row {
  const phone: PhoneNumberJSON | undefined = user.phone_numbers[0];
  const codes: string[] | undefined = phone?.backup_codes;
  return {
    id: user.id,
    email: primaryEmail(user),
    phone: phone?.phone_number ?? null,
    codes: codes?.length ?? 0,
    name: user.first_name,
    image: user.image_url,
    created: user.created_at,
    external: user.external_id,
    twoFactor: user.two_factor_enabled,
    organizations: user.organization_memberships?.length ?? 0,
  };
}

function accountRow(account: ExternalAccountJSON): Row {
  return {
    id: account.id,
    provider: account.provider,
    email: account.email_address,
    username: account.username,
    label: account.label,
    phone: account.phone_number,
    verified: account.verification?.status === "verified",
  };
}

function organizationRow(organization: OrganizationJSON): Row {
  return {
    id: organization.id,
    name: organization.name,
    slug: organization.slug,
    members: organization.members_count ?? 0,
    by: organization.created_by ?? null,
    tier: organization.public_metadata?.tier ?? null,
  };
}

function memberRow(member: OrganizationMembershipJSON): Row {
  const role: "org:admin" | "org:member" = member.role;
  return {
    id: member.id,
    organization: member.organization.id,
    user: member.public_user_data.user_id,
    who: member.public_user_data.identifier,
    role,
  };
}

export const handlers: {
  [Type in WebhookEventType]?: (event: WebhookEvent) => Promise<void>;
} = { "user.created": syncPeople };

export function mailOf(event: UserWebhookEvent): string | null {
  return event.type === "user.deleted" ? null : primaryEmail(event.data);
}

export function nameOf(event: OrganizationMembershipWebhookEvent): string {
  return event.data.organization.name;
}

export function stateOf({ id, status, identifier }: SignInJSON): string {
  return [id, status, identifier].join();
}
