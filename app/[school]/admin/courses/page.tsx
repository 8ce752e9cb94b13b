import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { CoursesTable } from "@/components/scheduling/courses-table";
import { COURSE_KINDS } from "@/components/scheduling/course-words";
import { TermSelect } from "@/components/scheduling/term-select";
import { ButtonLink } from "@/components/ui/button-link";
import { Icon } from "@/components/ui/icon";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { TabLinks } from "@/components/ui/tab-links";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/session";
import { parseId, type TermId } from "@/lib/ids";
import { searchText } from "@/lib/search-text";
import type { CourseKind } from "@/lib/scheduling/course-lessons";
import { listCourses } from "@/lib/scheduling/list-courses";

export const metadata: Metadata = { title: "Courses" };

type Search = { q?: string; kind?: string; term?: string; page?: string; archived?: string };
type CoursesPageProps = { params: Promise<{ school: string }>; searchParams: Promise<Search> };

export default async function CoursesPage({ params, searchParams }: CoursesPageProps) {
  const { school: slug } = await params;
  const asked = await searchParams;
  const ctx = await requireMember(slug, "schedule:write");
  const kind = isKind(asked.kind) ? asked.kind : null;
  const archived = asked.archived === "yes";
  const found = await listCourses(ctx, {
    search: searchText(asked.q),
    kind,
    termId: parseId<TermId>(String(asked.term ?? "")),
    archived,
    page: Math.trunc(Number(asked.page)) || 1,
  });
  const base = `/${slug}/admin/courses`;
  const at = (change: Partial<Search>) => hrefOf(base, { ...asked, page: undefined, ...change });
  return (
    <>
      <PageHeader
        title="Courses"
        lead={archived ? `Archived, ${found.term?.name ?? ""}` : found.term?.name}
        actions={
          <ButtonLink
            href={found.term ? `${base}/new?term=${found.term.id}` : `${base}/new`}
            variant="primary"
          >
            <Icon icon={Plus} />
            New course
          </ButtonLink>
        }
      />
      <div className="mb-4 grid gap-3">
        <div className="flex flex-wrap items-end gap-3">
          <SearchField
            label="Search courses or teachers"
            placeholder="Course or teacher"
            action={base}
            defaultValue={asked.q}
          >
            {kind ? <input type="hidden" name="kind" value={kind} /> : null}
            {archived ? <input type="hidden" name="archived" value="yes" /> : null}
            {found.term ? <input type="hidden" name="term" value={found.term.id} /> : null}
          </SearchField>
          <TermSelect action={base} terms={found.terms} current={found.term?.id ?? null} />
        </div>
        <TabLinks
          label="Kinds of course"
          tabs={[
            { href: at({ kind: undefined }), label: "All", current: kind === null },
            ...Object.entries(COURSE_KINDS).map(([value, { label }]) => ({
              href: at({ kind: value }),
              label,
              current: kind === value,
            })),
          ]}
        />
      </div>
      <p className="mb-4">
        <TextLink href={at({ archived: archived ? undefined : "yes" })}>
          {archived ? "Back to current" : "Show archived"}
        </TextLink>
      </p>
      <CoursesTable base={base} courses={found.courses} locale={ctx.school.locale} />
      <div className="mt-4">
        <Pagination
          label="Pages of courses"
          summary={`${found.total} ${found.total === 1 ? "course" : "courses"}, page ${found.page} of ${found.pages}`}
          previousHref={found.page > 1 ? at({ page: String(found.page - 1) }) : undefined}
          nextHref={found.page < found.pages ? at({ page: String(found.page + 1) }) : undefined}
        />
      </div>
    </>
  );
}

function isKind(text: string | undefined): text is CourseKind {
  return text !== undefined && Object.hasOwn(COURSE_KINDS, text);
}

function hrefOf(base: string, search: Search): string {
  const set = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  const query = new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
  return query === "" ? base : `${base}?${query}`;
}
