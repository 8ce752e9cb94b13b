import { LessonKindBadge } from "@/components/shell/lesson-kind-badge";
import type { CalendarDay, EntryKind } from "@/lib/scheduling/week-calendar";

const ORDER: readonly EntryKind[] = [
  "hybrid-group",
  "hybrid-individual",
  "group",
  "individual",
  "band",
  "one-off",
];

/** The colours and icons of the kinds that this week shows. */
export function KindLegend({ days }: { days: readonly CalendarDay[] }) {
  const kinds = new Set(days.flatMap((day) => day.entries.map(({ kind }) => kind)));
  if (kinds.size < 2) return null;
  return (
    <ul aria-label="Kinds of lessons" className="mt-6 flex flex-wrap gap-2">
      {ORDER.filter((kind) => kinds.has(kind)).map((kind) => (
        <li key={kind}>
          <LessonKindBadge kind={kind} />
        </li>
      ))}
    </ul>
  );
}
