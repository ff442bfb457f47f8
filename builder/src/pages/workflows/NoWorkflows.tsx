import { Workflow } from "lucide-react";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";

export function NoWorkflows({ any, deleted, onCreate }: { any: boolean; deleted: boolean; onCreate: () => void }) {
  if (any) return <Empty title="Nothing fits">No workflow fits this search and these filters.</Empty>;
  if (deleted) return <Empty title="Nothing is deleted">What you delete stays here and can be restored.</Empty>;
  return (
    <Empty icon={<Workflow />} title="No workflows yet" action={<Button look="main" onClick={onCreate}>Create workflow</Button>}>
      A workflow sends the right message at the right time, and tells your team when a person is needed. Begin with a template, or say in your own words what should happen.
    </Empty>
  );
}
