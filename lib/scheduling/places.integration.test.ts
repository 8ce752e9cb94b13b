import { AS_IT_STANDS } from "@/lib/values/shown-record";
import { describe, expect, it } from "vitest";
import { NotFound } from "@/lib/refusal";
import { superuserQuery } from "@/lib/testing/database";
import { anAdmin, contextOf } from "@/lib/testing/people-factory";
import { aGroupCourse } from "@/lib/testing/scheduling-factory";
import { aLocation, aRoom, aSchool, aTerm, at } from "@/lib/testing/school-factory";
import { archiveLocation } from "./archive-location";
import { archiveRoom } from "./archive-room";
import { createRoom } from "./create-room";
import { listPlaces } from "./list-places";
import { listScheduleChoices } from "./list-schedule-choices";
import { renameTerm } from "./rename-term";
import { updateLocation } from "./update-location";
import { updateRoom } from "./update-room";

async function groundFor() {
  const school = await aSchool();
  const ctx = contextOf(school, await anAdmin(school));
  const location = await aLocation(school);
  const [used, spare] = [await aRoom(school, { location }), await aRoom(school, { location })];
  const term = await aTerm(school);
  return { school, ctx, location, used, spare, term };
}

describe("rooms, locations and terms", () => {
  it("get other names and facts, but not a name that is taken", async () => {
    const { ctx, location, used, spare, term } = await groundFor();
    const facts = { capacity: 3, instruments: ["piano"] };
    await updateRoom(ctx, { basedOn: AS_IT_STANDS, roomId: spare.id, name: "Loft", ...facts });
    await updateLocation(ctx, {
      basedOn: AS_IT_STANDS,
      locationId: location.id,
      name: "Mill",
      phone: "02 5550 9999",
    });
    await renameTerm(ctx, { basedOn: AS_IT_STANDS, termId: term.id, name: "Spring" });
    const places = await listPlaces(ctx);
    expect(places.rooms).toContainEqual(
      expect.objectContaining({ id: spare.id, name: "Loft", locationName: "Mill", ...facts }),
    );
    expect(places.locations).toMatchObject([
      { name: "Mill", address: null, phone: "02 5550 9999" },
    ]);
    expect(places.terms).toMatchObject([{ id: term.id, name: "Spring" }]);
    await expect(
      updateRoom(ctx, { basedOn: AS_IT_STANDS, roomId: used.id, name: "Loft", ...facts }),
    ).rejects.toMatchObject({ code: "name-taken" });
  });

  it("a room is archived when no course needs it, and is then chosen by nobody", async () => {
    const { school, ctx, used, spare, term } = await groundFor();
    const course = await aGroupCourse(school, { term, room: used });
    await expect(archiveRoom(ctx, { roomId: used.id, archived: true })).rejects.toMatchObject({
      code: "room-in-use",
      details: { courses: `${course.name} (${term.name})` },
    });
    await archiveRoom(ctx, { roomId: spare.id, archived: true });
    expect((await listScheduleChoices(ctx)).rooms).toMatchObject([{ id: used.id }]);
    await archiveRoom(ctx, { roomId: spare.id, archived: false });
    expect((await listScheduleChoices(ctx)).rooms).toHaveLength(2);
    const later = { ...ctx, now: at(school, "2027-01-04 09:00") };
    await archiveRoom(later, { roomId: used.id, archived: true });
  });

  it("a location is archived after its rooms, and comes back before them", async () => {
    const { ctx, location, used, spare } = await groundFor();
    const locationId = location.id;
    await expect(archiveLocation(ctx, { locationId, archived: true })).rejects.toMatchObject({
      code: "location-has-rooms",
      details: { rooms: `${used.name}, ${spare.name}` },
    });
    for (const { id } of [used, spare]) await archiveRoom(ctx, { roomId: id, archived: true });
    await archiveLocation(ctx, { locationId, archived: true });
    expect((await listPlaces(ctx)).locations).toMatchObject([{ id: locationId, archived: true }]);
    await expect(archiveRoom(ctx, { roomId: used.id, archived: false })).rejects.toMatchObject({
      code: "location-archived",
    });
    await expect(createRoom(ctx, { locationId, name: "New", capacity: 2 })).rejects.toThrow(
      NotFound,
    );
    await archiveLocation(ctx, { locationId, archived: false });
    await archiveRoom(ctx, { roomId: used.id, archived: false });
  });

  it("of another school do not exist", async () => {
    const { location, spare, term } = await groundFor();
    const mine = await aSchool();
    const ctx = contextOf(mine, await anAdmin(mine));
    const calls = [
      () =>
        updateRoom(ctx, {
          basedOn: AS_IT_STANDS,
          roomId: spare.id,
          name: "Mine",
          capacity: 1,
          instruments: [],
        }),
      () => updateLocation(ctx, { basedOn: AS_IT_STANDS, locationId: location.id, name: "Mine" }),
      () => renameTerm(ctx, { basedOn: AS_IT_STANDS, termId: term.id, name: "Mine" }),
      () => archiveRoom(ctx, { roomId: spare.id, archived: true }),
      () => archiveLocation(ctx, { locationId: location.id, archived: true }),
    ];
    for (const call of calls) await expect(call()).rejects.toThrow(NotFound);
    const { rows } = await superuserQuery("SELECT name, archived_at FROM room WHERE id = $1", [
      spare.id,
    ]);
    expect(rows).toEqual([{ name: spare.name, archived_at: null }]);
  });
});
