namespace AesthetixWorkflows.Local.Tests.Triggers;

/// <summary>The opportunity triggers of the goal table, row by row.</summary>
public sealed class OpportunityTriggerTests : TriggerTests
{
    static readonly object Sale = new
    {
        opportunity = new { id = "opp_1", name = "Peel", pipelineId = "p1", stageId = "s1", status = "lost", value = 500, source = "web", assignedTo = "usr_1", lostReason = "price", fromStatus = "open", fromStageId = "s0" },
        change = new { fields = new[] { "status", "lostReason" }, before = new { status = "open" }, after = new { status = "lost" } },
    };

    [Theory]
    [InlineData("opportunity.created", "opportunity.assignedTo", "is", "usr_1")]
    [InlineData("opportunity.created", "contact.tags", "notContains", "vip")]
    [InlineData("opportunity.created", "opportunity.pipelineId", "is", "p1")]
    [InlineData("opportunity.created", "opportunity.stageId", "is", "s1")]
    [InlineData("opportunity.created", "opportunity.value", "gt", 499)]
    [InlineData("opportunity.created", "opportunity.value", "lte", 500)]
    [InlineData("opportunity.created", "opportunity.status", "is", "lost")]
    [InlineData("opportunity.created", "opportunity.source", "is", "web")]
    [InlineData("opportunity.changed", "change.fields", "contains", "status")]
    [InlineData("opportunity.changed", "opportunity.lostReason", "is", "price")]
    [InlineData("opportunity.status.changed", "opportunity.fromStatus", "is", "open")]
    [InlineData("opportunity.status.changed", "opportunity.status", "is", "lost")]
    [InlineData("opportunity.status.changed", "opportunity.value", "gte", 500)]
    [InlineData("opportunity.stage.changed", "opportunity.stageId", "is", "s1")]
    [InlineData("opportunity.stage.changed", "opportunity.fromStageId", "is", "s0")]
    [InlineData("opportunity.stage.changed", "opportunity.assignedTo", "notEmpty", "")]
    [InlineData("opportunity.stale", "opportunity.stageId", "is", "s1")]
    public Task Opportunity_created_changed_status_stage_and_stale_filter_by_their_rows(string type, string field, string op, object value) => Parts(type, field, op, value, Sale);
}
