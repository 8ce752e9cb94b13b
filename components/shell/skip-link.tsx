export const CONTENT_ID = "content";

export function SkipLink() {
  return (
    <a
      href={`#${CONTENT_ID}`}
      className="absolute top-2 left-2 z-40 -translate-y-24 rounded-control bg-accent px-4 py-3 font-bold text-accent-ink focus:translate-y-0"
    >
      Skip to the content
    </a>
  );
}
