using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AesthetixWorkflows.Local.Tests.Journeys;

namespace AesthetixWorkflows.Local.Tests.Referring;

/// <summary>What somebody sees over HTTP who deletes things that workflows name.</summary>
public sealed class ReviewJourney : IAsyncLifetime
{
    Visitor Practice { get; } = new();

    public Task InitializeAsync() => Practice.Open();

    public async Task DisposeAsync() => await Practice.DisposeAsync();

    [Fact]
    public async Task C23_a_tag_is_looked_up_deleted_seen_replaced_and_published_again()
    {
        var id = await Published("""{ "type": "contact.tag.add", "name": "Mark", "config": { "tags": ["spring"] } }""");
        var use = Assert.Single(await Practice.List("/api/references?kind=tag&id=Spring"));
        Assert.Equal((id, "published", "/steps/a/config/tags/0", "the step “Mark”: Tags"), (use.Text("workflowId"), use.Text("status"), use.Text("pointer"), use.Text("words")));
        Assert.Equal((1, false), (use.GetProperty("version").GetInt32(), use.GetProperty("draft").GetBoolean()));
        Assert.Contains(await Practice.List("/api/tags"), tag => tag.Text("name") == "spring" && tag.GetProperty("workflows").GetInt32() == 1);

        await Practice.Post("/api/tags/delete", new { tag = "spring" }, HttpStatusCode.OK);
        Assert.Equal([id], (await Practice.List("/api/workflows?needsReview=true")).Select(w => w.Text("id")));
        Assert.Contains("“spring” was deleted", (await Practice.Get($"/api/workflows/{id}/review")).GetProperty("references").GetProperty("findings")[0].Text("message"), StringComparison.Ordinal);
        var problem = await Practice.Post($"/api/workflows/{id}/publish", new { }, HttpStatusCode.UnprocessableEntity);
        Assert.Equal(("WF260", "/steps/a/config/tags/0", "a"), (problem.GetProperty("findings")[0].Text("code"), problem.GetProperty("findings")[0].Text("pointer"), problem.GetProperty("findings")[0].Text("stepId")));
        Assert.Contains("was deleted on", problem.GetProperty("findings")[0].Text("message"), StringComparison.Ordinal);

        await Practice.Post("/api/tags/delete", new { tag = "spring", replaceWith = "summer" }, HttpStatusCode.OK);
        var published = await Practice.Post($"/api/workflows/{id}/publish", new { }, HttpStatusCode.OK);
        Assert.Empty(published.GetProperty("findings").EnumerateArray());
        Assert.Empty(await Practice.List("/api/workflows?needsReview=true"));
        Assert.Equal([], await Practice.List("/api/references?kind=tag&id=spring"));
        Assert.Contains(await Practice.List("/api/audit?action=tag.renamed"), line => line.Text("after") == "summer");
    }

