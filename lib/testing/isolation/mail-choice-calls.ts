import { getMailPreferences } from "@/lib/notifications/get-mail-preferences";
import { getMailWanted } from "@/lib/notifications/get-mail-wanted";
import { liftSuppression } from "@/lib/notifications/lift-suppression";
import { listSuppressedPeople } from "@/lib/notifications/list-suppressed-people";
import { getSuppression, listSuppressions } from "@/lib/notifications/list-suppressions";
import { listUndelivered } from "@/lib/notifications/list-undelivered";
import { setMailPreferences } from "@/lib/notifications/set-mail-preferences";
import { setMailWanted } from "@/lib/notifications/set-mail-wanted";
import { found, job, listOfFamily, narrowed, type SchoolCalls } from "./school-call";

/** What people want, and what does not reach them. */
export const mailChoiceCalls: SchoolCalls = {
  "notifications/get-mail-preferences getMailPreferences": listOfFamily((ctx) =>
    getMailPreferences(ctx),
  ),
  "notifications/get-mail-wanted getMailWanted": job((ctx, { guardianId }) =>
    getMailWanted(ctx, { personId: guardianId, kind: "lesson-reminder" }),
  ),
  "notifications/lift-suppression liftSuppression": found((ctx, { suppressionId }) =>
    liftSuppression(ctx, suppressionId),
  ),
  "notifications/list-suppressed-people listSuppressedPeople": narrowed((ctx, { guardianId }) =>
    listSuppressedPeople(ctx, [guardianId]),
  ),
  "notifications/list-suppressions getSuppression": found((ctx, { suppressionId }) =>
    getSuppression(ctx, suppressionId),
  ),
  "notifications/list-suppressions listSuppressions": narrowed((ctx, { suppressionId }) =>
    listSuppressions(ctx, { after: suppressionId }),
  ),
  "notifications/list-suppressions listSuppressions (search)": narrowed((ctx, { suppressionId }) =>
    listSuppressions(ctx, { search: "quokka", after: suppressionId }),
  ),
  "notifications/list-undelivered listUndelivered": narrowed((ctx, { eventId }) =>
    listUndelivered(ctx, { after: eventId }),
  ),
  "notifications/set-mail-preferences setMailPreferences": listOfFamily((ctx) =>
    setMailPreferences(ctx, { shown: ["lesson-reminder"], wanted: [] }),
  ),
  "notifications/set-mail-wanted setMailWanted": job((ctx, { guardianId }) =>
    setMailWanted(ctx, { personId: guardianId, kind: "lesson-reminder", wanted: false }),
  ),
};
