using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Referring;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Matching;

namespace AesthetixWorkflows.Runtime.Referring;

/// <summary>Workflows that let contacts into each other in a circle: by Add to Workflow, or by a tag that one adds or removes
/// and the other waits for. Follows only what the checked definition leads to; published ones are at hand as they are.</summary>
public sealed class Circles(WorkflowBook book, ProductCatalogue catalogue)
{
    readonly RecordUses _uses = new(catalogue);

    public async Task<IReadOnlyList<Finding>> Run(string practice, string workflowId, Definition definition, CancellationToken ct = default)
    {
        var triggers = await book.Triggers(practice, ct);
        var names = (await book.All(practice, ct)).ToDictionary(workflow => workflow.Id, workflow => workflow.Body.Name);
        var findings = new List<Finding>();
        foreach (var way in Ways(definition).DistinctBy(way => way.Step.Id))
            if (await Back(practice, workflowId, definition, way, triggers, ct) is { } path)
                findings.Add(LintCodes.WorkflowCircle.At(JsonPointer.Below("/steps", way.Step.Id), way.Step.Id,
                    $"The step {Called(way.Step)} leads back to this workflow: {string.Join(" → ", path.Select(id => $"“{names.GetValueOrDefault(id, "this workflow")}”"))}. Contacts may go round and round."));
        return findings;
    }

    /// <summary>Whether another published workflow adds contacts to this one.</summary>
    public async Task<bool> IsAddedTo(string practice, string workflowId, CancellationToken ct = default)
    {
        foreach (var other in await book.All(practice, ct))
            if (other.Id != workflowId && await Published(practice, other.Id, ct) is { } definition && Ways(definition).Any(way => way.Workflow == workflowId)) return true;
        return false;
    }

    /// <summary>Breadth first, so that the shortest circle is told.</summary>
    async Task<IReadOnlyList<string>?> Back(string practice, string home, Definition own, Way first, TriggerIndex triggers, CancellationToken ct)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>();
        if (Visit(first, home)) return [home, home];
        while (open.TryDequeue(out var id))
            if (await Published(practice, id, ct) is { } definition)
                foreach (var way in Ways(definition))
                    if (Visit(way, id)) return Path(id);
        return null;

        bool Visit(Way way, string from)
        {
            foreach (var target in Targets(way, home, own, triggers))
            {
                if (target == home) return true;
                if (cameFrom.TryAdd(target, from)) open.Enqueue(target);
            }
            return false;
        }

        List<string> Path(string last)
        {
            var path = new List<string> { home };
            for (var at = last; at != home; at = cameFrom[at]) path.Insert(0, at);
            path.Insert(0, home);
            return path;
        }
    }

    static IEnumerable<string> Targets(Way way, string home, Definition own, TriggerIndex triggers) =>
        way.Workflow is { } workflow ? [workflow]
        : triggers.OfType(way.Event!).Where(entry => entry.WorkflowId != home && LetsIn(entry.Trigger, way)).Select(entry => entry.WorkflowId)
            .Concat(own.Triggers.Any(trigger => trigger.Enabled && trigger.Type == way.Event && LetsIn(trigger, way)) ? [home] : []);

    /// <summary>A trigger that asks for other tags is not meant; one that asks for none takes all.</summary>
    static bool LetsIn(TriggerDefinition trigger, Way way) =>
        Tags(trigger.Filters).ToList() is var asked && (asked.Count == 0 || way.Tag is null || asked.Contains(way.Tag, StringComparer.OrdinalIgnoreCase));

    static IEnumerable<string> Tags(Condition filters) => filters switch
    {
        Condition.All { Items.IsDefault: false } all => all.Items.SelectMany(Tags),
        Condition.Any { Items.IsDefault: false } any => any.Items.SelectMany(Tags),
        Condition.Test { Field: "tag.name", Op: "is" or "anyOf", Value: var value } => value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!.Trim()],
            JsonValueKind.Array => value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!.Trim()),
            _ => [],
        },
        _ => [],
    };

    /// <summary>Where the steps of a workflow may let contacts in.</summary>
    IEnumerable<Way> Ways(Definition definition)
    {
        foreach (var step in definition.Steps.Values.OfType<Step.Act>().Where(step => step.Enabled).OrderBy(step => step.Id, StringComparer.Ordinal))
        {
            var tags = step.Type switch { "contact.tag.add" => "contact.tag.added", "contact.tag.remove" => "contact.tag.removed", _ => null };
            if (step.Type != "workflow.add" && tags is null) continue;
            foreach (var use in _uses.In(step.Type, step.Config))
                if (tags is null && use.Kind == "workflow") yield return new(step, use.Id, null, null);
                else if (tags is not null && use.Kind == "tag") yield return new(step, null, tags, use.Id);
        }
    }

    async ValueTask<Definition?> Published(string practice, string id, CancellationToken ct) =>
        await book.Workflow(practice, id, ct) is { Body: { Status: WorkflowStatus.Published, DeletedAt: null, Version: > 0 } workflow } ? await book.Version(practice, id, workflow.Version, ct) : null;

    static string Called(Step step) => step.Name is { Length: > 0 } name ? $"“{name}”" : $"“{step.Type}” ({step.Id})";

    /// <param name="Event">What adding or removing the tag raises.</param>
    sealed record Way(Step.Act Step, string? Workflow, string? Event, string? Tag);
}
