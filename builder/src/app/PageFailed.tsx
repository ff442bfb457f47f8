import { useEffect } from "react";
import { useRouteError } from "react-router";
import { apiAddress } from "../api/place";
import { Button } from "../ui/Button";
import { Page } from "../ui/Page";

/** A bug, or a part of the app that could not be loaded: said, with a way on. */
export function PageFailed() {
  const error = useRouteError();
  // The browser says so of a script, the bundler's preloading of a style sheet; which of them is missed first is chance.
  const absent = error instanceof TypeError && /import/i.test(error.message) || error instanceof Error && /^Unable to preload/.test(error.message);
  useReloadWhenBack(absent);
  return (
    <Page title={absent ? "The server is away" : "This page did not work"}>
      <p>Nothing you saved is lost. {absent ? "This page opens as soon as the server is back." : error instanceof Error && <code>{error.message}</code>}</p>
      <Button onClick={() => location.reload()}>Load it again</Button>
    </Page>
  );
}

const name = "reloaded-at";

/** A page that was never opened before is not there while the server is away, and no more after a newer app was installed. */
function useReloadWhenBack(absent: boolean) {
  useEffect(() => {
    // Where loading it again did not help a moment ago, a person decides.
    if (!absent || Date.now() - Number(sessionStorage.getItem(name) ?? 0) < 20_000) return;
    const timer = setInterval(() => void fetch(`${apiAddress}/health/live`).then(answer => {
      if (!answer.ok) return;
      sessionStorage.setItem(name, String(Date.now()));
      location.reload();
    }, () => {}), 1_500);
    return () => clearInterval(timer);
  }, [absent]);
}
