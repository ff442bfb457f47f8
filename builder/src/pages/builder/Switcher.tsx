import { useQuery } from "@tanstack/react-query";
import { Popover } from "radix-ui";
import { ChevronsUpDown } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { api, take } from "../../api/client";
import { Badge } from "../../ui/Badge";

/** From one workflow to another without the list between. */
export function Switcher({ current }: { current: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className="tool" aria-label="Another workflow" title="Another workflow"><ChevronsUpDown size={16} aria-hidden /></Popover.Trigger>
      <Popover.Portal><Popover.Content className="merge-box switcher" align="start" sideOffset={8} aria-label="Workflows">{open && <SwitchList current={current} close={() => setOpen(false)} />}</Popover.Content></Popover.Portal>
    </Popover.Root>
  );
}

/** The practice's workflows, to be searched; where one is is marked. */
export function SwitchList({ current, close }: { current: string; close: () => void }) {
  const [search, setSearch] = useState("");
  const list = useQuery({ queryKey: ["workflows", "switch", search], queryFn: () => take(api.GET("/api/workflows", { params: { query: { limit: "50", ...(search ? { search } : {}) } } })) });
  return (
    <>
      <input className="input" type="search" autoFocus aria-label="Search workflows" placeholder="Search workflows" value={search} onChange={event => setSearch(event.target.value)} />
      <ul className="switch-list">
        {list.data?.items.map(w => <li key={w.id}><Link to={`/workflows/${w.id}`} onClick={close} aria-current={w.id === current ? "page" : undefined}><span className="grow">{w.name}</span><Badge kind={w.status === "published" ? "good" : w.status === "paused" ? "warning" : "plain"}>{w.status === "published" ? "Published" : w.status === "paused" ? "Paused" : "Draft"}</Badge></Link></li>)}
        {list.data?.items.length === 0 && <li className="quiet">None is called that.</li>}
      </ul>
    </>
  );
}
