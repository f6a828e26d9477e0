/** A task that an agent does in a session of a user's. */
export interface AgentTask {
  /** What this is. */
  readonly object: "agent_task";
  /** The agent's id. */
  readonly agentId: string;
  /** Its id. */
  readonly agentTaskId: string;
  /**
   * Its id.
   *
   * @deprecated Use `agentTaskId`.
   */
  readonly taskId: string;
  /** Where the agent signs in for the task, a secret, when it was made just now. */
  readonly url?: string;
}

/** A user, by the id or by what the user signs in with. */
export type AgentTaskUser =
  | {
    /** The user's id. */
    readonly userId: string;
    /** Goes without `userId` only. */
    readonly identifier?: undefined;
  }
  | {
    /** Goes without `identifier` only. */
    readonly userId?: undefined;
    /** The user's e-mail address, phone number or user name. */
    readonly identifier: string;
  };

/** What `agentTasks.create` takes. */
export interface CreateAgentTaskParams {
  /** The user to act for. */
  readonly onBehalfOf: AgentTaskUser;
  /** What the agent may do; everything is all that there is yet. */
  readonly permissions: "*";
  /** The agent's name, for people to read. */
  readonly agentName: string;
  /** What the agent is to do, for people to read. */
  readonly taskDescription: string;
  /** Where the agent goes once it is signed in. */
  readonly redirectUrl: string;
  /** How long the session may last, in seconds; 1,800 by default. */
  readonly sessionMaxDurationInSeconds?: number | undefined;
}
