import { Check, CircleHelp } from "lucide-react";
import { useNavigate } from "react-router";
import type { Api } from "../../api/client";
import { Button } from "../../ui/Button";
import { FindingList } from "../../drafting/FindingList";
import { kindWords } from "./kindWords";

export function Imported({ imported }: { imported: Api<"Imported"> }) {
  const go = useNavigate();
  return <>
    <p><strong>{imported.workflow.name}</strong> is here, as a draft.</p>
    {imported.references.length > 0 && (
      <div className="said"><h3>What it refers to</h3><ul className="findings">{imported.references.map(one => (
        <li key={`${one.kind} ${one.id}`} className={one.became ? "" : "warning"}>
          {one.became ? <Check size={16} aria-label="Found" /> : <CircleHelp size={16} aria-label="Not found" />}<span>{one.name} ({kindWords(one.kind)}){one.became ? "" : ": nothing here fits; choose one in the builder"}</span>
        </li>
      ))}</ul></div>
    )}
    <FindingList findings={imported.findings} />
    <div className="dialog-foot"><Button look="main" onClick={() => void go(`/workflows/${imported.workflow.id}`)}>Open it</Button></div>
  </>;
}
