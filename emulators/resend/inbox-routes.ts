import type { IncomingMessage } from "node:http";
import { asInstant, parseInstant, type Instant } from "@/lib/time/instant";
import { ApiError } from "./api-error";
import type { Faults } from "./faults";
import { html, json, parseJson, readBody, type Reply } from "./http";
import type { Inbox, Message } from "./inbox";
import {
  listPage,
  MAIL_POLICY,
  mailDocument,
  messagePage,
  notFoundPage,
  PAGE_POLICY,
} from "./pages";
import { faultPanel, presetOf } from "./fault-panel";
import { oneClickUrl, pressOneClick } from "./one-click";
import type { KeptAttachment } from "./send-request";
import type { Webhooks } from "./webhooks";

/** What people and tests use: the inbox pages, `inbox.json`, and the switches for faults. */
export class InboxRoutes {
  constructor(
    private readonly inbox: Inbox,
    private readonly faults: Faults,
    private readonly webhooks: Webhooks,
  ) {}

  /** Null when the path is none of these. */
  async answer(request: IncomingMessage, url: URL): Promise<Reply | null> {
    const route = `${request.method} ${url.pathname}`;
    if (route === "GET /") return this.list(url.searchParams);
    if (route === "GET /health") return json({ ok: true });
    if (route === "GET /inbox.json") return this.export(url.searchParams);
    if (route === "DELETE /inbox") {
      this.inbox.clear();
      return json({ ok: true });
    }
    if (route === "GET /webhooks") return json(this.webhooks.state());
    if (url.pathname === "/faults") return this.switchFaults(request);
    if (route === "POST /faults/preset" || route === "POST /faults/none") {
      return this.press(new URLSearchParams(await readBody(request)).get("preset"));
    }
    return this.message(request, url);
  }

  private async message(request: IncomingMessage, url: URL): Promise<Reply | null> {
    const path = /^\/messages\/([^/]+)(?:\/(html|unsubscribe|attachments\/(\d+)))?$/.exec(
      url.pathname,
    );
    if (path === null) return null;
    const message = this.inbox.read(path[1] ?? "");
    if (message === null) return html(notFoundPage(), PAGE_POLICY, 404);
    if (request.method === "POST" && path[2] === "unsubscribe") return unsubscribe(message);
    if (request.method !== "GET" || path[2] === "unsubscribe") return null;
    if (path[3] !== undefined) return download(message.attachments[Number(path[3])]);
    if (path[2] === "html") return html(mailDocument(message.html ?? ""), MAIL_POLICY);
    return html(messagePage(message, url.searchParams.get("unsubscribed")), PAGE_POLICY);
  }

  /** A preset of the page, or none: all is well again. */
  private press(preset: string | null): Reply {
    const settings = presetOf(preset);
    if (settings === null) this.faults.clear();
    else this.faults.change(settings);
    return seeOther("/");
  }

  private list(query: URLSearchParams): Reply {
    const search = query.get("q")?.trim() ?? "";
    const page = Math.max(1, Number.parseInt(query.get("page") ?? "1", 10) || 1);
    const panel = faultPanel(this.faults.current(), this.webhooks.state());
    return html(listPage(this.inbox.list({ search }), { search, page, panel }), PAGE_POLICY);
  }

  private export(query: URLSearchParams): Reply {
    const mails = this.inbox.list({
      to: query.get("to") ?? undefined,
      subject: query.get("subject") ?? undefined,
      since: sinceOf(query.get("since")),
    });
    const messages = mails.flatMap(({ id }) => this.inbox.read(id) ?? []);
    return json({ messages: messages.map(withSizes) });
  }

  private async switchFaults(request: IncomingMessage): Promise<Reply> {
    if (request.method === "DELETE") this.faults.clear();
    if (request.method === "POST") {
      const changed = this.faults.change(parseJson(await readBody(request)));
      if (changed === null) throw new ApiError(400, "validation_error", "Unknown fault switch.");
    }
    return json(this.faults.current());
  }
}

/** Presses a mail's own "Unsubscribe", as the program that shows it would. */
async function unsubscribe(message: Message): Promise<Reply> {
  const url = oneClickUrl(message);
  const status = url === null ? null : await pressOneClick(url);
  return seeOther(`/messages/${message.id}?unsubscribed=${status ?? "no-answer"}`);
}

function seeOther(location: string): Reply {
  return { status: 303, headers: { location }, body: "" };
}

function withSizes(message: Message) {
  const attachments = message.attachments.map((kept) => ({
    ...kept,
    size: Buffer.byteLength(kept.content, "base64"),
  }));
  return { ...message, attachments };
}

function sinceOf(text: string | null): Instant | undefined {
  if (text === null || text === "") return undefined;
  const since = /^\d+$/.test(text) ? asInstant(Number(text)) : parseInstant(text);
  if (since === null) throw new ApiError(400, "validation_error", "`since` is not a time.");
  return since;
}

function download(attachment: KeptAttachment | undefined): Reply {
  if (attachment === undefined) return html(notFoundPage(), PAGE_POLICY, 404);
  const name = encodeURIComponent(attachment.filename);
  return {
    status: 200,
    headers: {
      "content-type": attachment.contentType.replaceAll(/[^\x20-\x7e]/g, ""),
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
    },
    body: Buffer.from(attachment.content, "base64"),
  };
}
