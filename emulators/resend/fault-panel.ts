import type { FaultSettings } from "./faults";
import type { WebhookState } from "./webhooks";

/** What a person can make the vendor do, with one press. */
const PRESETS: Readonly<Record<string, { label: string; settings: FaultSettings }>> = {
  down: { label: "Is down: every connection is cut", settings: { down: true } },
  slow: { label: "Is slow: answers after 15 seconds", settings: { delayMs: 15_000 } },
  broken: { label: "Answers 500 ten times", settings: { fail: { times: 10, status: 500 } } },
  busy: {
    label: "Answers “too many requests” ten times",
    settings: { fail: { times: 10, status: 429, retryAfter: 5 } },
  },
  html: { label: "Talks HTML ten times", settings: { rubbish: { times: 10, as: "html" } } },
  json: {
    label: "Talks broken JSON ten times",
    settings: { rubbish: { times: 10, as: "broken-json" } },
  },
  lost: { label: "Takes the next mail, but its answer is lost", settings: { dropAfterAccept: 1 } },
};

/** The settings of a preset; null for no preset of ours. */
export function presetOf(name: string | null): FaultSettings | null {
  if (name === null || !Object.hasOwn(PRESETS, name)) return null;
  return structuredClone(PRESETS[name]?.settings ?? null);
}

/** What is wrong now, and the buttons for it. Opens by itself while anything is. */
export function faultPanel(settings: FaultSettings, webhooks: WebhookState | null): string {
  const wrong = wrongNow(settings);
  const options = Object.entries(PRESETS).map(
    ([name, { label }]) => `<option value="${name}">${label}</option>`,
  );
  return `<details class="card faults"${wrong.length > 0 ? " open" : ""}>
<summary>Make the vendor fail</summary>
<p>${wrong.length === 0 ? "All is well." : `<strong>Now:</strong> ${wrong.join("; ")}.`}</p>
<form method="post" action="/faults/preset"><label>The vendor
<select name="preset">${options.join("")}</select></label><button>Do it</button></form>
<form method="post" action="/faults/none"><button class="quiet">All is well again</button></form>
<p class="soft">${webhookLine(webhooks)}</p>
</details>`;
}

function wrongNow({ down, delayMs, fail, rubbish, ...drops }: FaultSettings): string[] {
  const cut = [
    drops.dropBeforeAccept ? `the next ${drops.dropBeforeAccept} are cut off` : "",
    drops.dropAfterAccept ? `${drops.dropAfterAccept} answers will be lost` : "",
  ];
  return [
    down === true ? "it is down" : "",
    delayMs ? `it takes ${delayMs / 1000} s` : "",
    fail && fail.times > 0 ? `it answers ${fail.status} ${fail.times} times more` : "",
    rubbish && rubbish.times > 0 ? `it talks rubbish ${rubbish.times} times more` : "",
    ...cut,
  ].filter((text) => text !== "");
}

function webhookLine(state: WebhookState | null): string {
  const rule = "Mail to bounced@… comes back, mail to complained@… is marked as spam.";
  if (state === null) return "Nobody is told what became of a mail.";
  const { delivered, waiting, givenUp } = state;
  return `${rule} Messages to the app: ${delivered} taken, ${waiting} waiting, ${givenUp} given up.`;
}
