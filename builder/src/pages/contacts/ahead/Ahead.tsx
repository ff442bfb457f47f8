import { useQuery } from "@tanstack/react-query";
import { api, take, type Api } from "../../../api/client";
import { Empty } from "../../../ui/Empty";
import { Loaded } from "../../../ui/Loaded";
import { Section } from "../../../ui/Section";
import { AheadLine } from "./AheadLine";
import { AheadStops } from "./AheadStops";
import "./ahead.css";

/** What the contact will get next, and when: what the front desk can tell on the phone. */
export function Ahead({ contactId }: { contactId: string }) {
  const ahead = useQuery({ queryKey: ["enrollments", "ahead", contactId], refetchInterval: 10_000, queryFn: () => take(api.GET("/api/contacts/{id}/ahead", { params: { path: { id: contactId } } })) });
  return (
    <Section title="What comes next" about="If nobody answers and nothing changes, over the next 90 days.">
      <Loaded query={ahead}>{told => told.enrollments.length === 0 ? <Empty title="Nothing comes by itself">This contact is in no workflow now.</Empty> : <Told ahead={told} />}</Loaded>
    </Section>
  );
}

function Told({ ahead }: { ahead: Api<"ContactAhead"> }) {
  // What is sure is said once; what it depends on, each time.
  const said = new Set<string>();
  const news = (item: Api<"AheadItem">) => item.notes.filter(note => note.code !== "ahead.split" || !said.has(note.words) && said.add(note.words));
  return <>
    {ahead.items.length === 0
      ? <p>No message, call or task comes by itself.</p>
      : <ol className="ahead" aria-label="What comes next">{ahead.items.map((item, at) => <AheadLine key={`${item.workflowId} ${item.stepId} ${at}`} item={item} notes={news(item)} />)}</ol>}
    {ahead.cut && <p className="quiet">{ahead.cut.words}</p>}
    <AheadStops enrollments={ahead.enrollments} />
    <details className="ahead-assumes">
      <summary>What this takes for granted</summary>
      <ul>{ahead.assumes.map(one => <li key={one}>{one}</li>)}</ul>
    </details>
  </>;
}
