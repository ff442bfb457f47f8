import { useMutation } from "@tanstack/react-query";
import { FlaskConical, X } from "lucide-react";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { api, take, type Api } from "../../../api/client";
import { useNow } from "../../../api/clock";
import { useSettings } from "../../../api/lists";
import { useLoadedCatalogue } from "../../../catalogue/CatalogueContext";
import { useBuilderStore, useDefinition } from "../../../canvas/store";
import { itemsOf, isRow } from "../../../model/narrate";
import type { Condition, Config } from "../../../model/definition";
import { ContactPicker } from "../../../panels/text/ContactPicker";
import { usePreviewContact } from "../../../panels/text/usePreview";
import { Button } from "../../../ui/Button";
import { Field } from "../../../ui/Field";
import { atWall, whoseClock } from "../../../ui/time";
import { Backtest } from "./Backtest";
import { EventForm } from "./EventForm";
import { begin, dataOf, factsOf } from "./eventData";
import { happenings, type Happening } from "./script";
import { ScriptForm } from "./ScriptForm";
import { Trace } from "./Trace";
import "./testing.css";

export type SimulationTrace = Api<"SimulationTrace">;

/** Tries the draft out on somebody, under a clock of its own. Nothing is sent and nothing is kept. */
export function TestPanel({ id, save }: { id: string; save: () => Promise<boolean> }) {
  const builder = useBuilderStore();
  const catalogue = useLoadedCatalogue();
  const definition = useDefinition();
  const navigate = useNavigate();
  const preview = usePreviewContact();
  const [triggerId, setTriggerId] = useState(definition.triggers[0]?.id ?? "");
  const trigger = definition.triggers.find(t => t.id === triggerId);
  const [startAt, setStartAt] = useState("");
  const [now, zone] = [useNow(), useSettings().data?.timeZone];
  // Until something is typed they follow the server's clock, which may be heard of later than this is drawn.
  const [typed, setTyped] = useState<Record<string, string> | null>(null);
  const begins = startAt ? atWall(startAt, zone) : null;
  const starts = begins ? Date.parse(begins) : now;
  const values = typed ?? begin(catalogue, trigger, starts, zone);
  const [script, setScript] = useState<Happening[]>([]);
  const facts = trigger ? factsOf(catalogue, trigger.type) : [];
  const run = useMutation({
    mutationFn: async () => {
      await save();
      const data = dataOf(facts, values, zone);
      const visit = (data["appointment"] ?? null) as Config | null;
      return take(api.POST("/api/workflows/{id}/simulate", {
        params: { path: { id } },
        body: {
          ...(preview.id ? { contactId: preview.id, asIfNew: true } : { contact: invented as never }),
          ...(trigger ? { event: { type: trigger.type, data: (visit ? { ...data, appointment: { id: "apt_test", status: "new", ...visit } } : data) as never } } : {}),
          script: script.map(h => ({ after: h.after, event: (happenings.find(k => k.value === h.what) ?? happenings[0]!).event(h.text, visit ? { id: "apt_test", ...visit } : null, { at: starts, zone }) as never })),
          ...(begins ? { startAt: begins } : {}),
        } as never,
      }));
    },
  });
  useEffect(() => () => builder.getState().set({ lit: null }), [builder]);
  return (
    <aside className="side" aria-label="Test workflow">
      <header className="side-head"><span className="tile kind-visit"><FlaskConical size={20} aria-hidden /></span><div className="grow"><h2>Test workflow</h2><p className="quiet">Nothing is sent and nothing is kept.</p></div>
        <button type="button" className="button bare small" aria-label="Close the test" onClick={() => navigate(".")}><X size={18} aria-hidden /></button></header>
      <div className="side-body">
        {run.data ? <Trace trace={run.data} onAgain={() => { run.reset(); builder.getState().set({ lit: null }); }} /> : (
          <form onSubmit={event => { event.preventDefault(); run.mutate(); }}>
            <Field label="Who"><ContactPicker label="Who" none="An invented contact: Anna Example" value={preview.id} onChange={preview.choose} /></Field>
            <Field label="What happens first"><select className="input" value={triggerId} onChange={event => { setTriggerId(event.target.value); setTyped(null); }}>
              {definition.triggers.map(t => <option key={t.id} value={t.id}>{t.name || catalogue.triggers.get(t.type)?.label || t.type}</option>)}<option value="">Somebody adds the contact by hand</option>
            </select></Field>
            {trigger && <EventForm key={triggerId} facts={facts} values={values} onChange={setTyped} zone={zone} asked={askedBy(trigger.filters)} />}
            <div className="field"><span className="label">And then</span><ScriptForm script={script} onChange={setScript} /></div>
            <Field label="It begins" optional help={`Left empty: now. ${whoseClock(zone)}`}><input className="input" type="datetime-local" value={startAt} onChange={event => setStartAt(event.target.value)} /></Field>
            {run.isError && <p role="alert" className="error-text">{run.error.message}</p>}
            <Button look="main" type="submit" disabled={run.isPending}>{run.isPending ? "Trying it out…" : "Try it out"}</Button>
            <Backtest id={id} save={save} />
          </form>
        )}
      </div>
    </aside>
  );
}

const agreed = (channel: string, purpose: string) => ({ channel, purpose, granted: true, at: "2020-01-01T00:00:00Z", source: "test" });
const invented = { firstName: "Anna", lastName: "Example", email: "anna@example.com", phone: "+12125550199", consents: ["sms", "email"].flatMap(c => ["care", "marketing"].map(p => agreed(c, p))) };

function askedBy(condition: Condition | undefined): ReadonlySet<string> {
  const fields = new Set<string>();
  const walk = (c: Condition | undefined) => { if (!c) return; if (isRow(c)) { if (!c.field.startsWith("contact.")) fields.add(c.field); } else itemsOf(c).forEach(walk); };
  walk(condition);
  return fields;
}
