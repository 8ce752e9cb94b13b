import { appendFileSync } from "node:fs";
import { expect, test as base } from "@playwright/test";
import { startOwnApp } from "./press/own-app";
import { addressOfPlace, allPlaces, isHome } from "./press/places";
import type { Pressed } from "./press/press-step";
import { pressPage } from "./press/press-page";
import { openStage, type Stage } from "./press/stage";

/** Where PRESS_RECORD names a file, every press is written there, with the time that it took. */
function tell({ control, faults, ms }: Pressed): void {
  const file = process.env.PRESS_RECORD;
  if (file === undefined) return;
  const { title } = base.info();
  appendFileSync(file, `${ms.toFixed(0)} ms ${title}: ${control} ${faults.join("; ")}\n`);
}

const test = base.extend<object, { stage: Stage }>({
  stage: [
    async ({ browser }, use, { parallelIndex }) => {
      const app = await startOwnApp(parallelIndex);
      await use(await openStage(browser, app));
      app.end();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

// Each failure says what was seen; a record of every press would cost more than the test.
test.use({ trace: "off", screenshot: "off" });
test.describe.configure({ mode: "parallel" });

for (const place of allPlaces()) {
  test(`${place.role} on ${place.template}: every control does what it says`, async ({ stage }) => {
    const actor = await stage.actorFor(place.role);
    const read = async (address: string) => (await actor.context.request.get(address)).text();
    const address = await addressOfPlace(place, stage.records, read);
    const pressed = await pressPage(
      { app: stage.app, actor, address, template: place.template, tell },
      isHome(place),
    );
    const faults = pressed.flatMap(({ control, faults }) =>
      faults.map((fault) => `${control}: ${fault}`),
    );
    expect(faults, `${place.role} on ${address}`).toEqual([]);
  });
}
