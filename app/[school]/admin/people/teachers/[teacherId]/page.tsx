import { Clock } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FlashMessage } from "@/components/shell/flash-message";
import { SuppressedNotice } from "@/components/mail/suppressed-notice";
import { ArchiveButton } from "@/components/people/archive-button";
import { ContactForm } from "@/components/people/contact-form";
import { ContactLines } from "@/components/people/contact-lines";
import { InviteButton } from "@/components/people/invite-button";
import { SignInBadge } from "@/components/people/sign-in-badge";
import { TeacherCourses } from "@/components/people/teacher-courses";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { readFlash } from "@/lib/flash";
import type { TeacherId } from "@/lib/ids";
import { listSuppressedPeople } from "@/lib/notifications/stopped/list-suppressed-people";
import { getTeacher } from "@/lib/people/get-teacher";
import { teacherShown } from "@/lib/people/shown-person";
import { idOf } from "../../../found";
import { invite } from "../../actions";
import { archive, save } from "./actions";

export const metadata: Metadata = { title: "Teacher" };

type TeacherPageProps = { params: Promise<{ school: string; teacherId: string }> };

const DONE = {
  "teacher-created": { tone: "success", title: "The teacher is added. Set their open times next." },
} as const;

export default async function TeacherPage({ params }: TeacherPageProps) {
  const { school: slug, teacherId } = await params;
  const ctx = await requireMember(slug, "people:write");
  const teacher = (await getTeacher(ctx, idOf<TeacherId>(teacherId))) ?? notFound();
  const { name, contact, instruments, signIn } = teacher;
  const stopped = await listSuppressedPeople(ctx, [teacher.id]);
  const base = `/${slug}/admin`;
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          { label: "People", href: `${base}/people` },
          { label: "Teachers", href: `${base}/people/teachers` },
        ]}
        lead={instruments.join(", ")}
        actions={
          <ButtonLink href={`${base}/availability/${teacher.id}`}>
            <Icon icon={Clock} />
            Open times
          </ButtonLink>
        }
      />
      <FlashMessage flash={await readFlash()} texts={DONE} className="mb-4" />
      <SuppressedNotice
        people={stopped}
        mailHref={`/${slug}/admin/mail`}
        zone={ctx.school.timeZone}
        locale={ctx.school.locale}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <TeacherCourses courses={teacher.courses} coursesHref={`${base}/courses`} />
        <div className="grid gap-3">
          <Card title="Contact">
            <div className="grid gap-3">
              <ContactLines email={contact.email} phone={contact.phone} />
              <div className="flex flex-wrap items-start gap-x-3">
                <SignInBadge state={signIn} />
                <InviteButton
                  action={invite}
                  personId={teacher.id}
                  email={contact.email}
                  {...{ name }}
                  state={signIn}
                />
              </div>
            </div>
          </Card>
          <ContactForm
            summary="Change"
            action={save}
            fields={{ teacherId: teacher.id }}
            shown={teacherShown({ ...contact, instruments })}
            submit="Save"
          />
          <ArchiveButton
            action={archive}
            fields={{ teacherId: teacher.id }}
            archived={teacher.archived}
          />
        </div>
      </div>
    </>
  );
}
