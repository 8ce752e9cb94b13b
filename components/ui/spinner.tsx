export function Spinner() {
  return (
    <span
      aria-hidden="true"
      className="size-4 shrink-0 animate-spin rounded-full border-3 border-current border-r-transparent"
    />
  );
}
