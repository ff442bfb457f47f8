import { createServer, type Server } from "node:http";
import type { Host } from "./Host";

/** Another system that workflows call: it answers as it is told, and keeps what it got. */
export class Receiver {
  answer = 200;
  readonly got: any[] = [];
  private constructor(readonly address: string, private readonly server: Server) {}

  /** On this machine, which the practice has to allow by name. */
  static async open(host: Host) {
    const server = createServer((from, to) => {
      let body = "";
      from.on("data", (part: Buffer) => { body += part.toString(); });
      from.on("end", () => { receiver.got.push(body && JSON.parse(body)); to.writeHead(receiver.answer, { "content-type": "application/json" }).end('{"heard":true}'); });
    }).listen(0, "127.0.0.1");
    await new Promise(done => server.once("listening", done));
    const at = `127.0.0.1:${(server.address() as { port: number }).port}`;
    const receiver = new Receiver(`http://${at}/in`, server);
    await host.settle({ allowedHosts: [at] });
    return receiver;
  }

  close() { this.server.close(); this.server.closeAllConnections(); }
}
