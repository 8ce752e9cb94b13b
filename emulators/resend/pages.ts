import { createHash } from "node:crypto";
import { isoFromInstant } from "@/lib/time/instant";
import type { Message, Summary } from "./inbox";
import { oneClickUrl } from "./one-click";
import { SCRIPT, STYLE } from "./page-style";
import type { KeptAttachment } from "./send-request";

const PER_PAGE = 50;

export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src '${digest(STYLE)}'`,
  `script-src '${digest(SCRIPT)}'`,
  "img-src data:",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join("; ");

/** A mail may show pictures and open links in a new tab; its scripts and forms stay dead. */
const MAIL_SANDBOX = "allow-same-origin allow-popups allow-popups-to-escape-sandbox";
export const MAIL_POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src * data:; sandbox ${MAIL_SANDBOX}`;

type ListView = {
  search: string;
  page: number;
  /** HTML of the switches for faults. */
  panel: string;
};

export function listPage(mails: Summary[], { search, page, panel }: ListView): string {
  const from = (page - 1) * PER_PAGE;
  const shown = mails.slice(from, from + PER_PAGE);
  const body = `
<header><h1>Mail on this machine</h1>
<p class="soft">Every mail the program has sent lands here; nothing leaves this machine.</p></header>
<main>
${panel}
<form method="get" action="/" role="search">
<label>Recipient<input type="search" name="q" value="${escape(search)}" autocomplete="off"></label>
<button>Search</button></form>
<div class="card">${shown.length === 0 ? emptyNote(search) : mailList(shown)}</div>
${pager(search, page, from + PER_PAGE < mails.length)}
</main>`;
  return layout("Mail on this machine", body);
}

/** `unsubscribed`: what the app answered when "Unsubscribe" was pressed. */
export function messagePage(message: Message, unsubscribed: string | null): string {
  const { id, subject, html, text, attachments } = message;
  const body = `
<header><a class="back" href="/">← All mail</a><h1>${escape(subject)}</h1></header>
<main>
<section class="card" aria-label="Envelope"><dl>${envelope(message)}</dl>
${unsubscribeForm(message, unsubscribed)}</section>
${attachments.length === 0 ? "" : attachmentList(id, attachments)}
${html === null ? "" : `<section class="card"><h2>Message</h2><iframe title="Message" sandbox="${MAIL_SANDBOX}" src="/messages/${id}/html"></iframe></section>`}
${text === null ? "" : `<section class="card"><h2>Plain text</h2><pre>${escape(text)}</pre></section>`}
</main>`;
  return layout(subject, body);
}

/** The mail itself, as the frame loads it: its links open beside the inbox. */
export function mailDocument(html: string): string {
  const base = '<base target="_blank">';
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (head) => head + base)
    : base + html;
}

export function notFoundPage(): string {
  return layout(
    "Not here",
    '<main><h1>There is no such mail</h1><p><a href="/">All mail</a></p></main>',
  );
}

function mailList(mails: Summary[]): string {
  const items = mails.map(({ id, to, subject, at, attachmentCount }) => {
    const iso = isoFromInstant(at);
    const files = attachmentCount === 0 ? "" : ` · ${count(attachmentCount, "attachment")}`;
    return `<li><a href="/messages/${id}"><strong>${escape(subject)}</strong>
<span class="row soft"><span>${escape(to.join(", "))}${files}</span><time datetime="${iso}">${iso}</time></span></a></li>`;
  });
  return `<ul class="mails">${items.join("\n")}</ul>`;
}

function emptyNote(search: string): string {
  if (search === "") return "<p>No mail yet. It shows here as soon as the program sends some.</p>";
  return `<p>No mail for “${escape(search)}”. <a href="/">Show all mail</a></p>`;
}

function pager(search: string, page: number, more: boolean): string {
  const link = (to: number, label: string) =>
    `<a href="/?q=${encodeURIComponent(search)}&amp;page=${to}">${label}</a>`;
  if (page === 1 && !more) return "";
  const newer = page > 1 ? link(page - 1, "← Newer") : "<span></span>";
  return `<nav aria-label="Pages">${newer}${more ? link(page + 1, "Older →") : ""}</nav>`;
}

function envelope({ from, to, cc, bcc, replyTo, createdAt, headers, idempotencyKey }: Message) {
  const rows: [string, string][] = [
    ["From", from],
    ["To", to.join(", ")],
    ["Cc", cc.join(", ")],
    ["Bcc", bcc.join(", ")],
    ["Reply to", replyTo.join(", ")],
    ...Object.entries(headers),
    ["Idempotency key", idempotencyKey ?? ""],
  ];
  const filled = rows.filter(([, value]) => value !== "");
  const sent = `<dt>Sent</dt><dd><time datetime="${createdAt}">${createdAt}</time></dd>`;
  return sent + filled.map(([k, v]) => `<dt>${escape(k)}</dt><dd>${escape(v)}</dd>`).join("");
}

function unsubscribeForm(message: Message, unsubscribed: string | null): string {
  if (oneClickUrl(message) === null) return "";
  const answer =
    unsubscribed === "200"
      ? "<strong>Unsubscribed.</strong>"
      : `The app answered ${escape(unsubscribed ?? "")}.`;
  return `<form class="one-click" method="post" action="/messages/${message.id}/unsubscribe">
<button class="quiet">Unsubscribe</button>${unsubscribed === null ? "" : `<p role="status">${answer}</p>`}</form>`;
}

function attachmentList(id: string, attachments: KeptAttachment[]): string {
  const items = attachments.map(({ filename, contentType, content }, index) => {
    const bytes = Buffer.byteLength(content, "base64");
    return `<li><a href="/messages/${id}/attachments/${index}" download="${escape(filename)}">${escape(filename)}</a>
<span class="soft">${escape(contentType)}, ${count(bytes, "byte")}</span></li>`;
  });
  return `<section class="card"><h2>Attachments</h2><ul>${items.join("\n")}</ul></section>`;
}

function layout(title: string, body: string): string {
  return `<!doctype html>
<html lang="en-AU"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${escape(title)}</title><style>${STYLE}</style></head>
<body>${body}<script>${SCRIPT}</script></body></html>`;
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString("en-AU")} ${noun}${number === 1 ? "" : "s"}`;
}

function digest(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}
