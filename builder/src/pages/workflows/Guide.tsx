import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button";
import { GuideStep } from "./GuideStep";
import { noted, useFirstSteps } from "./useFirstSteps";
import "./guide.css";

/** The first five minutes in a demonstration practice. Ticks itself off; can be put away and brought back. */
export function Guide() {
  const [away, setAway] = useState(() => noted.get("away") !== null);
  const done = useFirstSteps();
  if (!done) return null;
  const put = (next: boolean) => { setAway(next); if (next) noted.set("away", "yes"); else noted.drop("away"); };
  if (away) return <p className="guide-back"><Button small look="bare" onClick={() => put(false)}>Show the first five minutes</Button></p>;
  const steps = [
    { done: done.chosen, title: "Choose a template", words: "Pick one that fits your practice, and fill in its few questions.", to: "/templates", link: "Browse templates" },
    { done: done.published, title: "Publish it", words: "Look at it on the canvas, then press Publish.", to: done.draft ? `/workflows/${done.draft.id}` : "/templates", link: done.draft ? `Open ${done.draft.name}` : "Choose one first" },
    { done: done.submitted, title: "Ask for a consultation", words: "Fill in the form on the practice's website, as a patient would.", to: "/demo/consultation", link: "Open the form", outside: true },
    { done: done.seen, title: "See the messages", words: "What the patient got, as it looked to them. You can answer as the patient.", to: "/conversations", link: "Open Conversations" },
    { done: done.moved, title: "Move the clock", words: "Let a day go by in a second, and watch who waits go on.", to: "/operations", link: "Open Operations" },
  ];
  const left = steps.filter(step => !step.done).length;
  const next = steps.findIndex(step => !step.done);
  return (
    <section className="guide card" aria-label="The first five minutes">
      <div className="guide-head">
        <div><h2>{left === 0 ? "That was the whole journey" : "The first five minutes"}</h2><p className="quiet">{left === 0 ? "Everything here is a demonstration: no message left this machine. Try whatever you like." : "This is a demonstration practice: no message leaves this machine, so try everything."}</p></div>
        <Button look="bare" small className="icon" aria-label="Put the guide away" onClick={() => put(true)}><X size={18} aria-hidden /></Button>
      </div>
      <ol>{steps.map((step, at) => <GuideStep key={step.title} number={at + 1} next={at === next} {...step} />)}</ol>
    </section>
  );
}
