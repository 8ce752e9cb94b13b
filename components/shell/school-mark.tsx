type SchoolMarkProps = { name: string; logoUrl: string | null };

/** The school's logo, or ours where it has none, and its name. */
export function SchoolMark({ name, logoUrl }: SchoolMarkProps) {
  return (
    <span className="flex min-w-0 items-center gap-3">
      {logoUrl === null ? (
        <NoteMark />
      ) : (
        <picture className="shrink-0">
          <img src={logoUrl} alt="" className="h-9 max-w-28 object-contain" />
        </picture>
      )}
      <span title={name} className="truncate font-display text-xl leading-none font-bold">
        {name}
      </span>
    </span>
  );
}

/** Our mark: two notes on a yellow block. */
function NoteMark() {
  return (
    <svg viewBox="0 0 36 36" aria-hidden="true" focusable="false" className="size-9 shrink-0">
      <rect width="36" height="36" rx="11" fill="#ffce00" />
      <path
        d="M14 25V11.5L26 9v13"
        fill="none"
        stroke="#080808"
        strokeWidth="3"
        strokeLinejoin="round"
      />
      <circle cx="11" cy="25" r="4.2" fill="#080808" />
      <circle cx="23" cy="22" r="4.2" fill="#080808" />
    </svg>
  );
}
