import { apiRoute } from "@/lib/api";
import { decodeCursor, pageOf } from "@/lib/api-cursor";
import { ApiProblem } from "@/lib/api-problem";
import { idOf, nextPath, pageQuery } from "@/lib/api-shapes";
import { enrolmentResource } from "@/lib/booking/booking-resource";
import { listFamilyEnrolments, type FamilyEnrolment } from "@/lib/booking/list-family-enrolments";
import type { EnrolmentId } from "@/lib/ids";

const cursor = idOf<EnrolmentId>();

export const GET = apiRoute({
  permission: "booking:read",
  input: { query: pageQuery },
  run: async (ctx, { query, request }) => {
    const after = decodeCursor(cursor, query.after);
    const found = rowsAfter(await listFamilyEnrolments(ctx), after);
    const page = pageOf(found, query.limit, ({ id }) => id);
    return { items: page.items.map(enrolmentResource), next: nextPath(request, page.nextCursor) };
  },
});

function rowsAfter(rows: FamilyEnrolment[], after: EnrolmentId | null): FamilyEnrolment[] {
  if (after === null) return rows;
  const place = rows.findIndex(({ id }) => id === after);
  if (place === -1) throw new ApiProblem("bad-cursor");
  return rows.slice(place + 1);
}
