import { LESSON_KINDS } from "@/components/shell/lesson-kind-badge";
import type { EntryKind } from "@/lib/scheduling/calendar-range";

/** The icons of all kinds, drawn once for a page; `KindMark` shows one of them. */
export function KindMarks() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      {Object.entries(LESSON_KINDS).map(([kind, { icon: Drawing }]) => (
        <symbol key={kind} id={markId(kind)} viewBox="0 0 24 24">
          <Drawing size={24} strokeWidth={2.25} />
        </symbol>
      ))}
    </svg>
  );
}

export function KindMark({ kind }: { kind: EntryKind }) {
  return (
    <svg role="img" aria-label={LESSON_KINDS[kind].label}>
      <use href={`#${markId(kind)}`} />
    </svg>
  );
}

function markId(kind: string): string {
  return `kind-${kind}`;
}
