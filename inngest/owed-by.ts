import * as accountEvents from "@/lib/events/account-events";
import type { OutboxEnvelope } from "@/lib/events/claim-events";
import type { EventDefinition } from "@/lib/events/define-event";
import type { Owed } from "@/lib/events/relay";
import * as bookingEvents from "@/lib/booking/events";
import * as notificationEvents from "@/lib/notifications/events";
import * as peopleEvents from "@/lib/people/events";
import * as schedulingEvents from "@/lib/scheduling/events";
import { jobs } from "./jobs";

/** The event registry: everything that may stand in the outbox. */
const events: ReadonlyMap<string, EventDefinition> = new Map(
  [
    ...Object.values(accountEvents),
    ...Object.values(bookingEvents),
    ...Object.values(notificationEvents),
    ...Object.values(peopleEvents),
    ...Object.values(schedulingEvents),
  ].map((event) => [event.name, event]),
);

/** The jobs that an event owes, or why nobody can handle it as it is. */
export function owedBy({ name, data }: Pick<OutboxEnvelope, "name" | "data">): Owed {
  const event = events.get(name);
  if (event === undefined) return { unknown: `no event of the name ${name} is known` };
  const parsed = event.data.safeParse(data);
  if (!parsed.success) return { unknown: `the data do not parse: ${whatIsWrong(parsed.error)}` };
  return { jobs: jobs.filter((job) => job.eventName === name).map(({ id }) => id) };
}

/** Which fields, and how; never what was in them. */
function whatIsWrong({ issues }: { issues: readonly { path: PropertyKey[]; code?: string }[] }) {
  return issues.map(({ path, code }) => `${path.join(".") || "all of it"} (${code})`).join(", ");
}
