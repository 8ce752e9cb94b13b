import { TextLink } from "@/components/ui/text-link";

/** To those who were taken off the list, and back. */
export function ArchivedLink({ path, archived }: { path: string; archived: boolean }) {
  return (
    <p>
      <TextLink href={archived ? path : `${path}?archived=yes`}>
        {archived ? "Back to current" : "Show archived"}
      </TextLink>
    </p>
  );
}
