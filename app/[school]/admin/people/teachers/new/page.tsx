import type { Metadata } from "next";
import { PersonForm } from "@/components/people/person-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { createNewTeacher } from "./actions";

export const metadata: Metadata = { title: "New teacher" };

type NewTeacherPageProps = { params: Promise<{ school: string }> };

export default async function NewTeacherPage({ params }: NewTeacherPageProps) {
  const { school: slug } = await params;
  await requireMember(slug, "people:write");
  const base = `/${slug}/admin/people`;
  return (
    <>
      <PageHeader
        title="New teacher"
        crumbs={[
          { label: "People", href: base },
          { label: "Teachers", href: `${base}/teachers` },
        ]}
      />
      <Card className="max-w-3xl">
        <PersonForm action={createNewTeacher} instruments={[]} submit="Add the teacher" />
      </Card>
    </>
  );
}
