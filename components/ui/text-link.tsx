import Link from "next/link";
import type { ComponentProps } from "react";
import { classNames } from "./class-names";

/** A link in running text. Nothing is fetched before it is followed. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={classNames(
        "rounded-sm font-semibold text-primary-strong underline decoration-2 underline-offset-4 hover:decoration-4",
        className,
      )}
    />
  );
}
