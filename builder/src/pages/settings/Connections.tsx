import { Plus } from "lucide-react";
import { useState } from "react";
import type { Api } from "../../api/client";
import { useTriggers } from "../../api/lists";
import { atApi } from "../../api/place";
import { usePaged } from "../../api/paged";
import { listRecords } from "../../api/records";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { CopyText } from "../../ui/CopyText";
import { Empty } from "../../ui/Empty";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Section } from "../../ui/Section";
import { Table } from "../../ui/Table";
import { HookDialog } from "./HookDialog";
import { NewHook } from "./NewHook";
import { proofs } from "./proofs";

/** Addresses that forms, booking systems and others post to. */
export function Connections() {
  const [open, setOpen] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const triggers = useTriggers();
  const list = usePaged(["hooks"], cursor => listRecords<Api<"HookView">>("/api/hooks", cursor), 15_000);
  const shown = list.data?.find(hook => hook.id === open);
  return <>
    <Section title="Connections" about="Each is an address that another system posts to: a form, a booking system, a till. What it posts starts workflows." actions={<Button small look="main" onClick={() => setMaking(true)}><Plus size={15} aria-hidden /> New connection</Button>}>
      <Loaded query={list}>{rows => rows.length === 0 ? <Empty title="No connections yet">Make one, and paste its address into the other system.</Empty> : (
        <Table caption="Connections" head={["Name", "Means", "Address", "Proof", "State"]}>{rows.map(hook => (
          <tr key={hook.id}>
            <td><button type="button" className="name-button" onClick={() => setOpen(hook.id)}>{hook.name}</button>{Number(hook.refused) > 0 && <small className="refused block">{Number(hook.refused) === 1 ? "1 call refused" : `${String(hook.refused)} calls refused`}</small>}</td>
            <td className="quiet">{triggers.data?.find(one => one.type === hook.eventType)?.label ?? hook.eventType}</td>
            <td><CopyText label={`the address of ${hook.name}`} text={atApi(hook.path)} /></td>
            <td className="quiet">{proofs.find(([key]) => key === hook.verification)?.[1] ?? hook.verification}</td>
            <td><Badge kind={hook.enabled ? "good" : "plain"}>{hook.enabled ? "On" : "Off"}</Badge></td>
          </tr>
        ))}</Table>
      )}</Loaded>
      <More query={list} />
    </Section>
    <Section title="Email and text providers"><p className="quiet">The accounts that messages leave by are set where the product runs, not here: their credentials never come into the browser. On the demonstration host nothing leaves this machine.</p></Section>
    {making && <NewHook onClose={() => setMaking(false)} />}
    {shown && <HookDialog key={shown.id} hook={shown} onClose={() => setOpen(null)} />}
  </>;
}
