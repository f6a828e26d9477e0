/** What is around the data of an event, as the official types promise it. */
import type { WebhookEnvelope as CoreEnvelope } from "../src/webhooks/events/envelope.ts";

/** The request of a user that led to an event. */
export interface WebhookHttpRequest {
  /** The IP address that it came from. */
  readonly client_ip: string;
  /** The user agent that sent it. */
  readonly user_agent: string;
}

/** How an event came about, by the official types: by the request of a user. */
export interface WebhookEventAttributes {
  /** The request. */
  readonly http_request: WebhookHttpRequest;
}

/** An event around its data. */
export interface WebhookEnvelope<Type extends string, Data>
  extends CoreEnvelope<Type, Data> {
  /** How it came about. */
  readonly event_attributes: WebhookEventAttributes;
}

/** One envelope for each of several types. */
export type WebhookEvents<Type extends string, Data> = Type extends string
  ? WebhookEnvelope<Type, Data>
  : never;

/**
 * Data of which the official types say that some members are always there, and
 * that others may be undefined, but not null.
 */
export type Sent<
  Data,
  Present extends keyof Data,
  NotNull extends keyof Data = never,
> =
  & Omit<Data, Present | NotNull>
  & { readonly [Name in Present]-?: NonNullable<Data[Name]> }
  & { readonly [Name in NotNull]?: NonNullable<Data[Name]> };
