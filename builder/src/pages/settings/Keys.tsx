import { Plus } from "lucide-react";
import { useState } from "react";
import type { Api } from "../../api/client";
import { usePaged } from "../../api/paged";
import { listRecords, removeRecord } from "../../api/records";
import { useDeed } from "../../api/useDeed";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { Loaded } from "../../ui/Loaded";
import { More } from "../../ui/More";
import { Section } from "../../ui/Section";
import { Table } from "../../ui/Table";
import { When } from "../../ui/When";
import { NewKey, scopes } from "./NewKey";

/** Keys by which other programs use the API. */
export function Keys() {
  const [making, setMaking] = useState(false);
  const [doomed, setDoomed] = useState<Api<"KeyView"> | null>(null);
  const list = usePaged(["keys"], cursor => listRecords<Api<"KeyView">>("/api/keys", cursor));
  const revoke = useDeed((id: string) => removeRecord("/api/keys", id), { stale: [["keys"]], said: "Revoked. It opens nothing any more.", then: () => setDoomed(null) });
  return (
    <Section title="API keys" about="Each lets another program do what its scopes say, and nothing else." actions={<Button small look="main" onClick={() => setMaking(true)}><Plus size={15} aria-hidden /> New key</Button>}>
      <Loaded query={list}>{rows => (
        <Table caption="API keys" head={["Name", "May", "Made", <span key="m" className="hidden">Revoke</span>]}>{rows.map(key => (
          <tr key={key.id}>
            <td><strong>{key.name}</strong>{key.revokedAt && <> <Badge kind="danger">Revoked</Badge></>}</td>
            <td className="scopes">{key.scopes.length === scopes.length ? <Badge kind="warning">Everything</Badge> : key.scopes.map(scope => <Badge key={scope}>{scope}</Badge>)}</td>
            <td className="quiet nowrap"><When at={key.createdAt} ago /></td>
            <td className="menu-cell">{!key.revokedAt && <Button small look="danger" aria-label={`Revoke ${key.name}`} onClick={() => setDoomed(key)}>Revoke</Button>}</td>
          </tr>
        ))}</Table>
      )}</Loaded>
      <More query={list} />
      {making && <NewKey onClose={() => setMaking(false)} />}
      <ConfirmDialog open={!!doomed} onClose={() => setDoomed(null)} onConfirm={() => revoke.mutate(doomed!.id)} busy={revoke.isPending} title={`Revoke “${doomed?.name ?? ""}”?`} confirm="Revoke" keep="Keep it"><p>Whatever uses this key stops working at once. It cannot be brought back.</p></ConfirmDialog>
    </Section>
  );
}
