import { SpanStatusCode, trace } from "@opentelemetry/api";

/** Which work it was: ids and names of ours, never what people wrote. */
type Ids = Record<string, string | number | boolean>;

/**
 * Work as one span of a trace, with its ids under "musicnme."; costs next to nothing where nobody
 * collects traces. Throws what the work throws; of that only its type is told.
 */
export async function withSpan<T>(name: string, ids: Ids, work: () => Promise<T>): Promise<T> {
  const attributes = Object.fromEntries(
    Object.entries(ids).map(([key, value]) => [`musicnme.${key}`, value]),
  );
  return trace.getTracer("musicnme").startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setAttribute("error.type", error instanceof Error ? error.name : "unknown");
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
