import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { clashText } from "@/lib/scheduling/clash-text";
import type { Clash } from "@/lib/scheduling/find-clashes";
import type { TimeZone } from "@/lib/time/zone";

type ClashListProps = {
  title: string;
  clashes: readonly Clash[];
  locale: string;
  timeZone: TimeZone;
  /** What to do now. */
  children?: ReactNode;
};

/** Lessons that cannot give way: while there is one, a change cannot be made. */
export function ClashList({ title, clashes, locale, timeZone, children }: ClashListProps) {
  return (
    <Alert tone="refusal" title={title}>
      <ul className="grid gap-1">
        {clashes.map((clash) => (
          <li key={`${clash.lessonId} ${clash.name}`}>{clashText(clash, { timeZone, locale })}</li>
        ))}
      </ul>
      {children ? <p className="mt-2">{children}</p> : null}
    </Alert>
  );
}
