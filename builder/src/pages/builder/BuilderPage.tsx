import { Page } from "../../ui/Page";

export function BuilderPage() {
  return <Page title="Builder">{null}</Page>;
}
