using System.Net;
using AesthetixWorkflows.Local.Tests.Journeys;

namespace AesthetixWorkflows.Local.Tests.Statistics;

/// <summary>What a practice manager looks up over HTTP: figures, the log, and what wants a look.</summary>
public sealed class HistoryJourney : IAsyncLifetime
{
    Visitor Practice { get; } = new();

    public Task InitializeAsync() => Practice.Open();

    public async Task DisposeAsync() => await Practice.DisposeAsync();

    [Fact]
    public async Task Figures_and_the_log_of_the_consultation_request()
    {
        var id = (await Practice.List("/api/workflows")).Single(w => w.Text("name") == "Consultation request").Text("id");
        await Practice.Form("grace@example.test");
        var grace = await Practice.Contact("grace@example.test");
        await Practice.Messages(grace, 2);
        await Practice.Runs(grace, runs => runs.All(r => r.Text("status") == "waiting"));

        var stats = await Practice.Get($"/api/workflows/{id}/stats");
        Assert.Equal(1, stats.GetProperty("enrollments").GetProperty("waiting").GetInt64());
        Assert.Equal((1, 1), (stats.GetProperty("triggers")[0].GetProperty("seen").GetInt32(), stats.GetProperty("triggers")[0].GetProperty("matched").GetInt32()));
        Assert.Equal(1, stats.GetProperty("steps").EnumerateArray().Single(s => s.Text("id") == "s1").GetProperty("messages").GetProperty("sent").GetInt64());
        Assert.Equal(1, stats.GetProperty("steps").EnumerateArray().Single(s => s.Text("id") == "s4").GetProperty("waiting").GetInt64());

        var log = await Practice.List($"/api/workflows/{id}/log");
        Assert.Equal(("waiting", "s4"), (log[0].Text("what"), log[0].Text("stepId")));
        Assert.Equal("enrolled", log[^1].Text("what"));
        Assert.Equal(["s1"], (await Practice.List($"/api/workflows/{id}/log?action=email.send&status=done&contactId={grace}")).Select(l => l.Text("stepId")));
        Assert.Empty(await Practice.List($"/api/workflows/{id}/log?to=2020-01-01T00:00:00Z"));
        var first = await Practice.Get($"/api/workflows/{id}/log?limit=2");
        var second = await Practice.List($"/api/workflows/{id}/log?limit=2&cursor={first.Text("next")}");
        Assert.Equal(log[2].GetRawText(), second[0].GetRawText());

        Assert.Single(await Practice.List($"/api/enrollments?workflowId={id}&stepId=s4&status=waiting"));
        var run = (await Practice.List("/api/enrollments"))[0].Text("id");
        await Practice.Post($"/api/enrollments/{run}/stop", new { });
        await Practice.Runs(grace, runs => runs.All(r => r.Text("status") == "exited"));
        Assert.Single(await Practice.List("/api/enrollments?reason=stopped.operator"));
        Assert.Empty(await Practice.List("/api/enrollments?reason=finished"));
        Assert.Equal(0, (await Practice.Get($"/api/workflows/{id}/review")).GetProperty("failedCount").GetInt64());
    }

    [Theory]
    [InlineData("log?status=perhaps")]
    [InlineData("log?from=soon")]
    [InlineData("log?cursor=abc")]
    [InlineData("log?limit=0")]
    public async Task A_wrong_filter_is_refused_by_name(string query)
    {
        var id = (await Practice.List("/api/workflows"))[0].Text("id");
        using var answer = await Practice.Http.GetAsync($"/api/workflows/{id}/{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
