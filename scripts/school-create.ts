import { Refusal } from "@/lib/refusal";
import { systemNow } from "@/lib/time/instant";
import { runCommand, say } from "@/scripts/command";
import { readNewSchool } from "@/scripts/new-school";
import { joinServices } from "@/scripts/services";
import { Trouble } from "@/scripts/trouble";

await runCommand(async () => {
  const { school, admin } = readNewSchool(process.argv.slice(2));
  await joinServices();
  const { foundingContext } = await import("@/lib/auth/founding-context");
  const { closePools } = await import("@/lib/db/pools");
  const { invitationRefusals } = await import("@/lib/people/invitation-refusals");
  const { createSchool } = await import("@/lib/people/create-school");
  try {
    await createSchool(foundingContext(school, systemNow()), admin);
    say(
      `${school.name} stands at /${school.slug}. The running app mails ${admin.email} the way in.`,
    );
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Trouble(String(Reflect.get(invitationRefusals, error.code) ?? error.code));
  } finally {
    await closePools();
  }
});
