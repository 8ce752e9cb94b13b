import { Badge } from "@/components/ui/badge";
import type { SchoolAction } from "@/lib/action";
import type { AvailabilityExceptionView } from "@/lib/scheduling/get-availability";
import { formatDay } from "@/lib/time/format";
import { ActionForm } from "./action-form";
import { wallRangeText } from "./course-words";

type ExceptionListProps = {
  exceptions: readonly AvailabilityExceptionView[];
  remove: SchoolAction;
  locale: string;
};

/** What is different on single days ahead. */
export function ExceptionList({ exceptions, remove, locale }: ExceptionListProps) {
  if (exceptions.length === 0)
    return <p className="text-ink-soft">Every week ahead is as usual.</p>;
  return (
    <ul className="grid gap-2">
      {exceptions.map((one) => (
        <li
          key={one.id}
          className="flex flex-wrap items-center justify-between gap-2 rounded-control bg-surface-sunken p-3"
        >
          <div className="grid gap-1">
            <Badge tone={one.kind === "EXTRA" ? "success" : "warning"}>
              {one.kind === "EXTRA" ? "Extra time" : "Away"}
            </Badge>
            <p className="font-bold tabular-nums">
              {formatDay(one.on, locale, "short")}, {wallRangeText(one, locale)}
            </p>
            <p className="text-sm text-ink-soft">
              {[one.locationName, one.reason].filter(Boolean).join(", ")}
            </p>
          </div>
          <ActionForm
            action={remove}
            fields={{ exceptionId: one.id }}
            submit={
              <>
                Remove<span className="sr-only"> {formatDay(one.on, locale, "short")}</span>
              </>
            }
            variant="plain"
          />
        </li>
      ))}
    </ul>
  );
}
