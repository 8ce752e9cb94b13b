"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { addClosure } from "@/lib/booking/changes/add-closure";
import { closureInput } from "@/lib/booking/desk/desk.schema";

export const closeTheSchool = schoolAction({
  permission: "schedule:write",
  input: closureInput,
  run: async (ctx, { endsOn, ...input }) => {
    const added = await addClosure(ctx, { ...input, endsOn: endsOn ?? input.startsOn });
    return leadTo(`/${ctx.school.slug}/admin/closures`, {
      code: "closure-added",
      ids: [added.changeId, added.closureId],
    });
  },
});
