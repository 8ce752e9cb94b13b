import { getMailPreferences } from "@/lib/notifications/choices/get-mail-preferences";
import { getMailWanted } from "@/lib/notifications/choices/get-mail-wanted";
import { liftSuppression } from "@/lib/notifications/stopped/lift-suppression";
import { listSuppressedPeople } from "@/lib/notifications/stopped/list-suppressed-people";
import { getSuppression, listSuppressions } from "@/lib/notifications/stopped/list-suppressions";
import { listUndelivered } from "@/lib/notifications/stopped/list-undelivered";
import { setMailPreferences } from "@/lib/notifications/choices/set-mail-preferences";
import { setMailWanted } from "@/lib/notifications/choices/set-mail-wanted";
import { found, job, narrowed, ownWithoutId, type SchoolCalls } from "./school-call";

/** What people want, and what does not reach them. */
export const mailChoiceCalls: SchoolCalls = {
  "notifications/choices/get-mail-preferences getMailPreferences": ownWithoutId((ctx) =>
    getMailPreferences(ctx),
  ),
  "notifications/choices/get-mail-wanted getMailWanted": job((ctx, { guardianId }) =>
    getMailWanted(ctx, { personId: guardianId, kind: "lesson-reminder" }),
  ),
  "notifications/stopped/lift-suppression liftSuppression": found((ctx, { suppressionId }) =>
    liftSuppression(ctx, suppressionId),
  ),
  "notifications/stopped/list-suppressed-people listSuppressedPeople": narrowed(
    (ctx, { guardianId }) => listSuppressedPeople(ctx, [guardianId]),
  ),
  "notifications/stopped/list-suppressions getSuppression": found((ctx, { suppressionId }) =>
    getSuppression(ctx, suppressionId),
  ),
  "notifications/stopped/list-suppressions listSuppressions": narrowed((ctx, { suppressionId }) =>
    listSuppressions(ctx, { after: suppressionId }),
  ),
  "notifications/stopped/list-suppressions listSuppressions (search)": narrowed(
    (ctx, { suppressionId }) => listSuppressions(ctx, { search: "quokka", after: suppressionId }),
  ),
  "notifications/stopped/list-undelivered listUndelivered": narrowed((ctx, { eventId }) =>
    listUndelivered(ctx, { after: eventId }),
  ),
  "notifications/choices/set-mail-preferences setMailPreferences": ownWithoutId((ctx) =>
    setMailPreferences(ctx, {
      shown: ["lesson-reminder"],
      ticked: ["lesson-reminder"],
      wanted: [],
    }),
  ),
  "notifications/choices/set-mail-wanted setMailWanted": job((ctx, { guardianId }) =>
    setMailWanted(ctx, { personId: guardianId, kind: "lesson-reminder", wanted: false }),
  ),
};
