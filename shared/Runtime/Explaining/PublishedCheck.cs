using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Explaining;

/// <summary>Is it published, and was it when it mattered?</summary>
static class PublishedCheck
{
    const string Question = "published";

    /// <param name="firstPublished">When its first version was published; null when none was.</param>
    public static ExplainedCheck Of(Asked asked, DateTimeOffset? firstPublished) => asked.Workflow.Body switch
    {
        { DeletedAt: not null } => No("workflow.deleted", "The workflow is deleted. Restore it and publish it."),
        { Version: 0 } => No("workflow.neverPublished", "The workflow has never been published. Switch it from Draft to Published."),
        { Status: WorkflowStatus.Draft } => No("workflow.unpublished", "The workflow was taken back to Draft: nobody enters, and those inside rest."),
        { Status: WorkflowStatus.Paused } => No("workflow.paused", "The workflow is paused: nobody enters, and those inside rest."),
        _ when asked.Event is not null && firstPublished > asked.At =>
            No("workflow.publishedLater", $"The workflow was published on {asked.Clock(firstPublished.Value)}, after this happened. What happened before starts nothing."),
        var workflow => new(Question, Verdict.Ok, "workflow.published", $"The workflow is published (version {workflow.Version})."),
    };

    static ExplainedCheck No(string code, string words) => new(Question, Verdict.Failed, code, words);
}
