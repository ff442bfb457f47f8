import { useQuery } from "@tanstack/react-query";
import { Download, Plus } from "lucide-react";
import { useState } from "react";
import { api, take } from "../../api/client";
import { download } from "../../api/download";
import { useSettings } from "../../api/lists";
import { useDeed } from "../../api/useDeed";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Loaded } from "../../ui/Loaded";
import { Section } from "../../ui/Section";
import { Table } from "../../ui/Table";
import { When } from "../../ui/When";
import { reasonWords } from "./reasons";
import { RecordConsent } from "./RecordConsent";

const channels: Record<string, string> = { sms: "Text", email: "Email", call: "Call" };
const purposes: Record<string, string> = { marketing: "offers and news", care: "visits and treatment", all: "everything" };

/** What the contact agreed to or refused, with when and by what words. Nothing is ever taken away. */
export function Consents({ id }: { id: string }) {
  const [asked, setAsked] = useState(false);
  const list = useQuery({ queryKey: ["contacts", id, "consents"], queryFn: () => take(api.GET("/api/contacts/{id}/consents", { params: { path: { id } } })) });
  const settings = useSettings();
  const items = list.data?.items ?? [];
  const save = useDeed(async () => download("consents.csv", await take(api.GET("/api/contacts/{id}/consents.csv", { params: { path: { id } }, parseAs: "text" })), "text/csv"), { stale: [], said: "The file is in your downloads." });
  return (
    <Section title="Consents" actions={<>
      {items.length > 0 && <Button small look="bare" disabled={save.isPending} onClick={() => save.mutate()}><Download size={14} aria-hidden /> Export</Button>}
      <Button small look="bare" onClick={() => setAsked(true)}><Plus size={14} aria-hidden /> Record</Button>
    </>}>
      <Loaded query={list}>{() => items.length === 0 ? <p className="quiet">Nothing recorded. Messages about visits may go{settings.data ? advertising(settings.data.marketingConsent ?? ["sms"]) : "."}</p> : (
        <Table caption="Consents" head={["For", "Answer", "When", "By"]}>{items.map((one, at) => (
          <tr key={at}><td>{channels[one.channel] ?? one.channel}: {purposes[one.purpose] ?? one.purpose}</td><td><Badge kind={one.granted ? "good" : "danger"}>{one.granted ? "Agreed" : "Refused"}</Badge></td><td className="quiet"><When at={one.at} /></td><td className="quiet">{reasonWords(one.source)}{one.text && <details><summary>Words</summary>{one.text}</details>}</td></tr>
        ))}</Table>
      )}</Loaded>
      {asked && <RecordConsent id={id} onClose={() => setAsked(false)} />}
    </Section>
  );
}

/** What the practice asks for before it advertises. */
function advertising(asks: string[]): string {
  const by = [["sms", "text"], ["email", "email"]].filter(([channel]) => asks.includes(channel!)).map(([, word]) => word);
  return by.length === 0 ? ", and so may advertising." : `; advertising by ${by.join(" or ")} needs a consent.`;
}
