import { ActionForm } from "@/components/scheduling/action-form";
import type { SchoolAction } from "@/lib/action";

type ArchiveButtonProps = {
  action: SchoolAction;
  fields: Readonly<Record<string, string>>;
  archived: boolean;
};

/** Takes somebody off the lists, or puts them back. Nothing is deleted. */
export function ArchiveButton({ action, fields, archived }: ArchiveButtonProps) {
  return (
    <ActionForm
      action={action}
      fields={{ ...fields, archived: archived ? "no" : "yes" }}
      submit={archived ? "Put back" : "Archive"}
    />
  );
}
