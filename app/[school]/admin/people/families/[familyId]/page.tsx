import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FlashMessage, type FlashText } from "@/components/shell/flash-message";
import { SuppressedNotice } from "@/components/mail/suppressed-notice";
import { FamilyStudents } from "@/components/people/family-students";
import { GuardianCard } from "@/components/people/guardian-card";
import { FoldedPersonForm, PersonForm } from "@/components/people/person-form";
import { FoldedRecordForm } from "@/components/record-form/record-fields-form";
import { Disclosure } from "@/components/ui/disclosure";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { readFlash } from "@/lib/flash";
import type { Flash } from "@/lib/flash-cookie";
import type { FamilyId } from "@/lib/ids";
import { listSuppressedPeople } from "@/lib/notifications/stopped/list-suppressed-people";
import { getFamily, type FamilyView } from "@/lib/people/get-family";
import { listWithdrawn } from "@/lib/people/list-withdrawn";
import { familyShown } from "@/lib/people/shown-person";
import { withdrawnWords } from "@/lib/people/withdrawn-words";
import type { SchoolContext } from "@/lib/school-context";
import { idOf } from "../../../found";
import { invite, saveContact } from "../../actions";
import {
  addGuardianAsStudent,
  addNewGuardian,
  addNewStudent,
  changeKind,
  removeFromFamily,
  rename,
} from "./actions";

export const metadata: Metadata = { title: "Family" };

type FamilyPageProps = { params: Promise<{ school: string; familyId: string }> };

const DONE = {
  "family-created": "Family created. Now add the children.",
  "guardian-added": "The guardian is added.",
  "guardian-removed": "That guardian no longer belongs to this family.",
  "student-added": "The student is added. Enrol them in a course next.",
} as const;

const GUARDIAN_ACTIONS = {
  saveContact,
  invite,
  changeKind,
  remove: removeFromFamily,
  makeStudent: addGuardianAsStudent,
};

export default async function FamilyPage({ params }: FamilyPageProps) {
  const { school: slug, familyId } = await params;
  const ctx = await requireMember(slug, "people:write");
  const family = (await getFamily(ctx, idOf<FamilyId>(familyId))) ?? notFound();
  const base = `/${slug}/admin/people`;
  const ids = { familyId: family.id };
  const stopped = await listSuppressedPeople(ctx, peopleOf(family));
  const flash = await readFlash();
  return (
    <>
      <PageHeader title={`${family.name} family`} crumbs={[{ label: "People", href: base }]} />
      <FlashMessage flash={flash} texts={await doneTexts(ctx, flash)} className="mb-4" />
      <SuppressedNotice
        people={stopped}
        mailHref={`/${slug}/admin/mail`}
        zone={ctx.school.timeZone}
        locale={ctx.school.locale}
      />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <section className="grid gap-3">
          <h2 className="text-2xl">Students</h2>
          <FamilyStudents students={family.students} base={`${base}/students`} />
          <Disclosure summary="Add a student" open={family.students.length === 0}>
            <PersonForm action={addNewStudent} fields={ids} born submit="Add the student" />
          </Disclosure>
        </section>
        <section className="grid gap-3">
          <h2 className="text-2xl">Guardians</h2>
          <ul className="grid gap-3">
            {family.guardians.map((guardian) => (
              <GuardianCard
                key={guardian.personId}
                familyId={family.id}
                guardian={guardian}
                actions={GUARDIAN_ACTIONS}
              />
            ))}
          </ul>
          <FoldedPersonForm
            summary="Add a guardian"
            action={addNewGuardian}
            fields={ids}
            guardianKind="OTHER"
            submit="Add the guardian"
          />
          <FoldedRecordForm
            summary="Rename the family"
            action={rename}
            shown={familyShown(family)}
            hidden={ids}
            fields={[{ name: "name", label: "Name of the family" }]}
            submit="Rename"
          />
        </section>
      </div>
    </>
  );
}

/** What happened, and which invitations it withdrew. */
async function doneTexts(ctx: SchoolContext, flash: Flash | null) {
  const text = withdrawnWords(await listWithdrawn(ctx, flash?.ids ?? [])) ?? undefined;
  const said = Object.entries(DONE).map(([code, title]) => [
    code,
    { tone: "success" as const, title, text },
  ]);
  return Object.fromEntries(said) as Record<keyof typeof DONE, FlashText>;
}

function peopleOf({ guardians, students }: FamilyView): string[] {
  return [...guardians.map(({ personId }) => personId), ...students.map(({ id }) => id)];
}
