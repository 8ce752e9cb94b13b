import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { FamilyView } from "@/lib/people/get-family";

type FamilyStudentsProps = {
  students: FamilyView["students"];
  /** "/musicnme/admin/people/students" */
  base: string;
};

export function FamilyStudents({ students, base }: FamilyStudentsProps) {
  if (students.length === 0) {
    return (
      <EmptyState character="alice" title="No students yet" headingLevel={3}>
        Add the first one here.
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-2">
      {students.map(({ id, name, archived }) => (
        <li
          key={id}
          className="flex min-h-13 flex-wrap items-center justify-between gap-3 rounded-card bg-surface-raised px-4 py-2 text-lg"
        >
          <TextLink href={`${base}/${id}`}>{name}</TextLink>
          {archived ? <Badge>Archived</Badge> : null}
        </li>
      ))}
    </ul>
  );
}
