"use server";

import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import { addStudent } from "@/lib/people/add-student";
import { choosePerson } from "@/lib/people/choose-person";
import { createFamily } from "@/lib/people/create-family";
import { newFamilySchema } from "@/lib/people/people.schema";

export const createNewFamily = schoolAction({
  permission: "people:write",
  input: newFamilySchema,
  run: async (ctx, { learnsToo, same, ...contact }) => {
    const known = await choosePerson(ctx, { ...contact, same }, { kind: "guardian" });
    const guardians = [{ ...contact, kind: "PRIMARY" as const, known }];
    const { familyId, guardianIds } = await createFamily(ctx, { guardians, students: [] });
    const [person] = guardianIds;
    if (learnsToo && person) await addStudent(ctx, { familyId, person });
    return leadTo(`/${ctx.school.slug}/admin/people/families/${familyId}`, {
      code: "family-created",
      ids: [familyId],
    });
  },
});
