"use server";

import { redirect } from "next/navigation";
import { schoolAction } from "@/lib/action";
import { addClosure } from "@/lib/booking/changes/add-closure";
import { closureInput } from "@/lib/booking/desk/desk.schema";

export const closeTheSchool = schoolAction({
  permission: "schedule:write",
  input: closureInput,
  run: async (ctx, { endsOn, ...input }) => {
    await addClosure(ctx, { ...input, endsOn: endsOn ?? input.startsOn });
    redirect(`/${ctx.school.slug}/admin/closures?done=added`);
  },
});
