import type { Page, Request, Response } from "@playwright/test";

/** What a browser did and was answered since it was last asked. */
export type Watched = {
  requests: number;
  others: string[];
  badAnswers: string[];
  complaints: string[];
};

export type Watch = {
  /** Forgets what was. */
  begin: () => void;
  take: () => Watched;
  /** How many requests to the app are not answered yet. */
  underWay: () => number;
  /** How many there were in all. */
  asked: () => number;
};

const NEVER_CHANGES = /\/_next\/static\//;
/** Next takes the page's data back when somebody goes on before it has come. */
const TAKEN_BACK = /net::ERR_ABORTED/;

/** Listens to a page for as long as it lives. */
export function watch(page: Page, url: string): Watch {
  const { origin } = new URL(url);
  const underWay = new Set<Request>();
  let seen = nothing();
  let asked = 0;
  const isOurs = (request: Request) => request.url().startsWith(origin);
  page.on("request", (request) => {
    if (!isOurs(request)) return;
    underWay.add(request);
    asked += 1;
    if (!NEVER_CHANGES.test(request.url())) seen.requests += 1;
  });
  page.on("requestfinished", (request) => void underWay.delete(request));
  page.on("requestfailed", (request) => {
    underWay.delete(request);
    const reason = request.failure()?.errorText ?? "";
    if (!TAKEN_BACK.test(reason)) seen.badAnswers.push(`${nameOf(request)} failed: ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400 && isOurs(response.request()))
      seen.badAnswers.push(answerOf(response));
  });
  page.on("console", (message) => {
    if (message.type() === "error") seen.complaints.push(message.text().slice(0, 400));
  });
  page.on("pageerror", (error) => seen.complaints.push(String(error).slice(0, 400)));
  page.on("dialog", (dialog) => {
    seen.others.push(`a question: ${dialog.message()}`);
    void dialog.accept();
  });
  page.on("download", (download) => seen.others.push(`a file: ${download.suggestedFilename()}`));
  page.on("popup", (popup) => {
    seen.others.push("a window");
    void popup.close();
  });
  return {
    begin: () => (seen = nothing()),
    take: () => seen,
    underWay: () => underWay.size,
    asked: () => asked,
  };
}

function nothing(): Watched {
  return { requests: 0, others: [], badAnswers: [], complaints: [] };
}

function nameOf(request: Request): string {
  const { pathname } = new URL(request.url());
  return `${request.method()} ${pathname}`;
}

function answerOf(response: Response): string {
  return `${nameOf(response.request())} answered ${response.status()}`;
}
