import { useEffect, useRef } from "react";
import { api, take } from "../../api/client";
import { useSettings } from "../../api/lists";
import { usePaged } from "../../api/paged";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { byTime, day } from "../../ui/time";
import { Bubble } from "./Bubble";
import "./thread.css";

/** Messages from the oldest to the newest, day by day; older ones come on asking. */
export function Thread({ contactId }: { contactId: string }) {
  const zone = useSettings().data?.timeZone;
  const list = usePaged(["messages", "of", contactId], cursor => take(api.GET("/api/contacts/{id}/messages", { params: { path: { id: contactId }, query: { limit: "50", ...(cursor ? { cursor } : {}) } } })), 5_000);
  const rows = [...list.data ?? []].sort((a, b) => byTime(a.at, b.at));
  const end = useRef<HTMLLIElement>(null);
  const newest = rows.at(-1)?.id;
  // Emails grow when they have been drawn: the end stays in sight until somebody scrolls.
  useEffect(() => {
    const [line, list] = [end.current, end.current?.parentElement];
    if (!line || !list) return;
    const see = () => line.scrollIntoView({ block: "nearest" });
    const growing = new ResizeObserver(see);
    const leave = () => growing.disconnect();
    const own = ["wheel", "touchmove", "pointerdown", "keydown"] as const;
    see();
    growing.observe(list);
    for (const kind of own) addEventListener(kind, leave, { once: true, passive: true });
    return () => { leave(); for (const kind of own) removeEventListener(kind, leave); };
  }, [newest]);
  return (
    <Loaded query={list}>{() => rows.length === 0 ? <Empty title="No messages yet">What is sent to this contact, and what comes back, is shown here.</Empty> : <>
      <More query={list} />
      <ol className="thread" aria-label="Messages">{rows.map((message, at) => {
        const now = day(message.at!, zone);
        const before = at > 0 ? day(rows[at - 1]!.at!, zone) : "";
        return [now !== before && <li key={`day ${message.id}`} className="thread-day">{now}</li>, <Bubble key={message.id} message={message} zone={zone} />];
      })}<li ref={end} aria-hidden /></ol>
    </>}</Loaded>
  );
}
