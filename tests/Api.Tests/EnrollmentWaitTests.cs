using AesthetixWorkflows.Api.Tests.Pages;
using AesthetixWorkflows.Core.Enrollments;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>What an enrollment is said to wait for while its step was put off.</summary>
[Collection(nameof(Stand))]
public sealed class EnrollmentWaitTests(Stand stand)
{
    [Theory]
    [InlineData("waiting.task", true, 1, "task", false)]
    [InlineData("waiting.task", false, 1, "task", true)]
    [InlineData("waiting.task", false, 2, "task", true)]
    [InlineData("waiting.callback", false, 1, "callback", true)]
    [InlineData("held.quietHours", false, 1, "hold", true)]
    [InlineData(null, false, 2, "retry", true)]
    public async Task It_is_told_for_what_and_until_when_where_there_is_such_a_moment(string? held, bool open, int attempt, string waitsFor, bool known)
    {
        var (key, id) = (await stand.Fresh(), Visit.New("enr"));
        var until = DateTimeOffset.UnixEpoch.AddDays(30);
        stand.Store.Seed(Belongings.Enrollment(id, "wf_1", "con_1", key) with
        {
            StepId = "call", Pending = new Pending.Action($"{id}/call/1", attempt, until, DateTimeOffset.UnixEpoch, held, open),
        });
        var told = (await stand.Send("GET", $"/api/enrollments/{id}", key: key)).Expect(200).Json;
        Assert.Equal((waitsFor, known), (told["waitsFor"]?.ToString(), told["nextAt"] is not null));
    }
}
