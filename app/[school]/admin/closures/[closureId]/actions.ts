"use server";

import { redirect } from "next/navigation";
import { schoolAction } from "@/lib/action";
import { closureRemovalInput } from "@/lib/booking/desk/desk.schema";
import { removeClosure } from "@/lib/booking/changes/remove-closure";

export const openAgain = schoolAction({
  permission: "schedule:write",
  input: closureRemovalInput,
  run: async (ctx, input) => {
    await removeClosure(ctx, input);
    redirect(`/${ctx.school.slug}/admin/closures?done=removed`);
  },
});
