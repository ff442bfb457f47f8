using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests.Pages;

/// <summary>Another system answers a step's call later.</summary>
[Collection(nameof(Stand))]
public sealed class ResumeTests(Stand stand)
{
    async Task<(Visit Visit, string Path, string Effect)> Waiting(Func<string, Pending>? pending = null)
    {
        var (visit, id) = (await Visit.Of(stand), Visit.New("enr"));
        var effect = $"{id}/call/1";
        stand.Store.Seed(Belongings.Enrollment(id, "wf_1", Visit.Contact, visit.Practice) with { StepId = "call", Pending = pending?.Invoke(effect) ?? new Pending.Action(effect, 1, null) });
        return (visit, Visit.Path(stand.Pages.Resume(visit.Practice, effect)), effect);
    }

    [Fact]
    public async Task The_answer_is_kept_once_and_wakes_the_enrollment_that_waits()
    {
        var (visit, path, effect) = await Waiting();
        (await visit.Post(path, """{"approved":true}""", "application/json")).Expect(202, "accepted");
        (await visit.Post(path, """{"approved":false}""", "application/json")).Expect(200, "known");
        var kept = await visit.Find(Kinds.Callback, CallbackWait.IdOf(effect));
        Assert.Equal("""{"approved":true}""", kept.Body.GetRawText());
        var sent = Assert.Single(stand.Store.Sent, s => s.EnrollmentId == effect.Split('/')[0]);
        Assert.Equal((SignalKind.TaskDone, effect), Assert.IsType<Input.Signalled>(sent.Input).Signal is var signal ? (signal.Kind, signal.Detail) : default);
    }

    [Fact]
    public async Task Nobody_waits_any_more()
    {
        var (visit, path, _) = await Waiting(effect => new Pending.Action(effect.Replace("call", "other", StringComparison.Ordinal), 1, null));
        Assert.Contains("callback.gone", (await visit.Post(path, "{}", "application/json")).Expect(410).Body, StringComparison.Ordinal);
        Assert.Contains("callback.gone", (await visit.Post(Visit.Path(stand.Pages.Resume(visit.Practice, "enr_9/call/1")), "{}", "application/json")).Expect(410).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 400, "body.missing")]
    [InlineData("[1]", 400, "body.notObject")]
    [InlineData("{\"a\":", 400, "body.notJson")]
    [InlineData("{\"a\":1,\"a\":2}", 400, "body.notJson")]
    public async Task Only_an_object_is_an_answer(string body, int status, string code)
    {
        var (visit, path, _) = await Waiting();
        Assert.Contains(code, (await visit.Post(path, body, "application/json")).Expect(status).Body, StringComparison.Ordinal);
        (await visit.Post(path, $$"""{"x":"{{new string('x', 65_536)}}"}""", "application/json")).Expect(413, "body.tooLarge");
        (await visit.Post(path, """{"still":"taken"}""", "application/json")).Expect(202);
    }

    [Fact]
    public async Task Without_a_token_of_ours_there_is_nothing()
    {
        var (visit, path, _) = await Waiting();
        foreach (var wrong in new[] { "/resume/nobody", path[..^2], path + "A", path.Replace("/resume/", "/resume/x", StringComparison.Ordinal) })
            Assert.Contains("notFound", (await visit.Post(wrong, "{}", "application/json")).Expect(404).Body, StringComparison.Ordinal);
        (await visit.Get(path)).Expect(405);
    }
}
