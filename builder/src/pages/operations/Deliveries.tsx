import { RotateCw } from "lucide-react";
import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { api, take, type Api } from "../../api/client";
import { usePaged } from "../../api/paged";
import { useDeed } from "../../api/useDeed";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { words } from "../../ui/codes";
import { ContactLink } from "../../ui/ContactLink";
import { Dialog } from "../../ui/Dialog";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Table } from "../../ui/Table";
import { When } from "../../ui/When";

/** Calls that workflows made to other systems. */
export function Deliveries() {
  const [open, setOpen] = useState<Api<"Delivery"> | null>(null);
  const list = usePaged(["deliveries"], cursor => take(api.GET("/api/deliveries", { params: { query: { limit: "50", ...(cursor ? { cursor } : {}) } } })), 10_000);
  const again = useDeed((id: string) => take(api.POST("/api/deliveries/{id}/redeliver", { params: { path: { id } } })), { stale: [["deliveries"]], said: (_, made) => made.status ? `Called again: ${made.status}.` : `Called again: ${words(made.code)}` });
  const good = (one: Api<"Delivery">) => !!one.status && one.status < 400;
  return <>
    <Loaded query={list}>{rows => rows.length === 0 ? <Empty title="No calls yet">When a workflow sends a webhook, the call and its answer are kept here.</Empty> : (
      <Table caption="Outgoing webhooks" head={["Address", "Answer", "For", "When", "Took", <span key="m" className="hidden">What can be done</span>]}>{rows.map(one => (
        <tr key={one.id}>
          <td className="address"><button className="link" type="button" onClick={() => setOpen(one)}>{one.method} {one.url}</button></td>
          <td><Badge kind={good(one) ? "good" : "danger"}>{one.status ?? "No answer"}</Badge>{one.code && <small className="quiet block">{words(one.code)}</small>}</td>
          <td><ContactLink id={one.contactId} /></td><td className="quiet nowrap"><When at={one.at} ago /></td><td className="number nowrap">{String(one.tookMs)} ms</td>
          <td className="menu-cell"><Button small disabled={again.isPending} onClick={() => again.mutate(one.id!)} aria-label={`Call ${one.url} again`}><RotateCw size={14} aria-hidden /> Call again</Button></td>
        </tr>
      ))}</Table>
    )}</Loaded>
    <More query={list} />
    {open && <Call key={open.id} delivery={open} onClose={() => setOpen(null)} />}
  </>;
}

/** What was sent and answered. Private values are hidden until they are asked for, which the audit log keeps. */
function Call({ delivery, onClose }: { delivery: Api<"Delivery">; onClose: () => void }) {
  const [asked, setAsked] = useState(false);
  const whole = useQuery({ queryKey: ["deliveries", delivery.id, "revealed"], enabled: asked, gcTime: 0, staleTime: Infinity, queryFn: () => take(api.GET("/api/deliveries/{id}", { params: { path: { id: delivery.id! }, query: { reveal: "true" } } })) });
  const shown = whole.data ?? delivery;
  return (
    <Dialog open onClose={onClose} title="Call" about={`${delivery.method} ${delivery.url}: ${delivery.status ?? "no answer"}. ${words(delivery.code)}`} wide>
      <h3>Sent</h3><pre className="wire" tabIndex={0}>{plain(shown.requestBody)}</pre><h3>Answer</h3><pre className="wire" tabIndex={0}>{plain(shown.answerBody)}</pre>
      {!whole.data && <p className="quiet">Private values are hidden. Showing them is written down in the audit log.</p>}
      {whole.error && <p role="alert">{whole.error.message}</p>}
      <div className="dialog-foot">{!whole.data && <Button disabled={asked && whole.isPending} onClick={() => setAsked(true)}>Show what is hidden</Button>}<Button onClick={onClose}>Close</Button></div>
    </Dialog>
  );
}

/** JSON line by line; anything else as it is. */
function plain(body: string | null | undefined): string {
  if (!body) return "Nothing";
  if (/^•+$/.test(body)) return "Hidden";
  try { return JSON.stringify(JSON.parse(body), null, 2); } catch { return body; }
}
