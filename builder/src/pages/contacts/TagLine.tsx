import { Plus, X } from "lucide-react";
import { useState } from "react";
import { api, take, type Api } from "../../api/client";
import { useDeed } from "../../api/useDeed";
import { Button } from "../../ui/Button";
import { NewTag } from "./NewTag";

/** The contact's tags; adding or removing one may start workflows. */
export function TagLine({ contact }: { contact: Api<"Contact"> }) {
  const [text, setText] = useState<string | null>(null);
  // Whoever typed comes back to the button that it began with.
  const [asked, setAsked] = useState(false);
  const params = { path: { id: contact.id! } };
  const stale = [["contacts"], ["enrollments"], ["tags"]];
  const add = useDeed((tag: string) => take(api.POST("/api/contacts/{id}/tags", { params, body: { tags: [tag] } })), { stale, then: () => setText(null) });
  const remove = useDeed((tag: string) => take(api.DELETE("/api/contacts/{id}/tags/{tag}", { params: { path: { ...params.path, tag }, header: { "If-Match": "*" } } })), { stale });
  return (
    <div className="tag-line" role="group" aria-label="Tags">
      {(contact.tags ?? []).map(tag => <span key={tag} className="tag">{tag}<button type="button" aria-label={`Remove the tag ${tag}`} onClick={() => remove.mutate(tag)}><X size={13} aria-hidden /></button></span>)}
      {text === null ? <Button small look="bare" autoFocus={asked} onClick={() => { setAsked(true); setText(""); }}><Plus size={14} aria-hidden /> Add tag</Button>
        : <NewTag text={text} has={contact.tags ?? []} busy={add.isPending} onType={setText} onAdd={add.mutate} onLeave={() => setText(null)} />}
    </div>
  );
}
