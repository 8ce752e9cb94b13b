import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";

export type BadgeTone = "neutral" | "info" | "success" | "warning" | "danger" | "accent";

type BadgeProps = {
  tone?: BadgeTone;
  icon?: LucideIcon;
  /** Colours in place of a tone. */
  className?: string;
  children: ReactNode;
};

const TONES: Record<BadgeTone, string> = {
  neutral: "bg-surface-sunken text-ink",
  info: "bg-primary-soft text-primary-soft-ink",
  success: "bg-success text-success-ink",
  warning: "bg-warning text-warning-ink",
  danger: "bg-danger text-danger-ink",
  accent: "bg-accent text-accent-ink",
};

export function Badge({ tone = "neutral", icon, className, children }: BadgeProps) {
  return (
    <span
      className={classNames(
        "inline-flex max-w-full items-center gap-1.5 rounded-full px-2.5 py-1 text-sm leading-tight font-bold",
        className ?? TONES[tone],
      )}
    >
      {icon ? <Icon icon={icon} className="size-4" /> : null}
      {children}
    </span>
  );
}
