import { type DestinationStream, type LevelWithSilent, pino } from "pino";
import { trailNow } from "./request-trail";
import { safeError } from "./safe-error";

/**
 * Structured lines with the ids of the request in which they are written. Never a password, token or
 * mail address: of an error only what `safeError` lets through.
 */
export function openLog(level: LevelWithSilent, destination?: DestinationStream) {
  return pino(
    {
      level,
      base: undefined,
      mixin: () => ({ ...trailNow() }),
      formatters: { log: withSafeErrors },
      // What pino itself would make of an error holds its text.
      serializers: { err: (safe: unknown) => safe },
      hooks: {
        // Of an error alone pino would make its text the message.
        logMethod(args, method) {
          const [first, ...rest] = args;
          const isAlone = rest.length === 0 && typeof first === "object";
          method.apply(this, isAlone ? [first, "see err"] : args);
        },
      },
    },
    destination,
  );
}

export type Log = ReturnType<typeof openLog>;

function withSafeErrors(fields: Record<string, unknown>): Record<string, unknown> {
  const errors = Object.entries(fields).filter(
    ([key, value]) => key === "err" || value instanceof Error,
  );
  if (errors.length === 0) return fields;
  return {
    ...fields,
    ...Object.fromEntries(errors.map(([key, value]) => [key, safeError(value)])),
  };
}
