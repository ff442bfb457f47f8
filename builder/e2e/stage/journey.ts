import { afterAll, beforeAll, it } from "vitest";
import { Desk, shut } from "./Desk";
import { Host } from "./Host";

/** A host of its own for the tests of a file. */
export function hosted() {
  let host: Host | undefined;
  beforeAll(async () => { host = await Host.open(); });
  afterAll(async () => { await host?.close(); await shut(); });
  return () => host!;
}

/** What a person does, told in a browser. Fails too when the browser complains; leaves a picture of where it stood. */
export function journey(name: string, host: () => Host, act: (desk: Desk) => Promise<void>, { signedIn = true, timeout = 120_000 } = {}) {
  it(name, async () => {
    const desk = await Desk.sit(host(), signedIn);
    try {
      await act(desk);
      desk.calm();
    } catch (error) {
      await desk.picture(name);
      throw error;
    } finally {
      await desk.leave();
    }
  }, timeout);
}
