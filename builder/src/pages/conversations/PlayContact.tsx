import { MousePointerClick, Send } from "lucide-react";
import { useState } from "react";
import { api, take } from "../../api/client";
import { useSandboxClock } from "../../api/clock";
import { useLinks } from "../../api/lists";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";

/** On the demonstration host: be the contact, so that a whole journey can be tried by hand. */
export function PlayContact({ contactId }: { contactId: string }) {
  const [text, setText] = useState("");
  const [channel, setChannel] = useState("sms");
  const there = !!useSandboxClock().data;
  const links = useLinks(there);
  const stale = [["messages"], ["conversation"], ["enrollments"], ["contacts"]];
  const reply = useDeed(() => take(api.POST("/api/sandbox/reply", { body: { contactId, text, channel } })), { stale, then: () => setText("") });
  const click = useDeed((linkId: string) => take(api.POST("/api/sandbox/click", { body: { contactId, linkId } })), { stale, said: "The link was clicked." });
  if (!there) return null;
  return (
    <form className="play" aria-label="Reply as this contact" onSubmit={e => { e.preventDefault(); if (text.trim()) reply.mutate(); }}>
      <span className="play-label">Demonstration: answer as the patient</span>
      <div className="play-row">
        <select className="input" aria-label="By" value={channel} onChange={e => setChannel(e.target.value)}><option value="sms">Text</option><option value="email">Email</option></select>
        <input className="input" aria-label="Reply as this contact" placeholder="Yes, that works for me" value={text} onChange={e => setText(e.target.value)} />
        <Button type="submit" look="main" disabled={!text.trim() || reply.isPending}><Send size={16} aria-hidden /> Reply</Button>
        {(links.data?.length ?? 0) > 0 && <Menu label="Click a link as this contact" trigger={<Button><MousePointerClick size={16} aria-hidden /> Click a link</Button>}
          items={links.data!.map(link => ({ label: link.name, onSelect: () => click.mutate(link.id!) }))} />}
      </div>
    </form>
  );
}
