import { ArrowLeft, FlaskConical, Rocket, Sparkles } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Link, NavLink, useNavigate, useSearchParams } from "react-router";
import { useBuilder } from "../../canvas/store";
import { Button } from "../../ui/Button";
import { useActiveInView } from "../../ui/useActiveInView";
import { useNarrow } from "../../ui/useNarrow";
import { FindingsList } from "./FindingsList";
import { HistoryMenu } from "./HistoryMenu";
import { LiveSwitch } from "./LiveSwitch";
import { MoreMenu } from "./MoreMenu";
import { NameField } from "./NameField";
import { PublishDialog } from "./PublishDialog";
import { SaveWord } from "./SaveWord";
import { Switcher } from "./Switcher";
import type { Autosave } from "./useAutosave";
import { useNotLive } from "./useNotLive";
import { liveWord } from "./words";
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
  const [narrow, phone] = [useNarrow(64), useNarrow(40)];
  const test = () => void navigate(testing ? here : `${here}?test`);
  const saved = <SaveWord state={draft.state} onDecide={onDecide} />;
  const notLiveYet = notLive && <span className="not-live" title="Contacts still get what was published last. Publish to let them have this.">Not live yet</span>;
  return (
    <header className="builder-bar">
      <div className="bar-row">
        <Link to="/workflows" className="tool" aria-label="All workflows" title="All workflows"><ArrowLeft size={18} aria-hidden /></Link>
        {narrow
          ? <div className="name-and-state"><NameField workflow={workflow} /><div className="state-line">{!(phone && notLive && workflow.status === "published") && <span>{liveWord(workflow.status)}</span>}{notLiveYet}{saved}</div></div>
          : <><NameField workflow={workflow} /><Switcher current={workflow.id} />{saved}<span className="grow" /></>}
        {!phone && <>
          <Button small aria-label="Change using AI" title="Change using AI" disabled={readOnly} onClick={() => setChanging(true)}><Sparkles size={16} aria-hidden /><span className="wide-only">Change using AI</span></Button>
          <Button small aria-label="Test workflow" aria-pressed={testing} onClick={test}><FlaskConical size={16} aria-hidden /><span>Test<span className="wide-only"> workflow</span></span></Button>
        </>}
        {!narrow && <><LiveSwitch workflow={workflow} onPublish={() => setPublishing(true)} />{notLiveYet}</>}
        <Button look={workflow.status !== "draft" && !notLive ? "plain" : "main"} small onClick={() => setPublishing(true)} {...(errors ? { title: errors === 1 ? "1 finding must be put right first" : `${errors} findings must be put right first` } : {})}><Rocket size={16} aria-hidden />Publish</Button>
        {narrow && <MoreMenu workflow={workflow} phone={phone} testing={testing} readOnly={readOnly} onTest={test} onChange={() => setChanging(true)} />}
      </div>
      <div className="bar-tabs">
        <nav className="builder-tabs" aria-label="Of this workflow" ref={inView}>
          {tabs.map(([to, label]) => <NavLink key={to} to={to ? `${here}/${to}` : here} end data-label={label}>{label}</NavLink>)}
        </nav>
        <div className="row bar-tools"><HistoryMenu /><FindingsList /></div>
      </div>
      {changing && <Suspense><ChangeDialog workflowId={workflow.id} save={draft.save} onClose={() => setChanging(false)} /></Suspense>}
      {publishing && <PublishDialog workflow={workflow} draft={draft} onClose={() => setPublishing(false)} />}
    </header>
  );
}
