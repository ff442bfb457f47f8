using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Tests.Actions;

public sealed class DeskActionTests
{
    readonly Stage _stage = new();

    async Task<(string Id, WorkTask Task)> Put(string action, string config)
    {
        var held = Assert.IsType<Outcome.Held>(await _stage.Run(action, config));
        Assert.Equal(("waiting.task", !config.Contains("deadline", StringComparison.Ordinal)), (held.Code, held.Open));
        var put = Assert.Single(_stage.Changes.Changes.OfType<Change.Put>(), put => put.Kind == "task");
        Assert.Equal(0, put.ExpectedRevision);
        return (put.Id, Kinds.Task.Read(put.Json));
    }

    /// <summary>The desk has answered; the action is asked again, later and under the same effect.</summary>
    async Task<(Outcome Outcome, Stage Stage)> Again(string action, string config, Func<WorkTask, WorkTask> answer, TimeSpan later = default)
    {
        var (id, task) = await Put(action, config);
        var stage = new Stage { At = Stage.Now + later };
        stage.Records.Add(Kinds.Task, id, answer(task));
        return (await stage.Run(action, config), stage);
    }

    static WorkTask Done(WorkTask task, string? result = null, string? note = null) => task with { CompletedAt = Stage.Now, Result = result, ResultNote = note };

    [Fact]
    public async Task A_call_is_put_on_the_list_and_waited_for()
    {
        _stage.Contact = _stage.Contact! with { AssignedTo = "usr_1" };
        var (_, task) = await Put("manual.call", """{ "purpose": "care", "script": "Ask how she is", "deadline": "P2D" }""");
        Assert.Equal(("call", "Call Ada Lund", "Ask how she is", "usr_1"), (task.Kind, task.Title, task.Script, task.AssignedTo));
        Assert.Equal(("enr_1", "s1", "enr_1/s1/1", "con_1"), (task.EnrollmentId, task.StepId, task.EffectId, task.ContactId));
        // Two days later at the same time on the wall: the clocks change on the 8th.
        Assert.Equal(Stage.Now.AddDays(2).AddHours(-1), task.DueAt!.Value.ToUniversalTime());
        var (type, data) = Assert.Single(_stage.Events);
        Assert.Equal("task.added", type);
        Assert.Null(data["task"]!["script"]);
    }

    [Fact]
    public async Task Without_a_deadline_it_is_waited_for_as_long_as_it_takes()
    {
        var (outcome, stage) = await Again("manual.call", """{ "purpose": "care" }""", task => task, TimeSpan.FromDays(90));
        Assert.True(Assert.IsType<Outcome.Held>(outcome).Until > stage.At);
        Assert.True(stage.Changes.IsEmpty);
    }

    [Fact]
    public async Task A_text_for_the_desk_has_no_owner_and_no_deadline()
    {
        _stage.Contact = _stage.Contact! with { AssignedTo = "usr_1" };
        var (_, task) = await Put("manual.sms", """{ "purpose": "care", "body": "Hi", "assignTo": "desk" }""");
        Assert.Equal(("sms", "Hi", null, null), (task.Kind, task.Script, task.AssignedTo, task.DueAt));
    }

    [Fact]
    public async Task The_same_task_is_found_however_much_later_it_is_asked()
    {
        var (outcome, stage) = await Again("manual.call", """{ "purpose": "care" }""", task => Done(task, "reached", "Wants a call in May"), TimeSpan.FromDays(3));
        Assert.IsType<Outcome.Done>(outcome);
        Assert.Equal(("reached", "Wants a call in May"), (stage.Output!.Value.GetProperty("result").GetString(), stage.Output.Value.GetProperty("note").GetString()));
        Assert.True(stage.Changes.IsEmpty);
    }

    [Theory]
    [InlineData("approved", true)]
    [InlineData("rejected", false)]
    public async Task An_approval_goes_on_and_a_refusal_fails(string result, bool approved)
    {
        var (outcome, stage) = await Again("approval.request", """{ "title": "Offer a discount?", "assignTo": "user", "userId": "usr_2" }""", task => Done(task, result));
        Assert.Equal(approved, outcome is Outcome.Done);
        if (!approved) Assert.Equal(new Outcome.Failed("approval.rejected", false), outcome);
        Assert.Equal(approved, stage.Output!.Value.GetProperty("approved").GetBoolean());
    }

    [Fact]
    public async Task A_text_is_put_before_somebody_and_goes_on_as_they_left_it()
    {
        const string Config = """{ "title": "May this go?", "message": "Asked by Dr. Lund", "text": "Dear Ada, your skin is fine." }""";
        var (_, stage) = await Again("approval.request", Config, task =>
        {
            Assert.Equal(("approval", "Asked by Dr. Lund", "Dear Ada, your skin is fine."), (task.Kind, task.Script, task.Text));
            return Done(task, "approved") with { Text = "Dear Ada, all is well." };
        });
        // Events travel further than records.
        Assert.DoesNotContain("skin", Assert.Single(_stage.Events).Data.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("Dear Ada, all is well.", stage.Output!.Value.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("rejected", 0)]
    [InlineData(null, 1)]
    public async Task Words_that_nobody_approved_are_given_to_nobody(string? result, int days)
    {
        var (_, stage) = await Again("approval.request", """{ "title": "May this go?", "text": "Dear Ada", "deadline": "P1D" }""", task => result is null ? task : Done(task, result), TimeSpan.FromDays(days));
        Assert.False(stage.Output!.Value.TryGetProperty("text", out _));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(""", "onDeadline": "fail" """, "task.expired")]
    public async Task After_the_deadline_it_goes_on_without_it_and_takes_it_off_the_list(string more, string? failure)
    {
        var (outcome, stage) = await Again("manual.call", $$"""{ "purpose": "care", "deadline": "P1D"{{more}} }""", task => task, TimeSpan.FromDays(1));
        Assert.Equal(failure, (outcome as Outcome.Failed)?.Code);
        Assert.Equal(("expired", stage.At), (stage.Written(Kinds.Task).Result, stage.Written(Kinds.Task).CompletedAt));
        Assert.Equal("expired", stage.Output!.Value.GetProperty("result").GetString());
        Assert.Empty(stage.Events);
    }

    [Fact]
    public async Task Whoever_has_no_number_is_not_put_on_the_list()
    {
        _stage.Contact = new Contact();
        Assert.Equal(new Outcome.Skipped("contact.noPhone"), await _stage.Run("manual.call", """{ "purpose": "care" }"""));
        Assert.True(_stage.Changes.IsEmpty);
    }

    [Fact]
    public async Task An_approval_needs_no_contact()
    {
        _stage.Contact = null;
        Assert.Null((await Put("approval.request", """{ "title": "Send the newsletter?" }""")).Task.ContactId);
    }
}
