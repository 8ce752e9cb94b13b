import type { Metadata } from "next";
import { FieldsForm } from "@/components/scheduling/fields-form";
import { PlaceCard } from "@/components/scheduling/place-cards";
import { LOCATION_FIELDS, ROOM_FIELDS, TERM_FIELDS } from "@/components/scheduling/setup-fields";
import { PageHeader } from "@/components/ui/page-header";
import { requireMember } from "@/lib/auth/session";
import { listPlaces, type Places, type RoomRow } from "@/lib/scheduling/list-places";
import { locationShown, roomShown, termShown } from "@/lib/scheduling/shown-places";
import { formatDay } from "@/lib/time/format";
import {
  addLocation,
  addRoom,
  addTerm,
  changeLocation,
  changeRoom,
  changeTermName,
  setLocationArchived,
  setRoomArchived,
} from "./actions";

export const metadata: Metadata = { title: "Rooms and terms" };

type SetupPageProps = { params: Promise<{ school: string }> };

export default async function SetupPage({ params }: SetupPageProps) {
  const { school: slug } = await params;
  const ctx = await requireMember(slug, "schedule:write");
  const { terms, locations, rooms } = await listPlaces(ctx);
  return (
    <>
      <PageHeader title="Rooms and terms" lead="Where lessons happen, and when the school runs." />
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <Terms terms={terms} locale={ctx.school.locale} />
        <PlaceCard
          title="Locations"
          idField="locationId"
          change={changeLocation}
          archive={setLocationArchived}
          places={locations.map((location) => ({
            ...location,
            note: location.address ?? "",
            fields: LOCATION_FIELDS,
            shown: locationShown(location),
          }))}
        >
          <FieldsForm action={addLocation} submit="Add a location" fields={LOCATION_FIELDS} />
        </PlaceCard>
        <Rooms locations={locations} rooms={rooms} />
      </div>
    </>
  );
}

function Terms({ terms, locale }: { terms: Places["terms"]; locale: string }) {
  return (
    <PlaceCard
      title="Terms"
      idField="termId"
      change={changeTermName}
      places={terms.map(({ id, name, startsOn, endsOn }) => ({
        ...{ id, name, archived: false },
        note: `${formatDay(startsOn, locale, "short")} to ${formatDay(endsOn, locale, "short")}`,
        ...{ fields: TERM_FIELDS, shown: termShown({ name }) },
      }))}
    >
      <FieldsForm
        action={addTerm}
        submit="Add a term"
        fields={[
          { name: "name", label: "Name" },
          { name: "startsOn", label: "First day", type: "date" },
          { name: "endsOn", label: "Last day", type: "date" },
        ]}
      />
    </PlaceCard>
  );
}

function Rooms({ locations, rooms }: Pick<Places, "locations" | "rooms">) {
  const present = locations.filter(({ archived }) => !archived);
  return (
    <PlaceCard
      title="Rooms"
      idField="roomId"
      change={changeRoom}
      archive={setRoomArchived}
      places={rooms.map((room) => ({
        ...room,
        note: noteOf(room),
        ...{ fields: ROOM_FIELDS, shown: roomShown(room) },
      }))}
    >
      <FieldsForm
        action={addRoom}
        submit="Add a room"
        fields={[
          {
            name: "locationId",
            label: "Location",
            options: present.map(({ id, name }) => ({ value: id, label: name })),
          },
          ...ROOM_FIELDS,
        ]}
      />
    </PlaceCard>
  );
}

function noteOf({ locationName, capacity, instruments }: RoomRow): string {
  const people = `${capacity} ${capacity === 1 ? "person" : "people"}`;
  return [locationName, people, ...instruments].join(", ");
}
