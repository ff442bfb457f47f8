using AesthetixWorkflows.Api.Editing;
using AesthetixWorkflows.Api.Problems;
using AesthetixWorkflows.Runtime.Publishing;

namespace AesthetixWorkflows.Api.Workflows;

/// <summary>How a deed on a workflow is answered.</summary>
static class DeedAnswer
{
    public static IResult View(HttpContext http, WorkflowDeed deed) =>
        Of(deed, done => Answer.Tagged(http, done.Workflow.Revision, WorkflowView.Of(done.Workflow)));

    public static IResult Of(WorkflowDeed deed, Func<WorkflowDeed.Done, IResult> done) => deed switch
    {
        WorkflowDeed.Done fine => done(fine),
        WorkflowDeed.Missing => Answer.NotFound,
        WorkflowDeed.Stale => Answer.Stale,
        WorkflowDeed.Refused refused => ProblemResult.Of(Codes.Named(refused.Code)),
        WorkflowDeed.Faulty faulty => new ProblemResult(new(Codes.WorkflowFaulty, Errors:
            [.. faulty.Findings.Select(f => new FieldError(f.Pointer, f.Code, f.Message))], Findings: faulty.Findings)),
        _ => throw new InvalidOperationException($"{deed.GetType().Name} is not known."),
    };
}
