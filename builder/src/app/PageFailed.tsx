import { useRouteError } from "react-router";
import { Button } from "../ui/Button";
import { Page } from "../ui/Page";

/** A bug, or a part of the app that could not be loaded: said, with a way on. */
export function PageFailed() {
  const error = useRouteError();
  return (
    <Page title="This page did not work">
      <p>Nothing you saved is lost. {error instanceof Error && <code>{error.message}</code>}</p>
      <Button onClick={() => location.reload()}>Load it again</Button>
    </Page>
  );
}
