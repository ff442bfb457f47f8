import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");
const dll = process.env["AESTHETIX_DLL"] ?? join(root, "artifacts/bin/Local/debug/AesthetixWorkflows.Local.dll");
const key = "ak_the_owner_of_these_tests";

/** The embedded host as its process, over a folder of its own. */
export class Host {
  private process: ChildProcess | undefined;
  private said = "";
  private constructor(readonly address: string, private readonly folder: string) {}

  static async open() {
    const host = new Host(`http://127.0.0.1:${await freePort()}`, await mkdtemp(join(tmpdir(), "aesthetix-e2e-")));
    await host.start();
    return host;
  }

  /** Where everything lands that would leave the machine: one JSON line each. */
  get outbox() { return join(this.folder, "outbox.jsonl"); }

  async start() {
    this.said = "";
    const child = spawn("dotnet", [dll, "--data", this.folder, "--urls", this.address, "--no-past"], { cwd: root, env: { ...process.env, AESTHETIX_OWNER_KEY: key } });
    this.process = child;
    child.stdout.on("data", (text: Buffer) => { this.said += text.toString(); });
    child.stderr.on("data", (text: Buffer) => { this.said += text.toString(); });
    for (const until = Date.now() + 60_000; ; await new Promise(done => setTimeout(done, 50))) {
      if (await fetch(`${this.address}/health/ready`).then(answer => answer.ok, () => false)) return;
      if (child.exitCode !== null || Date.now() > until) throw new Error(`The host did not start. Was it built?\n${this.said}`);
    }
  }

  /** As an operator stops it; its data and its address stay. */
  async stop() {
    const child = this.process;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise(done => child.once("exit", done));
    child.kill("SIGTERM");
    await gone;
  }

  async close() {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The API, with the owner's key: for what a test prepares and for what it looks up. */
  async api<T = any>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const answer = await fetch(this.address + path, {
      method, headers: { Authorization: `Bearer ${key}`, ...(body === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  readonly get = <T = any>(path: string) => this.api<T>("GET", path);
  readonly post = <T = any>(path: string, body: unknown = {}) => this.api<T>("POST", path, body);

  /** The address that it prints when it has started: the first thing that a newcomer sees of it. */
  printed = async () => (await this.until(async () => /OPEN THIS\s+(\S+)/.exec(this.said)?.[1], found => !!found))!;

  /** The practice's settings, but for these as they are. */
  async settle(change: object) {
    const answer = await fetch(`${this.address}/api/settings`, { headers: { Authorization: `Bearer ${key}` } });
    const { id: _, demo: __, ...now } = await answer.json() as Record<string, unknown>;
    await this.api("PUT", "/api/settings", { ...now, ...change }, { "If-Match": answer.headers.get("etag")! });
  }

  /** An address that signs in whoever opens it. */
  link = async () => (await this.post<{ address: string }>("/session/links")).address;

  /** A day goes by, or whatever ISO 8601 says. */
  pass = (time: string) => this.post("/api/sandbox/clock", { advance: time });

  /** It is the next noon at the practice: neither night nor a change of day is near. */
  async noon() {
    const { now } = await this.get<{ now: string }>("/api/sandbox/clock");
    const [hour, minute] = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "America/New_York" }).format(new Date(now)).split(":").map(Number) as [number, number];
    await this.pass(`PT${(36 * 60 - hour * 60 - minute) % (24 * 60)}M`);
  }

  /** A patient sends the consultation form of the demonstration practice. */
  async form(person: { firstName: string; lastName?: string; email: string; phone?: string }) {
    const answer = await fetch(`${this.address}/hooks/demo-consultation`, { method: "POST", body: new URLSearchParams(person) });
    if (answer.status !== 202) throw new Error(`The form was refused: ${answer.status}`);
  }

  /** What is found, once it fits. */
  async until<T>(look: () => Promise<T>, fits: (found: T) => boolean): Promise<T> {
    for (const until = Date.now() + 40_000; ; await new Promise(done => setTimeout(done, 100))) {
      const found = await look();
      if (fits(found)) return found;
      if (Date.now() > until) throw new Error(`It never came to that; at last it was ${JSON.stringify(found)}`);
    }
  }
}

function freePort() {
  return new Promise<number>(done => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
