import { accountRefusals } from "./auth/refusals";
import { deskRefusals } from "./booking/desk/desk-refusals";
import { bookingRefusals } from "./booking/refusals";
import { invitationRefusals } from "./people/invitation-refusals";
import { notificationRefusals } from "./notifications/refusals";
import { jobRefusals } from "./notifications/jobs/job-refusals";
import { peopleRefusals } from "./people/refusals";
import type { Refusal } from "./refusal";
import { schedulingRefusals } from "./scheduling/refusals";
import { schoolRefusals } from "./school/refusals";

/** The texts of every feature; `{name}` stands for a detail of the refusal, `{phone}` for the school's. */
const FEATURES = [
  accountRefusals,
  bookingRefusals,
  deskRefusals,
  invitationRefusals,
  notificationRefusals,
  jobRefusals,
  peopleRefusals,
  schedulingRefusals,
  schoolRefusals,
] as const;

const UNKNOWN = "That was not possible. Reload the page and try again.";

const TEXTS: ReadonlyMap<string, string> = new Map(
  FEATURES.flatMap((texts) => Object.entries<string>(texts)),
);

/** Where an admin is told which lesson is in the way; a family only that there is one. */
const TAKEN: ReadonlySet<string> = new Set(["slot-taken", "student-busy"]);

type RefusedBy = { phone: string | null } | null;

/** What a person is told: what happened, why, and what to do now. */
export function refusalText(
  code: string,
  school: RefusedBy = null,
  details: Record<string, unknown> = {},
): string {
  const text = TEXTS.get(code) ?? UNKNOWN;
  const phone = school?.phone ? ` on ${school.phone}` : "";
  return text
    .replace(/\{(\w+)\}/g, (_, name: string) => (name === "phone" ? phone : plain(details[name])))
    .trim();
}

export function textOfRefusal(refusal: Refusal, school: RefusedBy): string {
  const isNamed = TAKEN.has(refusal.code) && refusal.details?.["inTheWay"] !== undefined;
  return refusalText(isNamed ? "in-the-way" : refusal.code, school, refusal.details);
}

function plain(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
