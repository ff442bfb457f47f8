using System.Xml;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Runtime.Simulating.Tracing;

namespace AesthetixWorkflows.Local.Tests.Recipes;

/// <summary>A trace in the short lines of a recipe's trial.</summary>
static class Brief
{
    public static IReadOnlyList<string> Of(SimulationTrace trace, Definition definition) =>
        trace.Enrollments.Count == 0 ? [$"= not enrolled {(trace.Trigger?.Why ?? trace.Refused)?.Code}"]
        : [
            .. trace.Lines.Select(line => (line.At, Words: Words(line, definition))).Where(line => line.Words is not null).Select(line => $"{Since(trace.StartedAt, line.At)} {line.Words}"),
            .. trace.Enrollments.Select(end => $"= {end.Status.ToString().ToLowerInvariant()} {end.Reason?.Code ?? end.StepName}"),
        ];

    static string? Words(TraceLine line, Definition definition) => (line.What, definition.Find(line.StepId)) switch
    {
        (Happened.Done, _) when line.Messages is [var message, ..] => $"{(message.Purpose == "team" ? "notify" : message.Channel)} {line.StepName}",
        (Happened.Done, Step.Goal) => null,
        (Happened.Done, _) => $"do {line.StepName}",
        (Happened.Skipped, _) => $"skip {line.StepName}: {line.Code}",
        (Happened.Failed, _) => $"fail {line.StepName}: {line.Code}",
        (Happened.Retrying, _) => $"retry {line.StepName}: {line.Code}",
        (Happened.Held, _) => $"hold {line.StepName}: {line.Code}",
        (Happened.Resumed, Step.WaitReply or Step.WaitLink or Step.WaitEmail or Step.WaitCondition) => $"met {line.StepName}",
        (Happened.Resumed, Step.WaitInvoice) when line.Code is not null => $"met {line.StepName}",
        (Happened.TimedOut, _) => $"timeout {line.StepName}",
        (Happened.Decided, Step.If branching) => $"if {line.StepName}: {(line.Code is ['b', 'r', 'a', 'n', 'c', 'h', ':', .. var id] ? branching.Branches.Single(b => b.Id == id).Name : branching.None.Name)}",
        (Happened.Decided, _) => $"split {line.StepName}: {line.Code}",
        (Happened.Jumped, _) when line.Code is ['g', 'o', 'a', 'l', ':', .. var goal] => $"goal {definition.Find(goal)!.Name}",
        (Happened.Restarted, _) => $"restart {line.Code}",
        _ => null,
    };

    static string Since(DateTimeOffset start, DateTimeOffset at) => at == start ? "P0D" : XmlConvert.ToString(at - start);
}
