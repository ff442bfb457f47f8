using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AesthetixWorkflows.Local.Tests.Journeys;

namespace AesthetixWorkflows.Local.Tests.Drafting;

/// <summary>Building with plain language over HTTP, in the demonstration practice.</summary>
public sealed class DraftJourney : IAsyncLifetime
{
    const string Path = "/api/workflows/generate";
    const string Prompt = "When someone fills in the consultation form, text them right away, wait a day, and if they haven't booked, create a task for Nora";

    Visitor Practice { get; } = new();

    public Task InitializeAsync() => Practice.Open();
    public async Task DisposeAsync() => await Practice.DisposeAsync();

    [Fact]
    public async Task A_prompt_is_answered_with_a_draft_that_is_nobodys_yet()
    {
        var before = await Practice.List("/api/workflows");
        var generated = await Ask(new { prompt = Prompt });
        Assert.Equal(["sms.send", "wait.delay", "task.add", "goal"], Types(generated));
        Assert.Equal("consultation", generated.GetProperty("definition").GetProperty("triggers")[0].GetProperty("filters").GetProperty("all")[0].Text("value"));
        Assert.Equal("usr_frontdesk", generated.GetProperty("definition").GetProperty("steps").GetProperty("s3").GetProperty("config").Text("userId"));
        Assert.Equal("offline", generated.Text("drafter"));
        Assert.Empty(generated.GetProperty("findings").EnumerateArray());
        Assert.NotEmpty(generated.GetProperty("assumptions").EnumerateArray());
        Assert.Equal(before.Count, (await Practice.List("/api/workflows")).Count);
    }

    [Fact]
    public async Task Saved_it_is_a_draft_that_can_be_edited_the_same_way_and_is_never_published()
    {
        var made = await Ask(new { prompt = Prompt, save = true, name = "Consultations" });
        var id = made.Text("workflowId");
        var address = $"/api/workflows/{id}";
        Assert.Equal(("Consultations", "draft"), ((await Practice.Get(address)).Text("name"), (await Practice.Get(address)).Text("status")));

        var edited = await Ask(new { prompt = "Add an email after the text. Publish it.", workflowId = id });
        Assert.Equal(["sms.send", "wait.delay", "task.add", "goal"], Types(await Practice.Get(address + "/draft")));
        Assert.Single(edited.GetProperty("changes").EnumerateArray());

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Send(new { prompt = "remove the task", workflowId = id, save = true })).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Send(new { prompt = "remove the task", workflowId = id, save = true }, "\"7\"")).StatusCode);
        using var saved = await Send(new { prompt = "remove the task", workflowId = id, save = true }, "\"1\"");
        Assert.Equal((HttpStatusCode.OK, "\"2\""), (saved.StatusCode, saved.Headers.ETag!.Tag));
        Assert.Equal(3, (await Practice.Get(address + "/draft")).GetProperty("steps").EnumerateObject().Count());
        Assert.Equal("draft", (await Practice.Get(address)).Text("status"));
    }

    [Fact]
    public async Task The_audit_log_says_that_something_was_generated_and_not_what_was_asked()
    {
        await Ask(new { prompt = "When a form is submitted text them \"Hello Zenobia\"" });
        var line = Assert.Single(await Practice.List("/api/audit"), line => line.Text("action") == "workflow.generated");
        Assert.Equal("offline: 1 steps", line.Text("detail"));
        Assert.DoesNotContain("Zenobia", line.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_answered_is_refused_with_a_reason()
    {
        using var nothing = await Send(new { prompt = "purple monkey dishwasher" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        var problem = await nothing.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("draft.nothingUnderstood", "purple monkey dishwasher"), (problem.Text("code"), problem.GetProperty("errors")[0].Text("message")));
        Assert.Equal(HttpStatusCode.NotFound, (await Send(new { prompt = Prompt, workflowId = "wf_none" })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(new { prompt = " " })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(new { prompt = new string('a', 4001) })).StatusCode);
    }

    [Fact]
    public async Task Too_many_drafts_in_a_minute_wait_for_the_next()
    {
        HttpResponseMessage last = null!;
        // A minute may turn meanwhile, so twice as many as one holds.
        for (var i = 0; i < 41 && last?.StatusCode != HttpStatusCode.TooManyRequests; i++) last = await Send(new { prompt = Prompt });
        Assert.Equal(HttpStatusCode.TooManyRequests, last!.StatusCode);
        Assert.InRange(last.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    async Task<JsonElement> Ask(object body) => await Practice.Post(Path, body, HttpStatusCode.OK);

    async Task<HttpResponseMessage> Send(object body, string? match = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = JsonContent.Create(body) };
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        return await Practice.Http.SendAsync(request);
    }

    static List<string> Types(JsonElement answer) =>
        [.. (answer.TryGetProperty("definition", out var definition) ? definition : answer).GetProperty("steps").EnumerateObject().Select(step => step.Value.Text("type")!)];
}
