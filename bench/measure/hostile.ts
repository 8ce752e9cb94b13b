import { agentFor, send, type Sent } from "../load/http";
import type { Stage } from "../stage";

const FORMS_AT_ONCE = 8;
const FIELDS = 3_974;
const ROUNDS = 3;

/**
 * The slowest answer of `/api/health`, asked again and again while forms arrive that nobody signed in has
 * sent: 261 kB of empty fields in the name of React's own, each of which invites to read all the others.
 */
export async function hostileHealth({ base }: Stage): Promise<number> {
  const health: Sent = { url: `${base}/api/health`, headers: {} };
  const agents = { health: agentFor(1), forms: agentFor(FORMS_AT_ONCE) };
  let slowest = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    let isArriving = true;
    const forms = Array.from({ length: FORMS_AT_ONCE }, () =>
      send(agents.forms, hostileForm(base)),
    );
    const arrived = Promise.all(forms).finally(() => (isArriving = false));
    while (isArriving) {
      const { status, ms, error } = await send(agents.health, health);
      if (status !== 200) throw new Error(`health: ${error ?? status}`);
      slowest = Math.max(slowest, ms);
    }
    const taken = (await arrived).find(({ status }) => status < 400 || status >= 500);
    if (taken) throw new Error(`a hostile form: ${taken.error ?? taken.status}`);
  }
  return slowest;
}

function hostileForm(base: string): Sent {
  const parts = Array.from(
    { length: FIELDS },
    (_, n) => `--b\r\nContent-Disposition: form-data; name="$ACTION_REF_${n}"\r\n\r\n\r\n`,
  );
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  return { url: `${base}/sign-in`, method: "POST", headers, body: `${parts.join("")}--b--\r\n` };
}
