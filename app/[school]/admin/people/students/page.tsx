import type { Metadata } from "next";
import { ArchivedLink } from "@/components/people/archived-link";
import { ListPages } from "@/components/people/list-pages";
import { PeopleHeader } from "@/components/people/people-header";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/session";
import { listStudents } from "@/lib/people/list-students";
import { listAddress, type ListSearch } from "../list-address";

export const metadata: Metadata = { title: "Students" };

type StudentsPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<ListSearch>;
};

export default async function StudentsPage({ params, searchParams }: StudentsPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "people:write");
  const address = listAddress(await searchParams);
  const { rows, next, previous } = await listStudents(ctx, address);
  const { search, archived } = address;
  const base = `/${slug}/admin/people`;
  const path = `${base}/students`;
  return (
    <>
      <PeopleHeader base={base} list="students" search={search} archived={archived}>
        <ArchivedLink path={path} archived={archived} />
      </PeopleHeader>
      <DataTable
        caption={archived ? "Archived students" : "Students"}
        hideCaption={!archived}
        rows={rows}
        rowKey={(student) => student.id}
        columns={[
          {
            key: "name",
            header: "Student",
            cell: ({ id, name }) => <TextLink href={`${path}/${id}`}>{name}</TextLink>,
          },
          {
            key: "family",
            header: "Family",
            cell: ({ family }) => (
              <TextLink href={`${base}/families/${family.id}`}>{family.name}</TextLink>
            ),
          },
          {
            key: "courses",
            header: "Courses",
            cell: ({ courses }) => (courses.length > 0 ? courses.join(", ") : "None at present"),
          },
        ]}
        empty={
          <EmptyState character="steve" title="No students here">
            Nothing matches. New students are added on their family&apos;s page.
          </EmptyState>
        }
      />
      <ListPages
        label="Pages of students"
        path={path}
        query={{ q: search, archived: archived ? "yes" : undefined }}
        {...{ next, previous }}
      />
    </>
  );
}
