using System.Collections.Immutable;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Core.Lint;

/// <summary>Collects findings and names steps the way the front desk does.</summary>
internal sealed class Report
{
    readonly List<Finding> _findings = [];

    public ImmutableArray<Finding> Findings => [.. _findings];

    public void Workflow(FindingCode code, string pointer, string message) => _findings.Add(code.At(pointer, null, message));

    /// <param name="below">Pointer below the step, for example <c>/next</c>.</param>
    /// <param name="message">Goes on from <c>The step “Confirmation” …</c>.</param>
    public void Step(FindingCode code, Step step, string below, string message) =>
        _findings.Add(code.At(JsonPointer.Below("/steps", step.Id) + below, step.Id, $"The step {Name(step)} {message}"));

    public static string Name(Step step) => step.Name is { Length: > 0 } name ? $"“{name}”" : $"“{step.Type}” ({step.Id})";
}