    [Fact]
    public async Task C23_a_calendar_and_a_stage_go_by_their_own_routes()
    {
        var calendar = (await Practice.Post("/api/calendars", new { name = "Laser", minutes = 30 }, HttpStatusCode.Created)).Text("id")!;
        var other = (await Practice.Post("/api/calendars", new { name = "Laser 2", minutes = 30 }, HttpStatusCode.Created)).Text("id")!;
        var pipeline = (await Practice.Post("/api/pipelines", new { name = "Sales", stages = new[] { new { id = "in", name = "In" }, new { id = "out", name = "Out" } } }, HttpStatusCode.Created)).Text("id")!;
        var booking = await Published($$"""{ "type": "appointment.link", "config": { "calendarId": "{{calendar}}" } }""");
        var selling = await Published($$"""{ "type": "opportunity.create", "config": { "pipelineId": "{{pipeline}}", "stageId": "out" } }""");

        Assert.Equal(HttpStatusCode.BadRequest, await Send(HttpMethod.Delete, $"/api/calendars/{calendar}?replaceWith=cal_none"));
        Assert.Equal(HttpStatusCode.NoContent, await Send(HttpMethod.Delete, $"/api/calendars/{calendar}?replaceWith={other}"));
        Assert.Equal(HttpStatusCode.OK, await Send(HttpMethod.Patch, $"/api/pipelines/{pipeline}", new { stages = new[] { new { id = "in", name = "In" } } }));
        Assert.Equal([selling, booking], (await Practice.List("/api/workflows?needsReview=true")).Select(w => w.Text("id")));
        await Practice.Post($"/api/workflows/{booking}/publish", new { }, HttpStatusCode.OK);
        Assert.Equal([selling], (await Practice.List("/api/workflows?needsReview=true")).Select(w => w.Text("id")));

        var notice = Assert.Single(await Practice.List("/api/messages?channel=inapp"), message => message.Text("subject") == "Workflows need a look");
        Assert.DoesNotContain("Laser", notice.Text("text"), StringComparison.Ordinal);
        await Practice.Post($"/api/workflows/{selling}/review/acknowledge", new { }, HttpStatusCode.OK);
        Assert.Empty(await Practice.List("/api/workflows?needsReview=true"));
    }

    [Fact]
    public async Task C23_a_form_goes_with_the_last_hook_that_takes_it_in()
    {
        var one = (await Practice.Post("/api/hooks", new { name = "One", eventType = "form.submitted", constants = new Dictionary<string, string> { ["form.id"] = "peel" } }, HttpStatusCode.Created)).Text("id");
        var two = (await Practice.Post("/api/hooks", new { name = "Two", eventType = "form.submitted", constants = new Dictionary<string, string> { ["form.id"] = "Peel" } }, HttpStatusCode.Created)).Text("id");
        var id = await Published("""{ "type": "end" }""", "peel");
        Assert.Equal(HttpStatusCode.NoContent, await Send(HttpMethod.Delete, $"/api/hooks/{one}"));
        Assert.Empty(await Practice.List("/api/workflows?needsReview=true"));
        Assert.Equal(HttpStatusCode.NoContent, await Send(HttpMethod.Delete, $"/api/hooks/{two}"));
        Assert.Equal([id], (await Practice.List("/api/workflows?needsReview=true")).Select(w => w.Text("id")));
        await Practice.Post("/api/hooks", new { name = "Three", eventType = "form.submitted", constants = new Dictionary<string, string> { ["form.id"] = "peel" } }, HttpStatusCode.Created);
        Assert.Empty(await Practice.List("/api/workflows?needsReview=true"));
    }

    [Theory]
    [InlineData("/api/references")]
    [InlineData("/api/references?kind=moon&id=a")]
    [InlineData("/api/references?kind=tag")]
    public async Task A_question_that_asks_for_nothing_is_refused(string path)
    {
        using var answer = await Practice.Http.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_demonstration_names_nothing_that_is_not_there() 
    {
        foreach (var w in await Practice.List("/api/workflows"))
            Assert.DoesNotContain((await Practice.Post($"/api/workflows/{w.Text("id")}/validate", new { }, HttpStatusCode.OK)).GetProperty("findings").EnumerateArray(), finding => finding.Text("severity") == "error");
    }

    async Task<string> Published(string step, string form = "never")
    {
        var definition = JsonElement.Parse($$"""{ "schemaVersion": 1, "triggers": [{ "id": "t", "type": "form.submitted", "filters": { "all": [{ "field": "form.id", "op": "is", "value": "{{form}}" }] } }], "start": "a", "steps": { "a": {{step}} } }""");
        var id = (await Practice.Post("/api/workflows", new { name = "Tried", definition }, HttpStatusCode.Created)).Text("id")!;
        await Practice.Post($"/api/workflows/{id}/publish", new { }, HttpStatusCode.OK);
        return id;
    }

    async Task<HttpStatusCode> Send(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await Practice.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
