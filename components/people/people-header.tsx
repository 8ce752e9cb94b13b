import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { SearchField } from "@/components/ui/search-field";
import { TabLinks } from "@/components/ui/tab-links";

export type PeopleList = "families" | "students" | "teachers";

type PeopleHeaderProps = {
  /** "/musicnme/admin/people" */
  base: string;
  list: PeopleList;
  search: string;
  archived?: boolean;
  children?: ReactNode;
};

const LISTS = { families: "Families", students: "Students", teachers: "Teachers" } as const;
const NEW = {
  families: { path: "families/new", label: "New family" },
  students: null,
  teachers: { path: "teachers/new", label: "New teacher" },
} as const;

/** Title, search and the three lists of people. */
export function PeopleHeader({ base, list, search, archived, children }: PeopleHeaderProps) {
  const made = NEW[list];
  const path = pathOf(base, list);
  return (
    <>
      <PageHeader
        title="People"
        actions={
          made ? (
            <ButtonLink href={`${base}/${made.path}`} variant="primary">
              <Icon icon={Plus} />
              {made.label}
            </ButtonLink>
          ) : null
        }
      />
      <TabLinks
        label="People"
        tabs={Object.entries(LISTS).map(([name, label]) => ({
          href: pathOf(base, name),
          label,
          current: name === list,
        }))}
      />
      <div className="mb-4 grid gap-3">
        <SearchField
          label={`Search ${LISTS[list].toLowerCase()}`}
          action={path}
          defaultValue={search}
          placeholder="Name, email or phone"
        >
          {archived ? <input type="hidden" name="archived" value="yes" /> : null}
        </SearchField>
        {children}
      </div>
    </>
  );
}

function pathOf(base: string, list: string): string {
  return list === "families" ? base : `${base}/${list}`;
}
