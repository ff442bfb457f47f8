import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";

/** The app as static files, with the API at another address (WORKFLOWS_URL, which azd sets when it deploys): the app is told,
 *  and the policy that those files are served with lets it call there. */
export function elsewhere(): Plugin {
  const address = (process.env["WORKFLOWS_URL"] ?? "").replace(/\/+$/, "");
  let out = "";
  return {
    name: "elsewhere",
    config: () => ({ define: { "import.meta.env.API_ADDRESS": JSON.stringify(address) } }),
    configResolved(config) { out = resolve(config.root, config.build.outDir); },
    async closeBundle() {
      if (!address) return;
      const file = join(out, "staticwebapp.config.json");
      const rules = await readFile(file, "utf8");
      await writeFile(file, rules.replace("connect-src 'self'", `connect-src 'self' ${new URL(address).origin}`));
    },
  };
}
