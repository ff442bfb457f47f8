import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useContext, useState } from "react";
import { api, ApiError, take } from "../../api/client";
import { titleOf, type Catalogue } from "../../catalogue/catalogue";
import { plainly } from "../../catalogue/plainly";
import { useLoadedCatalogue } from "../../catalogue/CatalogueContext";
import { useBuilderStore, useDefinition, type Finding } from "../../canvas/store";
import { CalledContext } from "../../canvas/Sentences";
import { summary, triggerSummary, type Called } from "../../canvas/summary";
import type { Definition } from "../../model/definition";
import { inOrder } from "../../model/reach";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Field } from "../../ui/Field";
import { useSay } from "../../ui/Toasts";
import type { Autosave } from "./useAutosave";
import { useShowFinding } from "./useShowFinding";
import type { WorkflowView } from "./Workbench";

type InFlight = "stay" | "move" | "end";
const inFlightWords: Record<InFlight, [string, string]> = {
  stay: ["Finish as they began", "They stay on their version; only new contacts take the new one."],
  move: ["Move to the new version", "They go on from the same step. Whose step is gone leaves the workflow."],
  end: ["Leave the workflow", "They get no further messages from it."],
};

/** What will change, for how many, and what becomes of those inside. Nothing live changes before this. */
export function PublishDialog({ workflow, draft, onClose }: { workflow: WorkflowView; draft: Autosave; onClose: () => void }) {
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const called = useContext(CalledContext);
  const queries = useQueryClient();
  const say = useSay();
  const show = useShowFinding();
  const path = { params: { path: { id: workflow.id } } };
  const usual = (definition.settings?.["onNewVersion"] as InFlight | undefined) ?? "stay";
  const [inFlight, setInFlight] = useState<InFlight>(usual);
  const [note, setNote] = useState("");
  const changes = useQuery({
    queryKey: ["publish", workflow.id, workflow.version], gcTime: 0, staleTime: 0,
    queryFn: async () => {
      if (!await draft.save() && !await draft.save()) throw new Error("The draft could not be saved yet. Publish when the server is back.");
      const { findings } = await take(api.POST("/api/workflows/{id}/validate", path));
      builder.getState().set({ findings: findings as Finding[] });
      if (workflow.version === 0) return { same: false, sentences: tellAll(catalogue, builder.getState().history.now, called), findings };
      const diff = await take(api.GET("/api/workflows/{id}/versions/{number}/diff", { params: { path: { id: workflow.id, number: String(workflow.version) as never }, query: { against: "draft" } } }));
      return { same: diff.same, sentences: diff.sentences, findings };
    },
  });
  const inside = useQuery({ queryKey: ["workflows", workflow.id, "stats"], enabled: workflow.version > 0, queryFn: () => take(api.GET("/api/workflows/{id}/stats", path)) });
  // A count of some time ago, after which reading failed, is none to decide by.
  const unknown = workflow.version > 0 && (inside.data === undefined || inside.isError);
  const count = ["scheduled", "active", "waiting", "paused"].reduce((sum, s) => sum + Number(inside.data?.enrollments[s] ?? 0), 0);
  const publish = useMutation({
    mutationFn: () => take(api.POST("/api/workflows/{id}/publish", { ...path, body: { inFlight, note: note || null } })),
    onSuccess: async published => {
      builder.getState().set({ findings: published.findings as Finding[] });
      await queries.invalidateQueries();
      say(published.reached > 0 ? `Published. ${published.reached} contacts inside were ${inFlight === "move" ? "moved" : "taken out"}.` : "Published. It is live now.");
      onClose();
    },
    onError: error => { if (error instanceof ApiError && error.problem?.findings) builder.getState().set({ findings: error.problem.findings as Finding[] }); },
  });
  const errors = (changes.data?.findings ?? []).filter(f => f.severity === "error");
  const refused = publish.error instanceof ApiError ? publish.error.problem?.findings?.filter(f => f.severity === "error") ?? [] : [];
  const stops = errors.length > 0 ? errors : refused;
  return (
    <Dialog open onClose={onClose} title={workflow.version === 0 ? `Publish “${workflow.name}”` : `Publish version ${workflow.version + 1}`} about="From then on it works with real contacts." wide>
      <div className="publish">
        <section aria-labelledby="changes-title"><h3 id="changes-title">{workflow.version === 0 ? "What it will do" : "What changes"}</h3>
          {changes.isPending && <p className="quiet" role="status">Comparing…</p>}
          {changes.isError && <p role="alert" className="error-text">{changes.error.message}</p>}
          {changes.data && (changes.data.same ? <p className="quiet">Nothing that contacts would notice.</p> : <ul className="plain-list long">{changes.data.sentences.map((s, at) => <li key={at}>{s}</li>)}</ul>)}
        </section>
        <section>
          {stops.length > 0 && <div className="stops" role="alert"><h3>It cannot be published yet</h3><ul className="plain-list">{stops.map((f, at) => <li key={at}><button type="button" className="link" onClick={() => { onClose(); show(f); }}>{plainly(catalogue, f.message)}</button></li>)}</ul></div>}
          {publish.isError && stops.length === 0 && <p role="alert" className="error-text">{publish.error.message}</p>}
          {workflow.version > 0 && (inside.isError ? <div role="alert"><p className="error-text">How many contacts are inside could not be read: {inside.error.message}</p><p><Button small disabled={inside.isFetching} onClick={() => void inside.refetch()}>Try again</Button></p></div>
            : unknown ? <p className="quiet" role="status">Counting who is inside…</p>
            : <fieldset className="choices"><legend><h3>{count === 0 ? "Nobody is inside now" : count === 1 ? "1 contact is inside now" : `${count} contacts are inside now`}</h3></legend>
              {count > 0 && (["stay", "move", "end"] as const).map(kind => <label key={kind}><input type="radio" name="inflight" checked={inFlight === kind} onChange={() => setInFlight(kind)} /><span>{inFlightWords[kind][0]}<small className="quiet">{inFlightWords[kind][1]}</small></span></label>)}
            </fieldset>
          )}
          <Field label="Note" optional help="What this version is for; it stands in the list of versions."><input className="input" value={note} maxLength={500} onChange={event => setNote(event.target.value)} /></Field>
        </section>
      </div>
      <div className="dialog-foot"><Button onClick={onClose}>Not yet</Button><Button look="main" disabled={changes.isPending || changes.isError || unknown || stops.length > 0 || publish.isPending} onClick={() => publish.mutate()}>{publish.isPending ? "Publishing…" : "Publish"}</Button></div>
    </Dialog>
  );
}

/** A first version is compared with nothing; it is told from the top instead. */
function tellAll(catalogue: Catalogue, definition: Definition, called: Called): string[] {
  return [
    ...definition.triggers.filter(t => t.enabled !== false).map(t => `When: ${t.name || catalogue.triggers.get(t.type)?.label || t.type} (${triggerSummary(catalogue, definition, t, called)})`),
    ...inOrder(definition).map(id => `${titleOf(catalogue, definition.steps[id]!)}: ${summary(catalogue, definition, definition.steps[id]!, called)}${definition.steps[id]!.enabled === false ? " (switched off)" : ""}`),
  ];
}
