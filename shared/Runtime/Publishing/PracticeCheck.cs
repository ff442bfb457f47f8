using System.Collections.Immutable;
using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Activities;
using AesthetixWorkflows.Runtime.Facts;
using AesthetixWorkflows.Runtime.Matching;
using AesthetixWorkflows.Runtime.Ports;
using AesthetixWorkflows.Runtime.Referring;

namespace AesthetixWorkflows.Runtime.Publishing;

/// <summary>Everything there is to say about a definition where it is to run: besides the definition itself, what of the practice
/// it names, what the practice's other workflows do with it, and the practice's hours.</summary>
public sealed class PracticeCheck(IDefinitionCheck check, IStore store, ProductCatalogue catalogue, WorkflowBook book, PracticeBook practices)
{
    readonly ReferenceCheck _references = new(store, catalogue);
    readonly Circles _circles = new(book, catalogue);

    public async Task<CheckResult> Check(string practice, string workflowId, JsonElement definition, CancellationToken ct = default)
    {
        var read = check.Check(practice, workflowId, definition);
        var findings = new List<Finding>(read.Findings);
        if (findings.Exists(finding => finding.Code == LintCodes.NoTrigger.Code) && await _circles.IsAddedTo(practice, workflowId, ct))
            findings.RemoveAll(finding => finding.Code == LintCodes.NoTrigger.Code);
        if (definition.ValueKind == JsonValueKind.Object) findings.AddRange(await _references.Run(practice, workflowId, definition, ct));
        if (read.Definition is { } whole)
        {
            findings.AddRange(await _circles.Run(practice, workflowId, whole, ct));
            if (await practices.Find(practice, ct) is { } known)
            {
                findings.AddRange(Hours(whole, known));
                findings.RemoveAll(finding => finding.Code == LintCodes.SensitiveField.Code && IsOpen(known, finding));
            }
        }
        return new(read.Definition, findings);
    }

    /// <summary>What the practice has opened for all its workflows is no fault of one; the finding names the field in quotes, and of what a step retells also where that is from.</summary>
    static bool IsOpen(Practice practice, Finding finding) =>
        finding.Message.Split('“').Skip(1).Any(part => part.IndexOf('”', StringComparison.Ordinal) is > 0 and var end && practice.Opens(part[..end]));

    /// <summary>A text keeps both the workflow's hours and those in which phones may ring: together they may leave none.</summary>
    IEnumerable<Finding> Hours(Definition definition, Practice practice)
    {
        if (definition.Settings.Window is not { } window || window.Hours.Values.All(hours => hours.IsEmpty)) return [];
        var ring = practice.TextHours ?? RingingHours.Default;
        if (window.Hours.Values.Any(hours => hours.Any(open => Stretches.Meet(open, ring)))) return [];
        return definition.Steps.Values.OfType<Step.Act>().Where(step => catalogue.Actions.TryGetValue(step.Type, out var action) && action.Descriptor.ChannelFor(step.Config) == "sms")
            .OrderBy(step => step.Id, StringComparer.Ordinal).Take(1)
            .Select(step => LintCodes.ClosedWindow.At("/settings/window", step.Id, "The workflow's hours lie outside of those in which texts may arrive, so its texts would wait for ever."));
    }
}
