import { classNames } from "./class-names";

export type ButtonVariant = "primary" | "accent" | "quiet" | "plain" | "danger";

export type ButtonLook = {
  variant?: ButtonVariant | undefined;
  size?: "md" | "lg" | undefined;
  block?: boolean | undefined;
};

const BASE =
  "inline-flex items-center justify-center gap-2 rounded-control border-2 text-center font-bold leading-tight no-underline transition-colors select-none disabled:cursor-not-allowed disabled:border-line disabled:bg-surface-sunken disabled:text-ink-soft aria-disabled:cursor-progress";

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-primary-strong text-primary-strong-ink enabled:hover:bg-[color-mix(in_oklab,var(--primary-strong),var(--shade)_14%)] [a&]:hover:bg-[color-mix(in_oklab,var(--primary-strong),var(--shade)_14%)]",
  accent:
    "border-transparent bg-accent text-accent-ink enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover",
  quiet:
    "border-line-strong bg-surface-raised text-ink enabled:hover:bg-surface-sunken [a&]:hover:bg-surface-sunken",
  plain: "border-transparent bg-transparent text-primary-strong underline-offset-4 hover:underline",
  danger:
    "border-transparent bg-danger-strong text-danger-strong-ink enabled:hover:bg-[color-mix(in_oklab,var(--danger-strong),var(--shade)_14%)]",
};

const SIZES = {
  md: "min-h-11 px-4 py-2 text-base",
  lg: "min-h-13 px-6 py-3 text-lg",
} as const;

/** The look of a button, for whatever element carries it. */
export function buttonClass(look: ButtonLook, className?: string): string {
  const { variant = "quiet", size = "md", block = false } = look;
  return classNames(BASE, VARIANTS[variant], SIZES[size], block && "w-full", className);
}
