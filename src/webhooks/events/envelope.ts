/** The request of a user that led to an event. */
export interface WebhookHttpRequest {
  /** The IP address that it came from. */
  readonly client_ip?: string | undefined;
  /** The user agent that sent it. */
  readonly user_agent?: string | undefined;
}

/** What is known about how an event came about. */
export interface WebhookEventAttributes {
  /** The request of a user that led to it. */
  readonly http_request?: WebhookHttpRequest | null | undefined;
}

/** An event around its data. */
export interface WebhookEnvelope<Type extends string, Data> {
  /** Always `event`. */
  readonly object: "event";
  /** What happened. */
  readonly type: Type;
  /** What it happened to, as it is now. */
  readonly data: Data;
  /** When it happened: in milliseconds since 1970, in some events in seconds. */
  readonly timestamp: number;
  /** The instance of Clerk that it happened in, `ins_…`. */
  readonly instance_id: string;
  /** How it came about; absent when no request of a user led to it. */
  readonly event_attributes?: WebhookEventAttributes | null | undefined;
}

/**
 * One envelope for each of several types, so that every type is a member of
 * the union of its own and can be picked out by `Extract`.
 */
export type WebhookEvents<Type extends string, Data> = Type extends string
  ? WebhookEnvelope<Type, Data>
  : never;
