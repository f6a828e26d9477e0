/** One error in an answer of the API. */
export interface WireError {
  /** What went wrong, in a form to branch on. */
  readonly code: string;
  /** What went wrong, for a developer. */
  readonly message: string;
  /** What went wrong, at length. */
  readonly long_message: string;
  /** More about it. */
  readonly meta?: { readonly [name: string]: unknown };
}

/**
 * The status and the short message that go with each code that is given; where
 * the short message is empty, it says the same as the long one.
 */
export const CODES: {
  readonly [code: string]: readonly [status: number, message: string];
} = {
  authorization_header_format_invalid: [
    401,
    "Invalid Authorization header format",
  ],
  clerk_key_invalid: [401, "The provided Clerk Secret Key is invalid."],
  authentication_invalid: [401, "Invalid authentication"],
  machine_secret_key_invalid: [
    401,
    "The provided Machine Secret Key is invalid.",
  ],
  refresh_token_not_found: [401, "Refresh token not found"],
  refresh_sid_mismatch: [401, "Session ID does not match the 'sid' claim"],
  refresh_request_origin_azp_mismatch: [
    401,
    "Request origin does not match azp claim",
  ],
  expired_session_token_invalid: [401, "Invalid expired_token param"],
  session_refresh_session_not_found: [401, "Session not found"],
  session_refresh_inactive_session: [401, "session inactive"],
  session_refresh_expired_session_token_too_old: [
    401,
    "session token too old",
  ],
  session_refresh_expired_session_token_consumed: [
    401,
    "expired session token consumed",
  ],
  authorization_invalid: [403, "Unauthorized request"],
  operation_not_allowed_on_primary_domain: [403, "operation not allowed"],
  resource_not_found: [404, "not found"],
  not_allowed_access: [403, "Access not allowed."],
  form_email_address_blocked: [
    403,
    "temporary email services are not allowed",
  ],
  user_quota_exceeded: [403, "user quota exceeded"],
  sign_up_mode_restricted: [403, "Sign-ups restricted"],
  sign_up_restricted_waitlist: [403, "Sign-ups restricted with waitlist"],
  bad_request: [400, "Bad request"],
  client_not_found: [400, "Client not found"],
  duplicate_record: [400, "duplicate record"],
  identification_deletion_failed: [400, "Deletion failed"],
  identification_create_second_factor_unverified: [400, "Create failed"],
  identification_update_second_factor_unverified: [400, "Update failed"],
  identification_update_failed: [400, "Update failed"],
  invalid_session_token: [400, "Invalid session token"],
  sign_in_token_cannot_be_revoked_code: [400, "cannot revoke"],
  actor_token_cannot_be_revoked_code: [400, "cannot revoke"],
  agent_task_cannot_be_revoked: [400, "cannot revoke agent task"],
  agent_task_not_found: [404, "agent task not found"],
  agent_task_subject_not_found: [404, "user not found"],
  verification_already_verified: [400, "already verified"],
  verification_expired: [400, "expired"],
  verification_failed: [400, "failed"],
  jwt_template_reserved_claim: [400, "reserved claim used"],
  machine_token_reserved_claim: [400, "reserved claim used"],
  conflict: [409, "Conflict"],
  request_body_invalid: [400, "Request body invalid"],
  api_version_invalid: [400, "Invalid API version"],
  bulk_size_exceeded: [400, "bulk size exceeded"],
  no_password_set: [400, "no password set"],
  totp_disabled: [400, "TOTP is disabled"],
  form_identifier_exists: [422, ""],
  form_param_missing: [422, "is missing"],
  form_param_invalid_time: [422, "invalid format"],
  form_conditional_param_missing: [422, "is missing"],
  form_param_unknown: [422, "is unknown"],
  form_param_nil: [422, ""],
  form_param_duplicate: [422, "is duplicate"],
  form_param_type_invalid: [422, "is invalid"],
  form_param_value_invalid: [422, "is invalid"],
  form_param_format_invalid: [422, "is invalid"],
  form_param_max_length_exceeded: [422, "exceeds maximum length"],
  form_data_missing: [422, "missing data"],
  form_resource_not_found: [422, "is missing"],
  form_param_exceeds_allowed_size: [422, ""],
  form_password_length_too_short: [422, ""],
  form_password_length_too_long: [422, ""],
  form_password_size_in_bytes_exceeded: [422, ""],
  form_password_digest_invalid_code: [422, ""],
  form_username_invalid_length: [422, ""],
  form_username_invalid_character: [422, ""],
  form_username_needs_non_number_char: [422, ""],
  form_username_cannot_be_phone_number: [422, ""],
  form_password_matches_identifier: [422, ""],
  form_param_array_length_mismatch: [422, "length mismatch"],
  form_param_deprecated: [422, "is deprecated"],
  form_verification_needed: [422, "is unverified"],
  form_public_client_requires_pkce: [422, "is invalid"],
  form_code_incorrect: [422, "is incorrect"],
  incorrect_password: [422, "incorrect password"],
  totp_incorrect_code: [422, "incorrect TOTP"],
  totp_invalid_length: [422, "invalid length"],
  invalid_totp_secret_code: [422, "invalid TOTP secret"],
  too_many_requests: [429, "Too many requests"],
  image_too_large: [413, "Image too large"],
  image_not_found: [404, "Image not found"],
  ticket_expired_code: [400, "ticket has expired"],
  ticket_invalid_code: [400, "ticket is invalid"],
  sign_in_token_already_used_code: [400, "sign in token has already been used"],
  sign_in_token_revoked_code: [400, "sign in token has been revoked"],
  actor_token_already_used_code: [400, "actor token has already been used"],
  actor_token_revoked_code: [400, "actor token has been revoked"],
  agent_task_already_used: [400, "agent task has already been used"],
  agent_task_revoked: [400, "agent task has been revoked"],
  revoked_invitation: [400, ""],
  invitation_account_exists: [400, "account exists"],
  invitation_already_accepted: [400, ""],
  invitation_already_revoked: [400, ""],
  already_a_member_in_organization: [400, "already a member"],
  missing_organization_permission: [403, "missing permission"],
  not_a_member_in_organization: [403, "not a member"],
  organization_creator_not_found: [400, "creator not found"],
  organization_domain_already_exists: [
    422,
    "organization domain already exists",
  ],
  organization_domain_already_exists_same_organization: [
    422,
    "organization domain already exists",
  ],
  organization_domain_common: [422, "common email domain"],
  organization_domain_quota_exceeded: [
    403,
    "organization domains quota exceeded",
  ],
  organization_instance_roles_quota_exceeded: [
    403,
    "organization roles for instance quota exceeded",
  ],
  organization_invitation_already_accepted: [
    400,
    "invitation has already been accepted",
  ],
  organization_invitation_revoked_code: [400, "invitation has been revoked"],
  organization_invitation_identification_already_exists: [
    400,
    "email address already exists",
  ],
  organization_invitation_not_pending: [404, "not pending"],
  organization_invitation_not_unique: [
    400,
    "organization invitation not unique",
  ],
  organization_membership_quota_exceeded: [
    403,
    "organization membership quota exceeded",
  ],
  organization_minimum_permissions_needed: [
    400,
    "minimum organization permissions needed",
  ],
  organization_missing_creator_role_permissions: [
    422,
    "missing permissions for creator role",
  ],
  organization_not_enabled_in_instance: [403, "access denied"],
  organization_domains_not_enabled: [403, "organization domains not enabled"],
  organization_domain_enrollment_mode_not_enabled: [
    403,
    "organization enrollment mode not enabled",
  ],
  organization_slugs_disabled: [403, "organization slugs not enabled"],
  org_creation_limit_exceeded: [403, "Organization Creation Limit Exceeded"],
  organization_role_assigned_members: [
    422,
    "role is assigned to organization members",
  ],
  organization_role_default_creator_role: [
    422,
    "role is used as the creator role",
  ],
  organization_role_domain_default_role: [
    422,
    "role is used as the domain default role",
  ],
  organization_role_exists_in_invitations: [
    422,
    "role exists in pending organization invitations",
  ],
  organization_role_permission_association_exists: [
    409,
    "permission already assigned to role",
  ],
  organization_role_permission_association_not_found: [
    404,
    "permission not assigned to role",
  ],
  organization_system_permission_not_modifiable: [
    403,
    "organization system permission cannot be modified",
  ],
  waitlist_entry_already_completed: [409, "Waitlist entry already completed"],
  waitlist_entry_already_invited: [409, "Waitlist entry already invited"],
  waitlist_entry_already_rejected: [409, "Waitlist entry already rejected"],
  waitlist_entry_locked: [409, "Waitlist entry is locked"],
  emulator_conflict: [409, "conflict"],
  emulator_host_refused: [421, "not a host of the emulator"],
  emulator_live_key_refused: [401, "a live key was sent to the emulator"],
  not_emulated: [501, "not emulated"],
};

