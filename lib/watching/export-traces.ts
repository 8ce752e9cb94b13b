import { context, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { resourceFromAttributes } from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  type ReadableSpan,
  type SpanExporter,
  type SpanProcessor,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { safeSpan } from "./safe-span";
import { trailNow } from "./request-trail";

/** Sends what Next and `withSpan` trace to an OTLP collector; returns what sends the rest and ends it. */
export function exportTraces(endpoint: string): () => Promise<void> {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": "musicnme" }),
    spanProcessors: [withRequestId, new BatchSpanProcessor({ exporter: withoutPeople(exporter) })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(provider);
  return () => provider.shutdown();
}

const nothing = async (): Promise<void> => undefined;

/** Leads from a trace to the lines of the log. */
const withRequestId: SpanProcessor = {
  onStart: (span) => {
    const trail = trailNow();
    if (trail !== undefined) span.setAttribute("musicnme.requestId", trail.requestId);
  },
  onEnd: () => undefined,
  forceFlush: nothing,
  shutdown: nothing,
};

/** Addresses with tokens, search texts and texts of errors stay here. */
function withoutPeople(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) =>
      exporter.export(
        spans.map((span): ReadableSpan => safeSpan(span)),
        done,
      ),
    forceFlush: async () => exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  };
}
