import { CircleCheck, Info, OctagonAlert, TriangleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export type AlertTone = "info" | "success" | "warning" | "refusal";

type AlertProps = {
  tone: AlertTone;
  title?: ReactNode;
  children?: ReactNode;
  /** What to do now: buttons or links. */
  actions?: ReactNode;
  className?: string;
};

const LOOKS: Record<AlertTone, { icon: LucideIcon; block: string }> = {
  info: { icon: Info, block: "bg-primary-soft text-primary-soft-ink" },
  success: { icon: CircleCheck, block: "bg-success text-success-ink" },
  warning: { icon: TriangleAlert, block: "bg-warning text-warning-ink" },
  refusal: { icon: OctagonAlert, block: "bg-danger text-danger-ink" },
};

/** A refusal interrupts the screen reader; the other tones wait their turn. */
export function Alert({ tone, title, children, actions, className }: AlertProps) {
  const look = LOOKS[tone];
  return (
    <div
      role={tone === "refusal" ? "alert" : "status"}
      className={classNames("flex gap-3 rounded-card p-4", look.block, className)}
    >
      <Icon icon={look.icon} className="mt-0.5 size-6" />
      <div className="grid min-w-0 grow gap-1">
        {title ? <p className="font-bold">{title}</p> : null}
        {children ? <div className="text-ink">{children}</div> : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
