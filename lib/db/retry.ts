import { sqlStateOf } from "./constraint-errors";

const TRIES = 5;
const RETRIED = new Set(["40001", "40P01"]);

/** Runs a whole transaction again, with jitter, when PostgreSQL gave it up for another (40001, 40P01). */
export async function withRetries<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === TRIES || !RETRIED.has(sqlStateOf(error) ?? "")) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));
  }
}
