import { LessonKindBadge } from "@/components/shell/lesson-kind-badge";
import { ENTRY_KINDS, type EntryKind } from "@/lib/scheduling/calendar-range";

/** The colours and icons of the kinds that are shown. */
export function KindLegend({ kinds }: { kinds: readonly EntryKind[] }) {
  const shown = new Set(kinds);
  if (shown.size < 2) return null;
  return (
    <ul aria-label="Kinds of lessons" className="mt-6 flex flex-wrap gap-2">
      {ENTRY_KINDS.filter((kind) => shown.has(kind)).map((kind) => (
        <li key={kind}>
          <LessonKindBadge kind={kind} />
        </li>
      ))}
    </ul>
  );
}
