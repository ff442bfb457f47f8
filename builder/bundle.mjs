// Makes dist/ for the .NET build (local/Builder.targets): installs what is missing, builds, and puts the finished folder in
// place at once. Builds that run side by side wait for one another, and those that waited find the work done.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19) || (major === 22 && minor < 12) || major === 21) {
  console.log(`The builder is left out: it needs Node.js 20.19 or newer to be made, and this is ${process.versions.node}.`);
  process.exit(0);
}
process.chdir(import.meta.dirname);

const changed = path => !existsSync(path) ? 0 : statSync(path).isDirectory()
  ? Math.max(0, ...readdirSync(path).map(name => changed(join(path, name)))) : statSync(path).mtimeMs;
const newest = paths => Math.max(...paths.map(changed));
const sources = ["src", "public", "index.html", "vite.config.ts", "elsewhere.ts", "bundle.mjs", "package-lock.json"];
const installed = join("node_modules", ".package-lock.json");

function run(command, args) {
  // This server is the API's address, whatever is deployed from here. On Windows npm and npx are scripts that only a shell can start.
  const { status } = spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32", env: { ...process.env, WORKFLOWS_URL: "" } });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed. To build the server without the builder: -p:Builder=none`);
}

function make() {
  if (existsSync("dist/index.html") && changed("dist/index.html") >= newest(sources)) return;
  if (!existsSync(installed) || changed(installed) < changed("package-lock.json")) {
    console.log("Installing what the builder is made with (once) …");
    run("npm", ["ci", "--no-audit", "--no-fund"]);
    utimesSync(installed, new Date(), new Date());
  }
  console.log("Making the builder …");
  run("npm", ["run", "bundle", "--", "--outDir", "dist.new", "--emptyOutDir"]);
  rmSync("dist", { recursive: true, force: true });
  renameSync("dist.new", "dist");
}

const lock = "dist.lock", patience = 10 * 60_000;
function take() {
  try { mkdirSync(lock); return true; } catch {
    // Whoever held it died.
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > patience) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}
while (!take()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
process.on("exit", () => rmSync(lock, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(1));
try { make(); } catch (error) { console.error(error.message); process.exitCode = 1; }
