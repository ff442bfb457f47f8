import { existsSync, readFileSync } from "node:fs";
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { build } from "vite";

const root = join(import.meta.dirname, "../..");
const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };

async function listen(answer: (from: IncomingMessage, to: ServerResponse) => void) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise(done => server.once("listening", done));
  return { server, address: `http://127.0.0.1:${(server.address() as { port: number }).port}` };
}

/** The app as it is on Azure: plain files from one address (as staticwebapp.config.json has them served), the API at another
 *  that allows the first one by CORS, as the platform does: any header and method, no cookies. */
export class Elsewhere {
  private constructor(readonly address: string, readonly api: string, private readonly servers: Server[]) {}

  static async open(host: string, dist: string) {
    let app = "";
    const api = await listen((from, to) => {
      const allowed: Record<string, string> = from.headers.origin === app ? { "access-control-allow-origin": app, vary: "Origin" } : {};
      if (from.method === "OPTIONS") {
        to.writeHead(204, { ...allowed, "access-control-allow-methods": from.headers["access-control-request-method"] ?? "", "access-control-allow-headers": from.headers["access-control-request-headers"] ?? "" }).end();
        return;
      }
      // What the Azure host adds itself: functions/Triggers/ApiPipeline.cs.
      const exposed = { "access-control-expose-headers": "ETag, Location, Retry-After" };
      from.pipe(request(host + from.url, { method: from.method!, headers: { ...from.headers, host: new URL(host).host } }, got => {
        to.writeHead(got.statusCode!, { ...got.headers, ...allowed, ...exposed });
        got.pipe(to);
      }));
    });
    process.env["WORKFLOWS_URL"] = api.address;
    try { await build({ root, logLevel: "error", build: { outDir: dist, emptyOutDir: true } }); } finally { delete process.env["WORKFLOWS_URL"]; }
    const rules = JSON.parse(readFileSync(join(dist, "staticwebapp.config.json"), "utf8"));
    const files = await listen((from, to) => {
      const { pathname } = new URL(from.url!, "http://x");
      const path = pathname !== "/" && existsSync(join(dist, pathname)) ? pathname : rules.navigationFallback.rewrite;
      const special = rules.routes.find((r: { route: string }) => r.route === path || (r.route.endsWith("/*") && path.startsWith(r.route.slice(0, -1))));
      to.writeHead(200, { ...rules.globalHeaders, ...special?.headers, "Content-Type": types[extname(path)] ?? "application/octet-stream" }).end(readFileSync(join(dist, path)));
    });
    app = files.address;
    return new Elsewhere(files.address, api.address, [api.server, files.server]);
  }

  close() { for (const server of this.servers) { server.close(); server.closeAllConnections(); } }
}
