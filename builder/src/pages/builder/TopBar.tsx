import { ArrowLeft, FlaskConical, Rocket, Sparkles } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Link, NavLink, useNavigate, useSearchParams } from "react-router";
import { useBuilder } from "../../canvas/store";
import { Button } from "../../ui/Button";
import { useActiveInView } from "../../ui/useActiveInView";
import { FindingsList } from "./FindingsList";
import { HistoryMenu } from "./HistoryMenu";
import { LiveSwitch } from "./LiveSwitch";
import { NameField } from "./NameField";
import { PublishDialog } from "./PublishDialog";
import { SaveWord } from "./SaveWord";
import { Switcher } from "./Switcher";
import type { Autosave } from "./useAutosave";
import { useNotLive } from "./useNotLive";
import type { WorkflowView } from "./Workbench";

const ChangeDialog = lazy(async () => ({ default: (await import("../../drafting/ChangeDialog")).ChangeDialog }));

const tabs = [["", "Canvas"], ["settings", "Settings"], ["enrollments", "Enrollment history"], ["logs", "Execution logs"], ["statistics", "Statistics"], ["versions", "Versions"]] as const;

/** The name, how it stands, and what can be done with it. */
export function TopBar({ workflow, draft, onDecide }: { workflow: WorkflowView; draft: Autosave; onDecide: () => void }) {
  const [publishing, setPublishing] = useState(false);
  const [changing, setChanging] = useState(false);
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const errors = useBuilder(s => s.findings.filter(f => f.severity === "error").length);
  const readOnly = useBuilder(s => s.readOnly);
  const here = `/workflows/${workflow.id}`;
  const testing = search.has("test");
  const inView = useActiveInView();
  const notLive = useNotLive(workflow, draft);
  return (
    <header className="builder-bar">
      <div className="bar-row">
        <Link to="/workflows" className="tool" aria-label="All workflows" title="All workflows"><ArrowLeft size={18} aria-hidden /></Link>
        <NameField workflow={workflow} />
        <Switcher current={workflow.id} />
        <SaveWord state={draft.state} onDecide={onDecide} />
        <span className="grow" />
        <Button small aria-label="Change using AI" title="Change using AI" disabled={readOnly} onClick={() => setChanging(true)}><Sparkles size={16} aria-hidden /><span className="wide-only">Change using AI</span></Button>
        <Button small aria-label="Test workflow" aria-pressed={testing} onClick={() => navigate(testing ? here : `${here}?test`)}><FlaskConical size={16} aria-hidden /><span>Test<span className="wide-only"> workflow</span></span></Button>
        <LiveSwitch workflow={workflow} onPublish={() => setPublishing(true)} />
        {notLive && <span className="not-live" title="Contacts still get what was published last. Publish to let them have this.">Not live yet</span>}
        <Button look={workflow.status !== "draft" && !notLive ? "plain" : "main"} small onClick={() => setPublishing(true)} {...(errors ? { title: errors === 1 ? "1 finding must be put right first" : `${errors} findings must be put right first` } : {})}><Rocket size={16} aria-hidden />Publish</Button>
      </div>
      <div className="bar-tabs">
        <nav className="builder-tabs" aria-label="Of this workflow" ref={inView}>
          {tabs.map(([to, label]) => <NavLink key={to} to={to ? `${here}/${to}` : here} end data-label={label}>{label}</NavLink>)}
        </nav>
        <div className="row"><HistoryMenu /><FindingsList /></div>
      </div>
      {changing && <Suspense><ChangeDialog workflowId={workflow.id} save={draft.save} onClose={() => setChanging(false)} /></Suspense>}
      {publishing && <PublishDialog workflow={workflow} draft={draft} onClose={() => setPublishing(false)} />}
    </header>
  );
}
