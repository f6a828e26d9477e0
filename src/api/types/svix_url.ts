/** The way to an instance's webhooks at Svix, which delivers them. */
export interface SvixUrl {
  /** The address of the dashboard, signed in; whoever has it has access. */
  readonly svixUrl: string;
}
