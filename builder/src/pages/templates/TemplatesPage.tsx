import { Page } from "../../ui/Page";

export function TemplatesPage() {
  return <Page title="Templates">{null}</Page>;
}
