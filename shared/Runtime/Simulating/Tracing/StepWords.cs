using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Runtime.Simulating.Tracing;

/// <summary>Why a line of history says what it says, in words.</summary>
static class StepWords
{
    public static string? Why(LogEntry entry, Step? step) => (entry.What, entry.Code) switch
    {
        (_, null) => null,
        (Happened.Decided, _) => Decided(entry.Code, step),
        (Happened.Skipped or Happened.Failed or Happened.Held or Happened.Unknown or Happened.Retrying or Happened.Finished or Happened.Waiting or Happened.Restarted, _) => CodeWords.Of(entry.Code),
        (Happened.Done, "goal.met") => CodeWords.Of(entry.Code),
        _ => null,
    };

    static string? Decided(string code, Step? step) => (step, code.Split(':')) switch
    {
        (Step.If branching, ["branch", var id]) when branching.Branches.FirstOrDefault(b => b.Id == id) is { } branch =>
            branch.Name is { Length: > 0 } name ? $"{name}: {Narration.Of(branch.When)}" : Narration.Of(branch.When),
        (Step.If { None.Name: { Length: > 0 } name }, ["none"]) => name,
        (Step.Split split, ["share", var id]) when split.Shares.FirstOrDefault(s => s.Id == id) is { } share => $"{share.Name ?? share.Id} ({share.Percent} %)",
        _ => CodeWords.Of(code),
    };
}
