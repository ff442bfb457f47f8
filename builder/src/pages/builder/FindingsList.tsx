import { useQueryClient } from "@tanstack/react-query";
import { Popover } from "radix-ui";
import { CircleAlert, CircleCheck, CircleDashed, Lightbulb, TriangleAlert } from "lucide-react";
import { titleOf } from "../../catalogue/catalogue";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { plainly } from "../../catalogue/plainly";
import { useBuilder, useDefinition, type Finding } from "../../canvas/store";
import { Button } from "../../ui/Button";
import { useState } from "react";
import { useShowFinding } from "./useShowFinding";

const kinds = [["error", "Must be put right before publishing", CircleAlert], ["warning", "Worth a look", TriangleAlert], ["hint", "Hints", Lightbulb]] as const;

/** Everything that was found, by weight; a click opens the field. */
export function FindingsList() {
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const [findings, checked, id] = [useBuilder(s => s.findings), useBuilder(s => s.checked), useBuilder(s => s.workflowId)];
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const none = findings.length === 0 ? { "not yet": "Checking…", failed: "Not checked", done: "All good" }[checked] : null;
  const count = (severity: string) => findings.filter(f => f.severity === severity).length;
  const [errors, others] = [count("error"), findings.length - count("error")];
  const show = useShowFinding();
  const go = (finding: Finding) => { setOpen(false); show(finding); };
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger className={`button small findings-button ${errors ? "errors" : others ? "warnings" : ""}`} aria-label={none ? checked === "done" ? "Nothing found" : none : `${errors === 1 ? "1 error" : `${errors} errors`} and ${others} to look at: show`}>
        {none ? <>{checked === "done" ? <CircleCheck size={15} aria-hidden /> : <CircleDashed size={15} aria-hidden />} {none}</> : <>{errors > 0 && <span className="errors"><CircleAlert size={15} aria-hidden /> {errors}</span>}{others > 0 && <span className="warnings"><TriangleAlert size={15} aria-hidden /> {others}</span>}</>}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className="findings-box" align="end" sideOffset={8} collisionPadding={12} aria-label="Findings">
          {none && <p className="quiet" role={checked === "not yet" ? "status" : undefined}>{{ "not yet": "The draft is being looked through.", failed: "The draft could not be looked through.", done: "Nothing was found. It can be published." }[checked]}</p>}
          {none && checked === "failed" && <p><Button small onClick={() => void queries.refetchQueries({ queryKey: ["validate", id] })}>Try again</Button></p>}
          {kinds.map(([severity, title, Icon]) => {
            const some = findings.filter(f => f.severity === severity);
            return some.length > 0 && (
              <section key={severity}><h3 className={severity}><Icon size={15} aria-hidden /> {title} ({some.length})</h3>
                <ul>{some.map((f, at) => <li key={at}><button type="button" onClick={() => go(f)}>{f.stepId && definition.steps[f.stepId] && <strong>{titleOf(catalogue, definition.steps[f.stepId]!)}</strong>}<span>{plainly(catalogue, f.message)}</span></button></li>)}</ul>
              </section>
            );
          })}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