/** Headers of an answer that says no. */
export type RefusalHeaders = { readonly [name: string]: string };

/** An answer of the API that says no, on its way out of a handler. */
export class Refusal extends Error {
  /** The name of the class. */
  override readonly name: string = "Refusal";
  /** The HTTP status. */
  readonly status: number;
  /** What went wrong. */
  readonly errors: readonly WireError[];
  /** Headers of the answer, beyond those of every answer. */
  readonly headers: RefusalHeaders | undefined;

  /** Makes a refusal. */
  constructor(
    status: number,
    errors: readonly WireError[],
    headers?: RefusalHeaders,
  ) {
    super(errors[0]?.long_message);
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }
}

/** Makes a refusal of one error, its status and short message by its code. */
export function refuse(
  code: string,
  long: string,
  meta?: WireError["meta"],
  headers?: RefusalHeaders,
): Refusal {
  return refuseAll([wireError(code, long, meta)], headers);
}

/** Makes a refusal about a parameter, which the error names. */
export function refuseParam(
  code: string,
  param: string,
  long: string,
): Refusal {
  return refuse(code, long, { param_name: param });
}

/** Makes a refusal of several errors; the first one's code gives the status. */
export function refuseAll(
  errors: readonly WireError[],
  headers?: RefusalHeaders,
): Refusal {
  const [status] = CODES[errors[0]?.code ?? ""] ?? [500];
  return new Refusal(status, errors, headers);
}

/** Makes one error, its short message by its code. */
export function wireError(
  code: string,
  long: string,
  meta?: WireError["meta"],
): WireError {
  const [, message] = CODES[code] ?? [500, code];
  return {
    code,
    message: message || long,
    long_message: long,
    ...(meta && { meta }),
  };
}

/** Refuses because something is not there. */
export function notFound(what: string, id: string): Refusal {
  return refuse("resource_not_found", `No ${what} was found with id ${id}`);
}
