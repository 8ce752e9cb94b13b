import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FlashMessage } from "@/components/shell/flash-message";
import { SuppressedNotice } from "@/components/mail/suppressed-notice";
import { ArchiveButton } from "@/components/people/archive-button";
import { ContactForm } from "@/components/people/contact-form";
import { ContactLines } from "@/components/people/contact-lines";
import { EnrolForm } from "@/components/people/enrol-form";
import { EnrolmentList } from "@/components/people/enrolment-list";
import { InviteButton } from "@/components/people/invite-button";
import { SignInBadge } from "@/components/people/sign-in-badge";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/session";
import { readFlash } from "@/lib/flash";
import type { StudentId } from "@/lib/ids";
import { listSuppressedPeople } from "@/lib/notifications/stopped/list-suppressed-people";
import { getStudent } from "@/lib/people/get-student";
import { contactShown } from "@/lib/people/shown-person";
import { listEnrolmentChoices } from "@/lib/scheduling/list-enrolment-choices";
import { dayAt } from "@/lib/time/zone";
import { idOf } from "../../../found";
import { invite, saveContact } from "../../actions";
import { archive, enrol } from "./actions";

export const metadata: Metadata = { title: "Student" };

type StudentPageProps = { params: Promise<{ school: string; studentId: string }> };

const DONE = {
  "student-enrolled": { tone: "success", title: "The student is enrolled." },
} as const;

export default async function StudentPage({ params }: StudentPageProps) {
  const { school: slug, studentId } = await params;
  const ctx = await requireMember(slug, "people:write");
  const student = (await getStudent(ctx, idOf<StudentId>(studentId))) ?? notFound();
  const choices = await listEnrolmentChoices(ctx);
  const { name, contact, signIn, family } = student;
  const stopped = await listSuppressedPeople(ctx, [student.id]);
  const base = `/${slug}/admin/people`;
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          { label: "People", href: base },
          { label: "Students", href: `${base}/students` },
        ]}
        lead={<TextLink href={`${base}/families/${family.id}`}>{family.name} family</TextLink>}
      />
      <FlashMessage flash={await readFlash()} texts={DONE} className="mb-4" />
      <SuppressedNotice
        people={stopped}
        mailHref={`/${slug}/admin/mail`}
        zone={ctx.school.timeZone}
        locale={ctx.school.locale}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <EnrolmentList
          enrolments={student.enrolments}
          coursesHref={`/${slug}/admin/courses`}
          locale={ctx.school.locale}
        />
        <div className="grid gap-3">
          {student.archived ? null : (
            <Card title="Enrol">
              <EnrolForm
                action={enrol}
                studentId={student.id}
                choices={choices}
                today={dayAt(ctx.now, ctx.school.timeZone)}
              />
            </Card>
          )}
          <Card title="Contact">
            <div className="grid gap-3">
              <ContactLines email={contact.email} phone={contact.phone} />
              <div className="flex flex-wrap items-start gap-x-3">
                <SignInBadge state={signIn} />
                <InviteButton
                  action={invite}
                  personId={student.id}
                  email={contact.email}
                  {...{ name }}
                  state={signIn}
                />
              </div>
            </div>
          </Card>
          <ContactForm
            summary="Change contact data"
            action={saveContact}
            fields={{ personId: student.id }}
            shown={contactShown(contact)}
            born
            submit="Save contact data"
          />
          <ArchiveButton
            action={archive}
            fields={{ studentId: student.id }}
            archived={student.archived}
          />
        </div>
      </div>
    </>
  );
}
