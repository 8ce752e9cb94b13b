import { createServer, type ServerResponse } from "node:http";
import { renderMail } from "@/lib/notifications/templates/render-mail";
import { sampleMails, sampleSchool } from "@/lib/notifications/templates/sample-mails";
import { runCommand, say } from "@/scripts/command";
import { freePort } from "@/scripts/ports";
import { atEnd } from "@/scripts/processes";

const WIDTHS = [360, 640] as const;
const PAGE_STYLE =
  "body{font:16px/1.5 sans-serif;margin:2rem;max-width:80rem}iframe{border:1px solid #999;background:#fff}" +
  "pre{border:1px solid #999;padding:1rem;overflow:auto}div{display:flex;flex-wrap:wrap;gap:1rem}";

/** Every template with sample data in the browser: at a phone's width, at a desk's, and as plain text. */
await runCommand(async () => {
  const port = await freePort(4_040);
  const server = createServer((request, response) => {
    answer(decodeURIComponent(request.url ?? "/").slice(1), response).catch((error: unknown) =>
      response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  atEnd(async () => void server.close());
  say(`Every mail with sample data: http://127.0.0.1:${port} (Ctrl-C ends it)`);
  await new Promise(() => undefined);
});

async function answer(path: string, response: ServerResponse): Promise<void> {
  const mails = sampleMails(sampleSchool);
  const [kind = "", part] = path.split("/");
  const mail = mails[kind];
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (kind === "") {
    const links = Object.entries(mails).map(
      ([name, { subject }]) => `<li><a href="/${name}">${name}</a>: ${escaped(subject)}</li>`,
    );
    response.end(page("Mails", `<ul>${links.join("")}</ul>`));
  } else if (mail === undefined) {
    response.writeHead(404).end(page("No such mail", `<a href="/">All mails</a>`));
  } else {
    const { html, text, subject } = await renderMail(mail);
    const frames = WIDTHS.map(
      (width) =>
        `<iframe src="/${kind}/html" width="${width}" height="900" title="${width}"></iframe>`,
    );
    const whole = `<a href="/">All mails</a><div>${frames.join("")}</div><pre>${escaped(text)}</pre>`;
    response.end(part === "html" ? html : page(subject, whole));
  }
}

function page(title: string, body: string): string {
  const head = `<meta charset="utf-8"><title>${escaped(title)}</title><style>${PAGE_STYLE}</style>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body><h1>${escaped(title)}</h1>${body}</body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
