import type { Metadata } from "next";
import { ArchivedLink } from "@/components/people/archived-link";
import { ListPages } from "@/components/people/list-pages";
import { PeopleHeader } from "@/components/people/people-header";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/session";
import { listTeachers } from "@/lib/people/list-teachers";
import { listAddress, type ListSearch } from "../list-address";

export const metadata: Metadata = { title: "Teachers" };

type TeachersPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<ListSearch>;
};

export default async function TeachersPage({ params, searchParams }: TeachersPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "people:write");
  const address = listAddress(await searchParams);
  const { rows, next, previous } = await listTeachers(ctx, address);
  const { search, archived } = address;
  const base = `/${slug}/admin/people`;
  const path = `${base}/teachers`;
  return (
    <>
      <PeopleHeader base={base} list="teachers" search={search} archived={archived}>
        <ArchivedLink path={path} archived={archived} />
      </PeopleHeader>
      <DataTable
        caption={archived ? "Archived teachers" : "Teachers"}
        hideCaption={!archived}
        rows={rows}
        rowKey={(teacher) => teacher.id}
        columns={[
          {
            key: "name",
            header: "Teacher",
            cell: ({ id, name }) => <TextLink href={`${path}/${id}`}>{name}</TextLink>,
          },
          { key: "instruments", header: "Teaches", cell: (row) => row.instruments.join(", ") },
          {
            key: "phone",
            header: "Phone",
            cell: ({ phone }) => <span className="whitespace-nowrap">{phone}</span>,
          },
          { key: "email", header: "Email", cell: ({ email }) => email },
        ]}
        empty={
          <EmptyState character="floyd" title="No teachers here">
            Nothing matches. Search for something else, or add a new teacher.
          </EmptyState>
        }
      />
      <ListPages
        label="Pages of teachers"
        path={path}
        query={{ q: search, archived: archived ? "yes" : undefined }}
        {...{ next, previous }}
      />
    </>
  );
}
