import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "playwright-core";

const dist = join(import.meta.dirname, "../../dist");
const others = /^\/(api|hooks|health|docs|session|demo|u|l|b|resume|openapi\.json)(\/|$)/;

/** While pages are written: takes the app from dist/ (`npm run bundle`) instead of from the host, so that the host need not be
 *  built for every change. With AESTHETIX_DIST=1. */
export async function unbuilt(context: BrowserContext, address: string) {
  const rules = JSON.parse(readFileSync(join(dist, "staticwebapp.config.json"), "utf8"));
  const special = new Map<string, Record<string, string>>(rules.routes.map((r: { route: string; headers: Record<string, string> }) => [r.route, r.headers]));
  await context.route(url => url.origin === address && !others.test(url.pathname), async route => {
    const { pathname, searchParams } = new URL(route.request().url());
    if ((searchParams.get("signin")?.length ?? 0) > 16) {
      // What a redirect leads to cannot be answered here, so the page itself goes on.
      const { location, ...headers } = (await route.fetch({ maxRedirects: 0 })).headers();
      return route.fulfill({ headers, contentType: "text/html", body: `<meta http-equiv="refresh" content="0;url=${location}">` });
    }
    const path = pathname !== "/" && existsSync(join(dist, pathname)) ? pathname : "/index.html";
    // A test may have answered it meanwhile, or be over.
    return route.fulfill({ path: join(dist, path), headers: { ...rules.globalHeaders, ...special.get(path) } }).catch(() => {});
  });
}
