import { useQuery } from "@tanstack/react-query";
import { Check, CircleHelp, X } from "lucide-react";
import { useState } from "react";
import { api, take, type Api } from "../../api/client";
import { contactName } from "../../api/lists";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Loaded } from "../../ui/Loaded";
import { WorkflowChoice } from "./WorkflowChoice";

const questions: Record<string, string> = { published: "Is the workflow published?", trigger: "Did something happen that starts it?", entry: "May the contact enter?", sends: "May its messages go?" };
const icons = { ok: Check, failed: X, unknown: CircleHelp };
const said = { ok: "Yes", failed: "No", unknown: "Not known" };

/** Why a contact is not in a workflow: four questions, with the first that fails marked. */
export function WhyNot({ contact, workflowId, onClose }: { contact: Api<"Contact">; workflowId?: string; onClose: () => void }) {
  const [chosen, setChosen] = useState(workflowId ?? "");
  const [whole, setWhole] = useState(false);
  const why = useQuery({
    queryKey: ["workflows", chosen, "explain", contact.id, whole], enabled: !!chosen, ...(whole ? { gcTime: 0 } : {}),
    queryFn: () => take(api.GET("/api/workflows/{id}/explain", { params: { path: { id: chosen }, query: { contactId: contact.id!, ...(whole ? { reveal: "true" } : {}) } } })),
  });
  return (
    <Dialog open onClose={onClose} title={why.data?.enrollment ? `${contactName(contact)} and the workflow` : `Why is ${contactName(contact)} not in it?`}>
      <WorkflowChoice value={chosen} onChange={setChosen} all />
      {chosen && <Loaded query={why}>{told => <>
        <p><strong>{told.words}</strong></p>
        <ol className="checks">{told.checks.map(check => {
          const Icon = icons[check.verdict];
          return (
            <li key={check.question} className={check.question === told.firstFailed ? "first" : ""}>
              <Icon size={20} className={check.verdict} aria-label={said[check.verdict]} />
              <div><strong>{questions[check.question] ?? check.question}</strong><p>{check.words}</p></div>
            </li>
          );
        })}</ol>
        {!whole && told.checks.some(check => check.triggers?.some(t => t.rows?.some(row => row.found === "•••"))) && <p><Button small onClick={() => setWhole(true)}>Show what is hidden</Button></p>}
        {told.assumes.map(one => <p key={one} className="quiet"><small>{one}</small></p>)}
      </>}</Loaded>}
      <div className="dialog-foot"><Button look="main" onClick={onClose}>Close</Button></div>
    </Dialog>
  );
}
