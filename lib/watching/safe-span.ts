import { loggedRoute } from "./logged-route";

type Attributes = Record<string, unknown>;
type Span = {
  name: string;
  attributes: Attributes;
  status: { message?: string };
  events: readonly { name: string; attributes?: Attributes }[];
};

/** Attributes that name code, routes and results. Anything else may be what people wrote. */
const KEPT =
  /^(?:musicnme\..+|next\.(?:route|span_type|rsc|page|segment)|http\.(?:method|route|status_code|request\.method|response\.status_code)|error\.type|exception\.type|operation\.name)$/;
const ORIGIN = /^https?:\/\/[^/\s]+/;

/** A span as it may leave this machine: its times, its place in the trace and what is no secret. */
export function safeSpan<S extends Span>(span: S): S {
  return Object.create(span, {
    name: { value: safeName(span.name), enumerable: true },
    attributes: { value: keptOf(span.attributes), enumerable: true },
    status: { value: { ...span.status, message: undefined }, enumerable: true },
    events: {
      value: span.events.map((event) => ({ ...event, attributes: keptOf(event.attributes ?? {}) })),
      enumerable: true,
    },
  }) as S;
}

/** Next names spans by the route ("GET /[school]/teach"), or by the address where there is none. */
function safeName(name: string): string {
  const words = name.split(" ");
  return words
    .map((word) => (word.includes("/") ? loggedRoute(word.replace(ORIGIN, "")) : word))
    .join(" ");
}

function keptOf(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => KEPT.test(key)));
}
