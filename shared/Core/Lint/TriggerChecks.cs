using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Can anybody get in, and where do they begin?</summary>
internal static class TriggerChecks
{
    public static void Run(Definition definition, ILintCatalogue catalogue, bool addedByOthers, Report report)
    {
        if (!addedByOthers && !definition.Triggers.Any(trigger => trigger.Enabled))
            report.Workflow(LintCodes.NoTrigger, "/triggers", "The workflow has no trigger: contacts enter only when someone adds them.");

        for (var i = 0; i < definition.Triggers.Length; i++)
        {
            var trigger = definition.Triggers[i];
            var pointer = JsonPointer.Below("/triggers", i);
            var spoken = $"The trigger “{trigger.Name ?? trigger.Type}”";
            if (trigger.Type.Length > 0 && !catalogue.TriggerTypes.Contains(trigger.Type))
                report.Workflow(LintCodes.UnknownTrigger, pointer + "/type", $"{spoken} is of an unknown type “{trigger.Type}”.{Nearest.Hint(trigger.Type, catalogue.TriggerTypes)}");
            else
                foreach (var problem in catalogue.CheckTrigger(trigger.Type, trigger.Config))
                    report.Workflow(problem.Code, pointer + "/config" + problem.Pointer, $"{spoken} {problem.Message}");
            if (trigger.Start is not null && definition.Find(trigger.Start) is null)
                report.Workflow(LintCodes.LeadsNowhere, pointer + "/start", $"{spoken} begins at a step that does not exist (“{trigger.Start}”).");
        }

        if (definition.Start is null)
        {
            if (!definition.Triggers.Any(trigger => trigger.Enabled) || definition.Triggers.Any(trigger => trigger is { Enabled: true, Start: null }))
                report.Workflow(LintCodes.NoStart, "/start", "The workflow does not say which step comes first.");
        }
        else if (definition.Find(definition.Start) is null)
            report.Workflow(LintCodes.LeadsNowhere, "/start", $"The workflow begins at a step that does not exist (“{definition.Start}”).");
    }
}
