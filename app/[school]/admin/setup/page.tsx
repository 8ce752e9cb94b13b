import type { Metadata } from "next";
import { FieldsForm } from "@/components/scheduling/fields-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { listScheduleChoices } from "@/lib/scheduling/list-schedule-choices";
import { formatDay } from "@/lib/time/format";
import { addLocation, addRoom, addTerm } from "./actions";

export const metadata: Metadata = { title: "Rooms and terms" };

type SetupPageProps = { params: Promise<{ school: string }> };

export default async function SetupPage({ params }: SetupPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const { terms, locations, rooms } = await listScheduleChoices(ctx);
  const day = (on: (typeof terms)[number]["startsOn"]) => formatDay(on, ctx.school.locale, "short");
  return (
    <>
      <PageHeader title="Rooms and terms" lead="Where lessons happen, and when the school runs." />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <Card as="section" title="Terms">
          <Names
            rows={terms.map((term) => [term.name, `${day(term.startsOn)} to ${day(term.endsOn)}`])}
          />
          <FieldsForm
            action={addTerm}
            submit="Add a term"
            fields={[
              { name: "name", label: "Name" },
              { name: "startsOn", label: "First day", type: "date" },
              { name: "endsOn", label: "Last day", type: "date" },
            ]}
          />
        </Card>
        <Card as="section" title="Locations">
          <Names rows={locations.map((location) => [location.name, ""])} />
          <FieldsForm
            action={addLocation}
            submit="Add a location"
            fields={[
              { name: "name", label: "Name" },
              { name: "address", label: "Address", optional: true },
              { name: "phone", label: "Phone", optional: true },
            ]}
          />
        </Card>
        <Card as="section" title="Rooms">
          <Names
            rows={rooms.map((room) => [room.name, `${room.locationName}, ${room.capacity} people`])}
          />
          <FieldsForm
            action={addRoom}
            submit="Add a room"
            fields={[
              { name: "name", label: "Name" },
              {
                name: "locationId",
                label: "Location",
                options: locations.map(({ id, name }) => ({ value: id, label: name })),
              },
              { name: "capacity", label: "People", type: "number" },
              {
                name: "instruments",
                label: "Fitted for",
                hint: "Such as piano, singing. Empty: everything.",
                optional: true,
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}

function Names({ rows }: { rows: readonly (readonly [string, string])[] }) {
  if (rows.length === 0) return <p className="mb-4 text-ink-soft">None yet.</p>;
  return (
    <ul className="mb-5 grid gap-1">
      {rows.map(([name, note]) => (
        <li key={`${name} ${note}`}>
          <b>{name}</b> <span className="text-sm text-ink-soft">{note}</span>
        </li>
      ))}
    </ul>
  );
}
