/** The look of the inbox pages; `SCRIPT` fits the mail's frame to its content and localises times. */
export const STYLE = `
:root { color-scheme: light dark; --page: #fcf6e6; --card: #ffffff; --ink: #080808; --soft: #5a5647;
  --line: #e4dbc1; --link: #2f66c5; --button: #ffce00; }
@media (prefers-color-scheme: dark) { :root { --page: #17150f; --card: #232018; --ink: #f7f1df;
  --soft: #bdb59d; --line: #3a3527; --link: #8db4f5; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.5 "Nunito Sans", "Segoe UI", system-ui, sans-serif; }
main, header { max-width: 860px; margin: 0 auto; padding: 16px; }
header { padding-bottom: 0; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 0 0 8px; }
p { margin: 4px 0; }
a { color: var(--link); }
.soft { color: var(--soft); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px;
  padding: 16px; margin: 0 0 16px; overflow: hidden; }
form { display: flex; gap: 8px; flex-wrap: wrap; align-items: end; margin: 0 0 16px; }
label { flex: 1 1 200px; display: grid; gap: 4px; font-weight: 600; }
input { font: inherit; min-height: 44px; padding: 8px 12px; border-radius: 12px; width: 100%;
  border: 1px solid var(--soft); background: var(--card); color: var(--ink); }
button { font: inherit; font-weight: 700; min-height: 44px; padding: 8px 20px; border: 0;
  border-radius: 12px; background: var(--button); color: #080808; cursor: pointer; }
button.quiet { background: transparent; color: var(--ink); border: 1px solid var(--soft); }
select { font: inherit; min-height: 44px; padding: 8px 12px; border-radius: 12px; width: 100%;
  border: 1px solid var(--soft); background: var(--card); color: var(--ink); }
.faults summary { font-weight: 700; cursor: pointer; min-height: 28px; }
.faults form { margin: 12px 0; }
.faults label { flex-basis: 360px; }
.one-click { margin: 16px 0 0; align-items: center; }
ul.mails { list-style: none; margin: 0; padding: 0; }
ul.mails a { display: block; padding: 12px 16px; margin: 0 -16px; color: inherit;
  text-decoration: none; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
ul.mails li:first-child a { border-top: 0; margin-top: -16px; }
ul.mails li:last-child a { margin-bottom: -16px; }
ul.mails a:hover strong, ul.mails a:focus-visible strong { text-decoration: underline; }
ul.mails .row { display: flex; justify-content: space-between; gap: 4px 16px; flex-wrap: wrap; }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { display: block; width: 100%; height: 640px; border: 0; border-radius: 8px; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: 14px/1.5 ui-monospace, monospace; }
nav { display: flex; justify-content: space-between; }
nav a, .back { display: inline-block; padding: 10px 0; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
@media (max-width: 480px) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 8px; }
  iframe { width: calc(100% + 32px); margin: 0 -16px; border-radius: 0; } }
`;

export const SCRIPT = `
for (const time of document.querySelectorAll("time")) {
  const at = new Date(time.dateTime);
  time.textContent = at.toLocaleString("en-AU", { dateStyle: "medium", timeStyle: "medium" });
}
const frame = document.querySelector("iframe");
if (frame) {
  const fit = () => { frame.style.height = frame.contentDocument.documentElement.scrollHeight + "px"; };
  frame.addEventListener("load", fit);
  if (frame.contentDocument.readyState === "complete") fit();
}
`;
