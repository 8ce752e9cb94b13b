import type { Metadata } from "next";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/session";
import { listTeacherTimes, type TeacherTimesRow } from "@/lib/scheduling/list-teacher-times";

export const metadata: Metadata = { title: "Teacher availability" };

type AvailabilityPageProps = { params: Promise<{ school: string }> };

export default async function AvailabilityPage({ params }: AvailabilityPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const teachers = await listTeacherTimes(ctx);
  return (
    <>
      <PageHeader
        title="Teacher availability"
        lead="When each teacher is free for the individual lessons that families book."
      />
      <DataTable
        caption="Teachers"
        hideCaption
        rows={teachers}
        rowKey={(row) => row.teacherId}
        columns={[
          {
            key: "name",
            header: "Teacher",
            cell: (row) => (
              <TextLink href={`/${slug}/admin/availability/${row.teacherId}`}>{row.name}</TextLink>
            ),
          },
          { key: "teaches", header: "Teaches", cell: (row) => row.instruments.join(", ") || "–" },
          { key: "where", header: "Where", cell: (row) => row.locations.join(", ") || "–" },
          { key: "open", header: "Open each week", align: "end", cell: openText },
        ]}
        empty={
          <EmptyState title="No teachers yet" character="floyd">
            Teachers are added under People.
          </EmptyState>
        }
      />
    </>
  );
}

function openText({ openMinutes }: TeacherTimesRow): string {
  if (openMinutes === 0) return "none";
  const [hours, minutes] = [Math.floor(openMinutes / 60), openMinutes % 60];
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}
