import type { Metadata } from "next";
import { PersonForm } from "@/components/people/person-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { createNewFamily } from "./actions";

export const metadata: Metadata = { title: "New family" };

type NewFamilyPageProps = { params: Promise<{ school: string }> };

export default async function NewFamilyPage({ params }: NewFamilyPageProps) {
  const { school: slug } = await params;
  await requireMember(slug, "people:write");
  return (
    <>
      <PageHeader
        title="New family"
        crumbs={[{ label: "People", href: `/${slug}/admin/people` }]}
        lead="Begin with the primary guardian. Children and other guardians come on the next page."
      />
      <Card title="Primary guardian" className="max-w-3xl">
        <PersonForm action={createNewFamily} submit="Create family" learns />
      </Card>
    </>
  );
}
