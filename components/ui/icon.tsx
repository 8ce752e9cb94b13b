import type { LucideIcon } from "lucide-react";
import { classNames } from "./class-names";

type IconProps = {
  icon: LucideIcon;
  /** Said by screen readers; without it the icon is decoration. */
  label?: string;
  className?: string;
};

/** Stands one text size high unless `className` says otherwise. */
export function Icon({ icon: Drawing, label, className }: IconProps) {
  return (
    <Drawing
      className={classNames("size-[1.25em] shrink-0", className)}
      strokeWidth={2.25}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    />
  );
}
