"use server";

import { z } from "zod";
import { schoolAction } from "@/lib/action";
import { leadTo } from "@/lib/flash";
import type { FamilyId, PersonId } from "@/lib/ids";
import { addGuardian } from "@/lib/people/add-guardian";
import { addStudent } from "@/lib/people/add-student";
import { changeGuardianKind } from "@/lib/people/change-guardian-kind";
import { choosePerson } from "@/lib/people/choose-person";
import {
  familyNameSchema,
  guardianKindSchema,
  guardianSchema,
  idInput,
  newPersonSchema,
} from "@/lib/people/people.schema";
import { removeGuardian } from "@/lib/people/remove-guardian";
import { renameFamily } from "@/lib/people/rename-family";
import { withWithdrawn } from "@/lib/people/withdrawn-words";
import { basedOnField } from "@/lib/values/shown-record.schema";
import { saved } from "../../../../saved";

const family = { familyId: idInput<FamilyId>() };
const guardian = { ...family, personId: idInput<PersonId>() };

export const rename = schoolAction({
  permission: "people:write",
  input: z.object({ ...family, name: familyNameSchema, basedOn: basedOnField<"name">() }),
  run: async (ctx, input) => saved(await renameFamily(ctx, input), "The family has its new name."),
});

export const addNewGuardian = schoolAction({
  permission: "people:write",
  input: guardianSchema.extend(family),
  run: async (ctx, { familyId, kind, same, ...contact }) => {
    const known = await choosePerson(ctx, { ...contact, same }, { kind: "guardian" });
    const added = await addGuardian(ctx, { familyId, kind, person: known ?? contact });
    return leadTo(`/${ctx.school.slug}/admin/people/families/${familyId}`, {
      code: "guardian-added",
      ids: added.withdrawn.map(({ id }) => id),
    });
  },
});

export const changeKind = schoolAction({
  permission: "people:write",
  input: z.object({ ...guardian, kind: guardianKindSchema, basedOn: basedOnField<"kind">() }),
  run: async (ctx, input) => {
    const outcome = await changeGuardianKind(ctx, input);
    return saved(outcome, withWithdrawn("Saved.", outcome.withdrawn));
  },
});

export const removeFromFamily = schoolAction({
  permission: "people:write",
  input: z.object(guardian),
  run: async (ctx, input) => {
    const withdrawn = await removeGuardian(ctx, input);
    return leadTo(`/${ctx.school.slug}/admin/people/families/${input.familyId}`, {
      code: "guardian-removed",
      ids: withdrawn.map(({ id }) => id),
    });
  },
});

export const addNewStudent = schoolAction({
  permission: "people:write",
  input: newPersonSchema.extend(family),
  run: async (ctx, { familyId, same, ...contact }) => {
    const becoming = { kind: "student", of: familyId } as const;
    const known = await choosePerson(ctx, { ...contact, same }, becoming);
    const studentId = await addStudent(ctx, { familyId, person: known ?? contact });
    return leadTo(`/${ctx.school.slug}/admin/people/families/${familyId}`, {
      code: "student-added",
      ids: [studentId],
    });
  },
});

export const addGuardianAsStudent = schoolAction({
  permission: "people:write",
  input: z.object(guardian),
  run: async (ctx, { familyId, personId }) => {
    const studentId = await addStudent(ctx, { familyId, person: personId });
    return leadTo(`/${ctx.school.slug}/admin/people/families/${familyId}`, {
      code: "student-added",
      ids: [studentId],
    });
  },
});
