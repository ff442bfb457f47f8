using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Is there somebody to do it for: not before anybody was found, and not after the contact was deleted?</summary>
internal static class ContactChecks
{
    public static void Run(Definition definition, StepGraph graph, ILintCatalogue catalogue, Report report)
    {
        foreach (var delete in Acts(definition).Where(step => catalogue.DeletesContact(step.Type)))
            if (graph.After(graph.From(delete.Id).Where(edge => edge.Below == "/next").Select(edge => edge.Target), _ => true).FirstOrDefault(step => step is Step.Act { Enabled: true } && step.Id != delete.Id) is { } late)
                report.Step(LintCodes.AfterDelete, late, "", $"comes after {Report.Name(delete)}, which deletes the contact, so it never runs.");

        var triggers = definition.Triggers.Where(trigger => trigger.Enabled && catalogue.TriggerTypes.Contains(trigger.Type)).ToList();
        if (triggers.Count == 0 || triggers.Exists(trigger => catalogue.IsAboutContact(trigger.Type))) return;
        var alone = graph.After(triggers.Select(trigger => trigger.Start ?? definition.Start), step => step is not Step.Act act || !catalogue.BringsContact(act.Type));
        if (alone.OfType<Step.Act>().FirstOrDefault(step => step.Enabled && catalogue.ActionTypes.Contains(step.Type) && !catalogue.BringsContact(step.Type) && catalogue.NeedsContact(step.Type)) is { } nobodys)
            report.Step(LintCodes.NobodyThere, nobodys, "", "needs a contact, but nothing before it brings one: it would be passed over.");
    }

    static IEnumerable<Step.Act> Acts(Definition definition) =>
        definition.Steps.Values.OfType<Step.Act>().Where(step => step.Enabled).OrderBy(step => step.Id, StringComparer.Ordinal);
}
