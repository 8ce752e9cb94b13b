import { NoticeDays } from "@/components/notifications/notice-days";
import { ListPages } from "@/components/people/list-pages";
import { ActionForm } from "@/components/scheduling/action-form";
import type { CharacterName } from "@/components/ui/characters/character";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { SchoolAction } from "@/lib/action";
import type { Area } from "@/lib/auth/permissions";
import { parseId } from "@/lib/ids";
import { countUnreadNotices } from "@/lib/notifications/notices/count-unread-notices";
import { listNotices } from "@/lib/notifications/notices/list-notices";
import type { SchoolContext } from "@/lib/school-context";
import { textOf } from "@/lib/search-text";
import { isoFromInstant } from "@/lib/time/instant";

const CHARACTERS: Record<Area, CharacterName> = {
  admin: "alice",
  teach: "floyd",
  family: "steve",
  student: "liam",
};

type NoticesPageProps = {
  ctx: SchoolContext;
  area: Area;
  search: Record<string, string | string[] | undefined>;
  open: SchoolAction;
  readAll: SchoolAction;
};

/** What a person was told, the same in every area. */
export async function NoticesPage({ ctx, area, search, open, readAll }: NoticesPageProps) {
  const at = { after: parseId(textOf(search["after"])), before: parseId(textOf(search["before"])) };
  const [{ rows, next, previous }, unread] = await Promise.all([
    listNotices(ctx, at),
    countUnreadNotices(ctx),
  ]);
  return (
    <>
      <PageHeader
        title="Notices"
        actions={
          unread === 0 ? null : (
            <ActionForm
              action={readAll}
              fields={{ seenAt: isoFromInstant(ctx.now) }}
              submit="Mark all as read"
            />
          )
        }
      />
      <div className="grid max-w-3xl gap-6">
        {rows.length === 0 ? (
          <EmptyState character={CHARACTERS[area]} title="No notices">
            What others do to your lessons and bookings shows here, and stays to be read again.
          </EmptyState>
        ) : (
          <NoticeDays notices={rows} now={ctx.now} clock={ctx.school} open={open} />
        )}
        <ListPages
          label="Pages of notices"
          path={`/${ctx.school.slug}/${area}/notices`}
          query={{}}
          {...{ next, previous }}
        />
      </div>
    </>
  );
}
