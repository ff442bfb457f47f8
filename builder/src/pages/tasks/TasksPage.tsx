import { Plus } from "lucide-react";
import { useState } from "react";
import { Button } from "../../ui/Button";
import { Page } from "../../ui/Page";
import { Desk } from "./Desk";
import { NewTask } from "./NewTask";

export function TasksPage() {
  const [asked, setAsked] = useState(false);
  return (
    <Page title="Tasks" intro="What waits for a person: tasks, calls and texts by hand, and approvals. Where a workflow waits for one, its contact goes on when you are done."
      actions={<Button look="main" onClick={() => setAsked(true)}><Plus size={17} aria-hidden /> New task</Button>}>
      <Desk />
      {asked && <NewTask onClose={() => setAsked(false)} />}
    </Page>
  );
}
