import { parseArgs } from "node:util";
import { parseId, type OutboxEventId } from "@/lib/ids";
import { systemNow } from "@/lib/time/instant";
import { runCommand, say } from "@/scripts/command";
import { joinServices } from "@/scripts/services";
import { Trouble } from "@/scripts/trouble";

const USAGE =
  "npm run jobs:redrive shows what is owed; -- --failed, --parked or --event <id> sends it again, " +
  "--school <name in the address> keeps to one school.";

await runCommand(async () => {
  const wish = readWish(process.argv.slice(2));
  await joinServices();
  const { countOwedWork, findSchoolId, redriveAsSystem } = await import("@/lib/events/redrive");
  const { closePools } = await import("@/lib/db/pools");
  try {
    const schoolId = wish.school === undefined ? null : await findSchoolId(wish.school);
    if (wish.school !== undefined && schoolId === null) {
      throw new Trouble(`There is no school "${wish.school}" in this database.`);
    }
    for (const which of wish.which) {
      const again = await redriveAsSystem({ schoolId, which }, systemNow());
      say(`Sent again: ${again.length} ${typeof which === "string" ? which : "by its id"}.`);
    }
    const { failing, parked, waiting } = await countOwedWork(schoolId, systemNow());
    say(`Failing ${failing.count}, parked ${parked.count}, waiting ${waiting.count}.`);
    say(wish.which.length === 0 ? USAGE : "The running app takes them at once.");
  } finally {
    await closePools();
  }
});

type Which = "failing" | "parked" | { eventId: OutboxEventId };

function readWish(args: string[]): { school: string | undefined; which: Which[] } {
  const { values } = parsed(args);
  const eventId = values.event === undefined ? null : parseId<OutboxEventId>(values.event);
  if (values.event !== undefined && eventId === null) {
    throw new Trouble(`"${values.event}" is no id of an event. ${USAGE}`);
  }
  const which: (Which | false)[] = [
    values.failed === true && "failing",
    values.parked === true && "parked",
    eventId !== null && { eventId },
  ];
  return { school: values.school, which: which.filter((one) => one !== false) };
}

function parsed(args: string[]) {
  const [flag, text] = [{ type: "boolean" }, { type: "string" }] as const;
  const options = { failed: flag, parked: flag, event: text, school: text };
  try {
    return parseArgs({ args, options });
  } catch {
    throw new Trouble(USAGE);
  }
}
