/** How an instance reaches its users. */
export interface InstanceCommunication {
  /** What this is. */
  readonly object: "instance_communication";
  /** The countries that no SMS is sent to, as ISO 3166-1 codes such as `DE`. */
  readonly blockedCountryCodes: readonly string[];
}

/** What `instance.updateCommunication` takes. */
export interface UpdateInstanceCommunicationParams {
  /**
   * All countries that no SMS is to be sent to, as ISO 3166-1 codes of two
   * capital letters, 250 at most. They take the place of those before.
   */
  readonly blockedCountryCodes?: readonly string[] | null | undefined;
}
