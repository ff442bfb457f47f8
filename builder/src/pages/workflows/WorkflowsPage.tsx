import { FileUp, LayoutTemplate, Plus, Sparkles } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { CreateDialog } from "./CreateDialog";
import { GenerateDialog } from "../../drafting/GenerateDialog";
import { Guide } from "./Guide";
import { ImportDialog } from "./ImportDialog";
import { WorkflowList } from "./WorkflowList";
import "./workflows.css";

export function WorkflowsPage() {
  const [asked, setAsked] = useState<"create" | "generate" | "import" | null>(null);
  const go = useNavigate();
  const close = () => setAsked(null);
  return (
    <Page title="Workflows" wide actions={<>
      <Button look="bare" onClick={() => setAsked("import")}><FileUp size={17} aria-hidden /> Import</Button>
      <Button onClick={() => void go("/templates")}><LayoutTemplate size={17} aria-hidden /> Browse templates</Button>
      <Button onClick={() => setAsked("generate")}><Sparkles size={17} aria-hidden /> Build using AI</Button>
      <Button look="main" onClick={() => setAsked("create")}><Plus size={17} aria-hidden /> Create workflow</Button>
    </>}>
      <Guide />
      <WorkflowList onCreate={() => setAsked("create")} />
      <CreateDialog open={asked === "create"} onClose={close} />
      <GenerateDialog open={asked === "generate"} onClose={close} />
      <ImportDialog open={asked === "import"} onClose={close} />
    </Page>
  );
}
