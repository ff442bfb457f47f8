using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Publishing;

/// <summary>How a change to a workflow ended.</summary>
public abstract record WorkflowDeed
{
    private WorkflowDeed() { }

    /// <param name="Findings">What the check said about the draft, where it was asked.</param>
    /// <param name="Reached">How many enrollments were sent something because of it.</param>
    public sealed record Done(Stored<Workflow> Workflow, IReadOnlyList<Finding> Findings, int Reached = 0) : WorkflowDeed;

    /// <summary>There is no such workflow, or no such version of it, in this practice.</summary>
    public sealed record Missing : WorkflowDeed { public static readonly Missing Instance = new(); }

    /// <summary>Somebody else changed it first.</summary>
    public sealed record Stale : WorkflowDeed { public static readonly Stale Instance = new(); }

    /// <param name="Code"><c>workflow.deleted workflow.notPublished workflow.notPaused workflow.notDeleted</c>.</param>
    public sealed record Refused(string Code) : WorkflowDeed;

    /// <summary>The draft has errors.</summary>
    public sealed record Faulty(IReadOnlyList<Finding> Findings) : WorkflowDeed;
}
