import { appPool, systemPool } from "./pools";
import { roleProblems } from "./role-check";

/** Start-up's last check: throws when a login of the app could step around row-level security. */
export async function refuseUnsafeRoles(): Promise<void> {
  const app = await roleProblems((sql) => appPool.query(sql), "app");
  const system = await roleProblems((sql) => systemPool.query(sql), "system");
  const problems = [
    ...app.map((problem) => `DATABASE_URL must not be used: ${problem}.`),
    ...system.map((problem) => `DATABASE_SYSTEM_URL must not be used: ${problem}.`),
  ];
  if (problems.length > 0) throw new Error(problems.join("\n"));
}
