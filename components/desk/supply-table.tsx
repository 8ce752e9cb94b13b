import { Alert } from "@/components/ui/alert";
import type { SupplyOfWeek } from "@/lib/booking/window/supply-check";

/** Per individual week ahead: lessons still to book against what fits. */
export function SupplyTable({ supply }: { supply: readonly SupplyOfWeek[] }) {
  if (supply.length === 0) {
    return <p className="text-ink-soft">There is no individual week ahead with students in it.</p>;
  }
  const short = supply.filter((week) => week.short > 0);
  return (
    <div className="grid gap-3">
      {short.length > 0 ? (
        <Alert tone="warning" title="There are not enough slots">
          {short.map(({ week, short: missing }) => (
            <p key={week}>
              Week {week}: {missing} {missing === 1 ? "lesson" : "lessons"} too many. Add time to
              the teacher&apos;s availability.
            </p>
          ))}
        </Alert>
      ) : (
        <Alert tone="success" title="Every lesson finds a time" />
      )}
      <table className="w-full text-left tabular-nums">
        <caption className="sr-only">Lessons to book and times that fit, week by week</caption>
        <thead className="text-sm text-ink-soft">
          <tr>
            <th scope="col" className="py-1 pr-2">
              Week
            </th>
            <th scope="col" className="px-2 py-1 text-right">
              To book
            </th>
            <th scope="col" className="py-1 pl-2 text-right">
              Fit
            </th>
          </tr>
        </thead>
        <tbody>
          {supply.map(({ week, owed, fits, short: missing }) => (
            <tr key={week} className={missing > 0 ? "font-bold text-danger-strong" : ""}>
              <th scope="row" className="py-1 pr-2">
                {week}
              </th>
              <td className="px-2 py-1 text-right">{owed}</td>
              <td className="py-1 pl-2 text-right">{fits}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
