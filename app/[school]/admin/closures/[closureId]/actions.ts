"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { closureRemovalInput } from "@/lib/booking/desk/desk.schema";
import { removeClosure } from "@/lib/booking/changes/remove-closure";

export const openAgain = schoolAction({
  permission: "schedule:write",
  input: closureRemovalInput,
  run: async (ctx, input) => {
    await removeClosure(ctx, input);
    return leadTo(`/${ctx.school.slug}/admin/closures`, {
      code: "closure-removed",
      ids: [input.closureId],
    });
  },
});
