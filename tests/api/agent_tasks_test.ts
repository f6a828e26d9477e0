import type { AgentTasksApi } from "../../src/api/agent_tasks.ts";
import { type Row, testOperations } from "./operations.ts";

const taskJson = {
  object: "agent_task",
  agent_id: "agent_1",
  agent_task_id: "task_1",
  task_id: "task_1",
  url: "https://example.com/task",
};
const task = {
  object: "agent_task",
  agentId: "agent_1",
  agentTaskId: "task_1",
  taskId: "task_1",
  url: "https://example.com/task",
};
const what = {
  permissions: "*",
  agentName: "Scout",
  taskDescription: "Look around.",
  redirectUrl: "https://example.com/agent",
} as const;
const whatBody = {
  permissions: "*",
  agent_name: "Scout",
  task_description: "Look around.",
  redirect_url: "https://example.com/agent",
};

const rows: readonly Row<AgentTasksApi>[] = [
  {
    operation: "CreateAgentTask",
    call: (tasks) =>
      tasks.create({
        ...what,
        onBehalfOf: { userId: "user_1" },
        sessionMaxDurationInSeconds: 60,
      }),
    sends: "POST /v1/agents/tasks",
    body: {
      ...whatBody,
      on_behalf_of: { user_id: "user_1" },
      session_max_duration_in_seconds: 60,
    },
    answer: taskJson,
    data: task,
  },
  {
    operation: "CreateAgentTask",
    call: (tasks) =>
      tasks.create({ ...what, onBehalfOf: { identifier: "a@example.com" } }),
    sends: "POST /v1/agents/tasks",
    body: { ...whatBody, on_behalf_of: { identifier: "a@example.com" } },
  },
  {
    operation: "RevokeAgentTask",
    call: (tasks) => tasks.revoke("task_1"),
    sends: "POST /v1/agents/tasks/task_1/revoke",
    answer: taskJson,
    data: task,
  },
];

testOperations("agentTasks", rows, [/^\/agents\b/]);
