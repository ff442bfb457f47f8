using System.Net;
using System.Text.Json;
using AesthetixWorkflows.Local.Tests.Journeys;

namespace AesthetixWorkflows.Local.Tests.Jobs;

/// <summary>Bulk work over HTTP, in the demonstration practice.</summary>
public sealed class JobJourney : IAsyncLifetime
{
    Visitor Practice { get; } = new();

    public Task InitializeAsync() => Practice.Open();

    public async Task DisposeAsync() => await Practice.DisposeAsync();

    [Fact]
    public async Task A_list_of_contacts_goes_in_and_comes_out_again()
    {
        var workflow = await Workflow();
        var people = new List<string>();
        for (var i = 0; i < 12; i++) people.Add((await Practice.Post("/api/contacts", new { firstName = $"P{i}", tags = new[] { "list" } }, HttpStatusCode.Created)).Text("id")!);
        var job = await Practice.Post("/api/enrollments/bulk", new { workflowId = workflow, tag = "list" });
        Assert.Equal(("enroll", "running"), (job.Text("type"), job.Text("status")));
        var done = await Over(job);
        Assert.Equal((12, 12, 0), (done.GetProperty("total").GetInt32(), done.GetProperty("succeeded").GetInt32(), done.GetProperty("refused").GetInt32()));
        var first = await Practice.Get($"/api/jobs/{job.Text("id")}/results?limit=10");
        var rest = await Practice.List($"/api/jobs/{job.Text("id")}/results?limit=10&cursor={first.Text("next")}");
        Assert.Equal(Enumerable.Reverse(people), first.GetProperty("items").EnumerateArray().Concat(rest).Select(r => r.Text("target")!));

        // Nobody has an email or a phone, so they all soon wait a day.
        await Visitor.Until(() => Practice.List($"/api/enrollments?workflowId={workflow}&status=waiting"), list => list.Count == 12);
        Assert.Equal(12, (await Practice.List($"/api/enrollments?workflowId={workflow}&status=waiting,paused")).Count);
        Assert.Empty(await Practice.List($"/api/enrollments?workflowId={workflow}&status=paused,exited"));
        var stop = await Practice.Post("/api/enrollments/bulk/stop", new { workflowId = workflow, filter = new { statuses = new[] { "waiting", "paused" } }, reason = "campaign over" });
        Assert.Equal(12, (await Over(stop)).GetProperty("succeeded").GetInt32());
        await Visitor.Until(() => Practice.List($"/api/enrollments?workflowId={workflow}&status=exited"), list => list.Count == 12);
        Assert.Equal(2, (await Practice.List("/api/jobs")).Count);
        Assert.Contains(await Practice.List("/api/audit"), line => line.Text("action") == "job.enroll" && line.Text("subject") == job.Text("id"));
    }

    [Fact]
    public async Task A_job_can_be_paused_resumed_and_cancelled()
    {
        var ann = (await Practice.Post("/api/contacts", new { firstName = "Ann" }, HttpStatusCode.Created)).Text("id");
        var start = (await Practice.Now()).AddDays(1);
        var job = (await Practice.Post("/api/enrollments/bulk", new { workflowId = await Workflow(), contactIds = new[] { ann }, startAt = start, batch = 1, every = "PT1H", hours = new { days = new[] { "mon" }, from = "09:00", to = "10:00" } })).Text("id");
        Assert.Equal(start, (await Practice.Get($"/api/jobs/{job}")).GetProperty("nextAt").GetDateTimeOffset());
        Assert.Equal("paused", (await Practice.Post($"/api/jobs/{job}/pause", new { }, HttpStatusCode.OK)).Text("status"));
        Assert.Equal("running", (await Practice.Post($"/api/jobs/{job}/resume", new { }, HttpStatusCode.OK)).Text("status"));
        Assert.Equal("cancelled", (await Practice.Post($"/api/jobs/{job}/cancel", new { }, HttpStatusCode.OK)).Text("status"));
        Assert.Equal("job.over", (await Practice.Post($"/api/jobs/{job}/resume", new { }, HttpStatusCode.Conflict)).Text("code"));
    }

    [Theory]
    [InlineData("", """{}""", "/workflowId")]
    [InlineData("", """{"workflowId":"WF"}""", "/contactIds")]
    [InlineData("", """{"workflowId":"WF","contactIds":[]}""", "/contactIds")]
    [InlineData("", """{"workflowId":"WF","contactIds":[" "]}""", "/contactIds")]
    [InlineData("", """{"workflowId":"WF","contactIds":["a"],"tag":"b"}""", "/contactIds")]
    [InlineData("", """{"workflowId":"WF","tag":" "}""", "/tag")]
    [InlineData("", """{"workflowId":"WF","tag":"b","batch":0}""", "/batch")]
    [InlineData("", """{"workflowId":"WF","tag":"b","batch":5}""", "/every")]
    [InlineData("", """{"workflowId":"WF","tag":"b","every":"PT1H"}""", "/batch")]
    [InlineData("", """{"workflowId":"WF","tag":"b","batch":5,"every":"soon"}""", "/every")]
    [InlineData("", """{"workflowId":"WF","tag":"b","hours":{"days":[]}}""", "/hours")]
    [InlineData("/stop", """{"workflowId":"WF"}""", "/enrollmentIds")]
    [InlineData("/stop", """{"workflowId":"WF","filter":{},"stepId":"s1"}""", "/stepId")]
    [InlineData("/move", """{"workflowId":"WF","filter":{}}""", "/stepId")]
    public async Task What_cannot_be_done_is_refused_by_its_place(string path, string body, string pointer)
    {
        var problem = await Practice.Post($"/api/enrollments/bulk{path}", JsonElement.Parse(body.Replace("WF", await Workflow(), StringComparison.Ordinal)), HttpStatusCode.BadRequest);
        Assert.Equal(pointer, problem.GetProperty("errors")[0].Text("pointer"));
    }

    async Task<string> Workflow() => (await Practice.List("/api/workflows")).Single(w => w.Text("name") == "Consultation request").Text("id")!;

    Task<JsonElement> Over(JsonElement job) => Visitor.Until(() => Practice.Get($"/api/jobs/{job.Text("id")}"), j => j.Text("status") == "done");
}
