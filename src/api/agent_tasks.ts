import type { ApiResult } from "../errors/api_error.ts";
import { op } from "../rest/operation.ts";
import type { RequestOptions } from "../rest/options.ts";
import { defineTable, type Table } from "../rest/table.ts";
import type { AgentTask, CreateAgentTaskParams } from "./types/agent_task.ts";

/**
 * Everything about tasks of agents. No method rejects: each gives data or
 * errors. Each takes {@linkcode RequestOptions} as its last argument.
 */
export interface AgentTasksApi {
  /**
   * Makes a task, and a link with which an agent signs in to do it for a user.
   *
   * @param params Who does what for whom, and for how long.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The task with its link.
   */
  create(
    params: CreateAgentTaskParams,
    options?: RequestOptions,
  ): Promise<ApiResult<AgentTask>>;
  /**
   * Revokes a task: its link lets nobody in any more.
   *
   * @param agentTaskId The task's id.
   * @param options Time-outs, retries and a signal for this call.
   * @returns The task, without its link.
   */
  revoke(
    agentTaskId: string,
    options?: RequestOptions,
  ): Promise<ApiResult<AgentTask>>;
}

/** The operations of tasks of agents. */
export const agentTasks: Table<AgentTasksApi> = /* @__PURE__ */ defineTable(
  () => ({
    create: op("POST /agents/tasks", { body: true }),
    revoke: op("POST /agents/tasks/{agent_task_id}/revoke"),
  }),
);
