import { expect, test, type Page } from "@playwright/test";
import { superuserQuery } from "@/lib/testing/database";
import { addressOf, holderOf, pagesOfSchool, type Area } from "./fixtures/page-list";
import { aSignedInSchool, type SignedInSchool } from "./fixtures/two-schools";
import { BASE_URL } from "./fixtures/app";

/** Without a place to break, as a name of 30 letters or of 80 is. */
const LONG = "Wolfeschlegelsteinhausenberger";
const LONGEST = `${LONG}${LONG}dorffwelchevoralt`;
const RIGHT_TO_LEFT = "אברהםיצחקויעקבבןמשהרבנושלום";

// A failure names the page: a trace of every page would cost more than the test.
test.use({ trace: "off", isMobile: false, hasTouch: false });

let school: SignedInSchool;

test.beforeAll(async () => {
  school = await aSignedInSchool("Wombat");
  const { id } = school.school;
  const statements = [
    `UPDATE person SET given_name = '${LONG}', family_name = '${LONGEST}' WHERE school_id = $1`,
    `UPDATE person SET given_name = '${RIGHT_TO_LEFT}' WHERE school_id = $1
      AND id IN (SELECT id FROM student WHERE school_id = $1)`,
    `UPDATE family SET name = '${LONGEST}' WHERE school_id = $1`,
    `UPDATE course SET name = '${LONGEST}' || right(id::text, 6), instrument = '${LONG}'
      WHERE school_id = $1`,
    `UPDATE room SET name = '${LONG}' || right(id::text, 6) WHERE school_id = $1`,
    `UPDATE location SET name = '${LONGEST}' || right(id::text, 6), address = '${LONGEST}'
      WHERE school_id = $1`,
    `UPDATE closure SET name = '${LONG}' WHERE school_id = $1`,
    `UPDATE term SET name = '${LONG}' || right(id::text, 6) WHERE school_id = $1`,
    `UPDATE school SET name = '${LONG}', placeholder_text = '${LONG}' WHERE id = $1`,
  ];
  for (const statement of statements) await superuserQuery(statement, [id]);
});

const AREAS: readonly Area[] = ["admin", "family", "teach", "student"];

for (const area of AREAS) {
  test(`Long names widen no page of the area ${area}, at 320 px, there with text of 200 %, or on a desk @phone`, async ({
    page,
    context,
  }) => {
    const [name = "", value = ""] = school.cookies[holderOf(area).rightful].split("=");
    await context.addCookies([{ name, value, url: BASE_URL }]);
    const wide: string[] = [];
    for (const { template } of pagesOfSchool().filter((each) => each.area === area)) {
      const address = addressOf(template, school.slug, school.ids);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(address, { waitUntil: "load" });
      wide.push(...(await widerThanScreen(page)).map((each) => `${template} at 1280: ${each}`));
      await page.setViewportSize({ width: 320, height: 700 });
      wide.push(...(await widerThanScreen(page)).map((each) => `${template} at 320: ${each}`));
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "32px"));
      wide.push(
        ...(await widerThanScreen(page)).map(
          (each) => `${template} at 320, text twice as large: ${each}`,
        ),
      );
    }
    expect(wide).toEqual([]);
  });
}

/** The innermost elements that reach out of the screen, and cannot be scrolled to in a box of their own. */
async function widerThanScreen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const screen = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= screen) return [];
    const out = [...document.body.querySelectorAll("*")].filter((element) => {
      const { right, width } = element.getBoundingClientRect();
      return width > 0 && right > screen + 1;
    });
    const inner = out.filter(
      (element) => !out.some((other) => other !== element && element.contains(other)),
    );
    const named = inner.map(
      (element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 20)}`,
    );
    return named.length === 0 ? ["the page"] : named.slice(0, 3);
  });
}
