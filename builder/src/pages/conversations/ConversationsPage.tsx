import { Page } from "../../ui/Page";

export function ConversationsPage() {
  return <Page title="Conversations">{null}</Page>;
}
