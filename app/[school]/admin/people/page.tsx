import type { Metadata } from "next";
import { ListPages } from "@/components/people/list-pages";
import { PeopleHeader } from "@/components/people/people-header";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/session";
import { listFamilies } from "@/lib/people/list-families";
import { listAddress, type ListSearch } from "./list-address";

export const metadata: Metadata = { title: "Families" };

type FamiliesPageProps = {
  params: Promise<{ school: string }>;
  searchParams: Promise<ListSearch>;
};

export default async function FamiliesPage({ params, searchParams }: FamiliesPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "people:write");
  const address = listAddress(await searchParams);
  const { rows, next, previous } = await listFamilies(ctx, address);
  const base = `/${slug}/admin/people`;
  return (
    <>
      <PeopleHeader base={base} list="families" search={address.search} />
      <DataTable
        caption="Families"
        hideCaption
        rows={rows}
        rowKey={(family) => family.id}
        columns={[
          {
            key: "name",
            header: "Family",
            cell: ({ id, name }) => <TextLink href={`${base}/families/${id}`}>{name}</TextLink>,
          },
          { key: "students", header: "Students", cell: ({ students }) => students.join(", ") },
          { key: "primary", header: "Primary guardian", cell: ({ primary }) => primary?.name },
          {
            key: "phone",
            header: "Phone",
            cell: ({ primary }) => <span className="whitespace-nowrap">{primary?.phone}</span>,
          },
        ]}
        empty={
          <EmptyState character="steve" title="No families here">
            Nothing matches. Search for something else, or add a new family.
          </EmptyState>
        }
      />
      <ListPages
        label="Pages of families"
        path={base}
        query={{ q: address.search }}
        {...{ next, previous }}
      />
    </>
  );
}
