import { pino } from "pino";
import { env } from "./env";

/** Structured lines on standard output. Never a password, token or mail address. */
export const log = pino({ level: env.LOG_LEVEL, base: undefined });
