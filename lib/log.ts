import { env } from "./env";
import { openLog } from "./watching/open-log";

/** Structured lines on standard output. Never a password, token or mail address. */
export const log = openLog(env.LOG_LEVEL);
