import { Plus, X } from "lucide-react";
import { useNow } from "../../../api/clock";
import { useSettings } from "../../../api/lists";
import { useBuilder, useDefinition } from "../../../canvas/store";
import { setSetting, withConfig } from "../../../model/change";
import type { Config, Json } from "../../../model/definition";
import { WindowField } from "../../../panels/fields/WindowField";
import { TextField } from "../../../panels/text/TextField";
import { Field } from "../../../ui/Field";
import { wall } from "../../../ui/time";
import { FolderField } from "./FolderField";
import type { WorkflowView } from "../Workbench";
import "../../../panels/panel.css";

const text = (value: Json | undefined, usual = "") => typeof value === "string" ? value : usual;
interface Pause { from: string; to: string; yearly?: boolean }

/** The rules of the whole workflow. They belong to the draft: they count once it is published. */
export function SettingsTab({ workflow }: { workflow: WorkflowView }) {
  const [now, practiceZone] = [useNow(), useSettings().data?.timeZone];
  const settings = useDefinition().settings ?? {};
  const edit = useBuilder(s => s.edit);
  const findings = useBuilder(s => s.findings);
  const set = (name: string, value: Json | undefined) => edit(d => setSetting(d, name, value), "Changed the settings", `settings ${name}`);
  const wrong = (name: string) => findings.find(f => f.pointer.startsWith(`/settings/${name}`))?.message;
  const choice = (name: string, label: string, help: string, usual: string, options: [string, string][]) => (
    <Field label={label} help={help} error={wrong(name)}><select className="input" value={text(settings[name], usual)} onChange={event => set(name, event.target.value)}>{options.map(([value, words]) => <option key={value} value={value}>{words}</option>)}</select></Field>
  );
  const sender = (settings["sender"] ?? {}) as Config;
  const from = (name: string, label: string) => <Field label={label} optional><TextField label={label} merge value={text(sender[name])} onChange={value => set("sender", withConfig(sender, name, value || undefined))} /></Field>;
  const pauses = (settings["pauseDates"] ?? []) as unknown as Pause[];
  const setPauses = (next: Pause[]) => set("pauseDates", next.length > 0 ? next as unknown as Json : undefined);
  const zone = text(settings["timeZone"], "contact");
  return (
    <div className="tab-page"><div className="settings-grid">
      <section className="card"><h2>Who enters</h2>
        {choice("reentry", "May a contact enter again?", "Two visits of one contact are always followed separately.", "afterFinish", [["once", "No, once and never again"], ["afterFinish", "Yes, after finishing"], ["always", "Yes, also while inside"]])}
        {choice("scope", "It is about", "Whom or what it goes through the steps with.", "contact", [["contact", "The contact"], ["appointment", "Each appointment"], ["invoice", "Each invoice"], ["opportunity", "Each opportunity"]])}
        <label className="tick-line"><input type="checkbox" checked={settings["stopOnReply"] === true} onChange={event => set("stopOnReply", event.target.checked ? true : undefined)} /> Stop when the contact replies</label>
        {choice("onNewVersion", "When a new version is published", "Suggested in the dialogue; it can be decided each time.", "stay", [["stay", "Contacts inside finish as they began"], ["move", "Contacts inside move to the new version"], ["end", "Contacts inside leave the workflow"]])}
      </section>
      <section className="card"><h2>When messages go</h2>
        <Field label="Time zone" help="By which clock waits and hours are kept." error={wrong("timeZone")}><select className="input" value={zone} onChange={event => set("timeZone", event.target.value)}><option value="contact">The contact’s</option><option value="practice">The practice’s</option>{zones(zone).map(z => <option key={z} value={z}>{z.replaceAll("_", " ")}</option>)}</select></Field>
        <div className="field"><span className="label">Hours for messages</span><WindowField label="Hours for messages" value={settings["window"]} onChange={value => set("window", value)} />{wrong("window") && <small className="error">{wrong("window")}</small>}</div>
        <div className="field" role="group" aria-label="Days without messages"><span className="label">Days without messages</span>
          {pauses.map((p, at) => (
            <div className="pause" key={at}>
              <input className="input" type="date" aria-label={`Pause ${at + 1} from`} value={p.from} onChange={event => setPauses(pauses.map((o, i) => i === at ? { ...o, from: event.target.value, to: o.to < event.target.value ? event.target.value : o.to } : o))} />
              <span>to</span><input className="input" type="date" aria-label={`Pause ${at + 1} to`} value={p.to} min={p.from} onChange={event => setPauses(pauses.map((o, i) => i === at ? { ...o, to: event.target.value } : o))} />
              <label className="tick-line"><input type="checkbox" checked={p.yearly === true} onChange={event => setPauses(pauses.map((o, i) => i === at ? { from: o.from, to: o.to, ...(event.target.checked ? { yearly: true } : {}) } : o))} /> every year</label>
              <button type="button" className="button bare small" aria-label={`Remove pause ${at + 1}`} onClick={() => setPauses(pauses.filter((_, i) => i !== at))}><X size={15} aria-hidden /></button>
            </div>
          ))}
          <button type="button" className="button bare small adding" disabled={pauses.length >= 15} onClick={() => { const day = wall(new Date(now).toISOString(), practiceZone).slice(0, 10); setPauses([...pauses, { from: day, to: day }]); }}><Plus size={15} aria-hidden />Add days</button>
          {wrong("pauseDates") && <small className="error">{wrong("pauseDates")}</small>}
        </div>
      </section>
      <section className="card"><h2>Who messages come from</h2><p className="quiet">Where a step does not say it. Left empty: as the practice is set up.</p>{from("name", "Name")}{from("email", "Email address")}{from("phone", "Phone number")}</section>
      <section className="card"><h2>Where it is kept</h2><FolderField workflow={workflow} /></section>
    </div></div>
  );
}

function zones(current: string): string[] {
  const all = typeof Intl.supportedValuesOf === "function" ? Intl.supportedValuesOf("timeZone") : [];
  return ["contact", "practice"].includes(current) || all.includes(current) ? all : [current, ...all];
}
