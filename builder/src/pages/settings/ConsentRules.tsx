import { Button } from "../../ui/Button";
import { Field } from "../../ui/Field";
import { ListInput } from "../../ui/ListInput";
import { Loaded } from "../../ui/Loaded";
import { Section } from "../../ui/Section";
import { Tick } from "../../ui/Tick";
import { Wrong } from "../../ui/Wrong";
import { CapsInput, type Cap } from "./CapsInput";
import { useSettingsForm } from "./useSettingsForm";

const answers = [["stop", "STOP", "You will get no more texts from {practice}. Reply START to get them again."], ["start", "START", "You get texts from {practice} again. Reply STOP to opt out."], ["help", "HELP", "This is {practice}. Call us at {phone}. Reply STOP to opt out."]] as const;
type Courtesies = Record<string, { on?: boolean; text?: string | null } | null | undefined>;

/** How much advertising, with whose yes, and what answers STOP, START and HELP. */
export function ConsentRules() {
  const form = useSettingsForm();
  const consent = (form.now["marketingConsent"] ?? ["sms"]) as string[];
  const courtesies = (form.now["courtesies"] ?? {}) as Courtesies;
  return (
    <Loaded query={form.query}>{({ value }) => !Array.isArray(value["caps"])
      ? <Section title="Consent and opt-out"><p>Advertising by text needs a recorded consent of the contact. STOP ends texts at once, START lets them come again, and both are answered by themselves. Every contact's consents are on their page.</p></Section>
      : (
        <form onSubmit={e => { e.preventDefault(); form.save.mutate(); }}>
          <Section title="Consent" about="Messages about visits and treatment may always go, unless the contact objected.">
            <p className="label">Advertising needs a recorded yes by</p>
            {[["sms", "Text"], ["email", "Email"]].map(([channel, label]) => <Tick key={channel} label={label} checked={consent.includes(channel!)} onChange={e => form.set("marketingConsent", e.target.checked ? [...consent, channel] : consent.filter(one => one !== channel))} />)}
            <CapsInput value={(form.now["caps"] ?? []) as Cap[]} onChange={caps => form.set("caps", caps)} />
          </Section>
          <Section title="Opt-out" about="What answers these words by itself. {practice} and {phone} stand for the practice's.">
            {answers.map(([key, word, usual]) => <div key={key}>
              <Tick label={`Answer ${word}`} checked={courtesies[key]?.on !== false} onChange={e => form.set("courtesies", { ...courtesies, [key]: { ...courtesies[key], on: e.target.checked } })} />
              {courtesies[key]?.on !== false && <Field label={`Words after ${word}`} optional><textarea rows={2} placeholder={usual} value={courtesies[key]?.text ?? ""} onChange={e => form.set("courtesies", { ...courtesies, [key]: { on: true, text: e.target.value || null } })} /></Field>}
            </div>)}
            <Field label="More words that mean STOP" optional help="With commas between."><ListInput values={(form.now["moreStopWords"] ?? []) as string[]} onValues={words => form.set("moreStopWords", words)} /></Field>
            <Field label="Remind how to opt out every so many days" optional help="From 1 to 60; 30 is usual. Empty: never by itself." error={form.wrong("optOutNoticeDays")}><input type="number" min={1} max={60} value={form.text("optOutNoticeDays")} onChange={e => form.set("optOutNoticeDays", e.target.value === "" ? null : Number(e.target.value))} /></Field>
          </Section>
          <Section title="Private values" about="Facts such as a date of birth or what a patient wrote stay out of texts and of calls to other systems, unless they are named here.">
            <Field label="Private merge fields that may leave" optional help="With commas between, such as contact.dateOfBirth. A star lets all of them out."><ListInput values={(form.now["openFields"] ?? []) as string[]} spellCheck={false} onValues={fields => form.set("openFields", fields)} /></Field>
          </Section>
          <div className="save-bar"><Wrong error={form.save.error} /><Button look="main" type="submit" disabled={!form.dirty || form.save.isPending}>Save</Button>{form.dirty && <span className="quiet">Not saved yet</span>}</div>
        </form>
      )}</Loaded>
  );
}
