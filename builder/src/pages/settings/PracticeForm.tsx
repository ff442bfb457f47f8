import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { Loaded } from "../../ui/Loaded";
import { Section } from "../../ui/Section";
import { Wrong } from "../../ui/Wrong";
import { HolidaysInput, type Holiday } from "./HolidaysInput";
import { useSettingsForm } from "./useSettingsForm";
import { StateHoursInput, type StateHours } from "./StateHoursInput";
import { TextWindow, type Window } from "./TextWindow";
import { ZoneInput } from "./ZoneInput";

const pages = [["review", "Public reviews", "Where everybody may write a review."], ["feedback", "Private feedback", "Where a patient tells you alone."], ["invoice", "Invoice", "{id} stands for the invoice."], ["document", "Document to sign", "{id} stands for the document."]] as const;

/** Who the practice is, who its messages come from, and when texts may go. */
export function PracticeForm() {
  const form = useSettingsForm();
  const hours = (form.now["textHours"] ?? { from: "09:00:00", to: "20:00:00" }) as { from?: string; to?: string };
  const page = (form.now["pages"] ?? {}) as Record<string, string | null>;
  const input = (key: string, label: string, type = "text", rest: { required?: boolean; help?: string } = {}) => (
    <Field label={label} error={form.wrong(key)} {...(rest.help ? { help: rest.help } : {})}><input type={type} required={rest.required ?? false} value={form.text(key)} onChange={e => form.set(key, e.target.value)} /></Field>
  );
  return (
    <Loaded query={form.query}>{() => (
      <form onSubmit={e => { e.preventDefault(); form.save.mutate(); }}>
        <Section title="Practice">
          <div className="two">{input("name", "Name", "text", { required: true })}<Field label="Time zone" error={form.wrong("timeZone")}><ZoneInput value={form.text("timeZone")} required onChange={zone => form.set("timeZone", zone)} /></Field>
            <Field label="Dates in messages" help="Where a text does not say how." error={form.wrong("dateStyle")}><select value={form.text("dateStyle")} onChange={e => form.set("dateStyle", e.target.value)}><option value="international">Tue 24 Nov 2026, 15:00</option><option value="american">Tue, Nov 24, 2026 at 3:00 PM</option></select></Field>
            {input("phone", "Phone", "tel")}{input("email", "Email", "email")}{input("website", "Website or booking page", "url")}{input("address", "Address")}{input("postalAddress", "Postal address", "text", { help: "Stands under marketing emails, as the law asks. The address above when left empty." })}</div>
        </Section>
        <Section title="Senders" about="Who messages come from, unless a workflow says otherwise.">
          <div className="two">{input("senderName", "Name")}{input("senderEmail", "Email", "email")}{input("senderPhone", "Number for texts", "tel")}</div>
        </Section>
        <Section title="Quiet hours" about="Texts arrive within these hours where the patient is: by the contact's time zone or address, else by the phone number and the practice both. A text that falls outside waits. Both the same means all day.">
          <div className="two">
            <Field label="Texts from"><input type="time" required value={hours.from?.slice(0, 5) ?? ""} onChange={e => form.set("textHours", { ...hours, from: `${e.target.value}:00` })} /></Field>
            <Field label="Texts until"><input type="time" required value={hours.to?.slice(0, 5) ?? ""} onChange={e => form.set("textHours", { ...hours, to: `${e.target.value}:00` })} /></Field>
          </div>
          {hours.from && hours.from.slice(0, 5) === hours.to?.slice(0, 5) && <p className="warned">Texts may go at any hour now, also at night.</p>}
          <TextWindow error={form.wrong("textWindow")} value={form.now["textWindow"] as Window | null | undefined} onChange={window => form.set("textWindow", window)} />
          {Array.isArray(form.now["stateHours"]) && <StateHoursInput value={form.now["stateHours"] as StateHours[]} wrong={at => form.wrong(`stateHours/${at}`)} onChange={states => form.set("stateHours", states)} />}
          {Array.isArray(form.now["holidays"]) && <HolidaysInput wrong={form.wrong} value={form.now["holidays"] as Holiday[]} onChange={days => form.set("holidays", days)} />}
        </Section>
        <Section title="Pages" about="Pages that messages link to.">
          <div className="two">{pages.map(([key, label, help]) => <Field key={key} label={label} help={help} optional error={form.wrong(`pages/${key}`)}><input type="url" value={page[key] ?? ""} onChange={e => form.set("pages", { ...page, [key]: e.target.value || null })} /></Field>)}</div>
        </Section>
        <div className="save-bar"><Wrong error={form.save.error} /><Button look="main" type="submit" disabled={!form.dirty || form.save.isPending}>Save</Button>{form.dirty && <span className="quiet">Not saved yet</span>}</div>
      </form>
    )}</Loaded>
  );
}
