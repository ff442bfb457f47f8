import { Link } from "react-router";
import type { Api } from "../../../api/client";
import { When } from "../../../ui/When";
import { StepIcon } from "../../templates/StepIcon";

const kinds: Record<Api<"AheadKind">, [icon: string, words: string]> = {
  text: ["sms", "Text"], email: ["email", "Email"], call: ["manual.call", "Call by the team"], textByHand: ["manual.sms", "Text by the team"], task: ["task", "Task for the team"],
};

const hindered: Record<Exclude<Api<"AheadVerdict">, "goes">, string> = { skipped: "Would not go", failed: "Would not go", held: "Waits" };

/** One thing that comes, or would come but for what is said beneath. */
export function AheadLine({ item, notes }: { item: Api<"AheadItem">; notes: Api<"Reason">[] }) {
  const [icon, kind] = kinds[item.kind];
  const goes = item.verdict === "goes";
  return (
    <li className={goes ? "" : "not"}>
      <StepIcon type={icon} />
      <div>
        <div className="ahead-head"><strong>{kind}{item.title && `: ${item.title}`}</strong><span className="ahead-when"><When at={item.at} /> <span className="quiet"><When at={item.at} ago /></span></span></div>
        {item.why && <p className="ahead-why">{item.verdict === "goes" ? <>Put off{item.dueAt && <> from <When at={item.dueAt} /></>}: </> : `${hindered[item.verdict]}: `}{item.why.words}</p>}
        {item.text && (item.kind === "email" ? <details><summary>What it says</summary><p className="ahead-words">{item.text}</p></details> : <p className="ahead-words">{item.text}</p>)}
        {notes.map(note => <p key={note.words} className="ahead-why">{note.words}</p>)}
        <p className="ahead-from">{item.stepName ? <>“{item.stepName}” in </> : "From "}<Link to={`/workflows/${item.workflowId}${item.enrollmentId ? `?enrollment=${item.enrollmentId}` : ""}`}>{item.workflowName}</Link></p>
      </div>
    </li>
  );
}
