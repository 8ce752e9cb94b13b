const BROWSERS = [
  ["Edge", /\bEdg(?:e|A|iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
] as const;

const SYSTEMS = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["Mac", /\bMacintosh\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Linux", /\bLinux\b/],
] as const;

/**
 * "Firefox on Windows": the browser and the system in one of a few words each, from a User-Agent header,
 * so that somebody tells own from foreign; never the header itself, which can hold anything.
 */
export function deviceName(headers: { get(name: string): string | null }): string {
  const agent = headers.get("user-agent")?.slice(0, 500) ?? "";
  const browser = BROWSERS.find(([, mark]) => mark.test(agent))?.[0];
  const system = SYSTEMS.find(([, mark]) => mark.test(agent))?.[0];
  if (system === undefined) return browser ?? "Unknown device";
  return browser === undefined ? system : `${browser} on ${system}`;
}
