import { useEffect } from "react";
import { useParams } from "react-router";
import { noted } from "../workflows/useFirstSteps";
import { Empty } from "../../ui/Empty";
import { Page } from "../../ui/Page";
import { MessagesSquare } from "lucide-react";
import { Conversation } from "./Conversation";
import { ConversationList } from "./ConversationList";
import "./conversations.css";

export function ConversationsPage() {
  const { contactId } = useParams();
  useEffect(() => { if (contactId) noted.set("messages", "yes"); }, [contactId]);
  return (
    <Page title="Conversations" wide>
      <div className={contactId ? "inbox open" : "inbox"}>
        <ConversationList chosen={contactId} />
        {contactId ? <Conversation key={contactId} contactId={contactId} /> : <div className="inbox-none"><Empty icon={<MessagesSquare />} title="Choose a conversation">What went out and what came back, as the patient saw it.</Empty></div>}
      </div>
    </Page>
  );
}
