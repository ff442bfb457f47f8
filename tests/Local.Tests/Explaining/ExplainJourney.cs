using System.Net;
using System.Text.Json;
using AesthetixWorkflows.Local.Tests.Journeys;

namespace AesthetixWorkflows.Local.Tests.Explaining;

/// <summary>Asking why over HTTP, in the demonstration practice.</summary>
public sealed class ExplainJourney : IAsyncLifetime
{
    Visitor Practice { get; } = new();

    public Task InitializeAsync() => Practice.Open();

    public async Task DisposeAsync() => await Practice.DisposeAsync();

    [Fact]
    public async Task A_front_desk_asks_why_somebody_is_inside_or_not()
    {
        var workflow = (await Practice.List("/api/workflows")).Single(w => w.Text("name") == "Consultation request").Text("id");
        await Practice.Form("grace@example.test");
        var grace = await Practice.Contact("grace@example.test");
        await Practice.Messages(grace, 2);
        var inside = await Practice.Get($"/api/workflows/{workflow}/explain?contactId={grace}");
        Assert.Equal("waiting", inside.GetProperty("enrollment").Text("status"));
        Assert.Equal(["published", "trigger", "entry", "sends"], inside.GetProperty("checks").EnumerateArray().Select(c => c.Text("question")));

        var ann = (await Practice.Post("/api/contacts", new { firstName = "Ann", email = "ann@example.test" }, HttpStatusCode.Created)).Text("id");
        var outside = await Practice.Get($"/api/workflows/{workflow}/explain?contactId={ann}");
        Assert.Equal("trigger", outside.Text("firstFailed"));
        var failed = outside.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("first").GetBoolean());
        Assert.Equal(("failed", "trigger.noEvent"), (failed.Text("verdict"), failed.Text("code")));
    }

    [Fact]
    public async Task C25_what_kept_a_contact_out_is_masked_until_it_is_revealed_and_that_is_audited()
    {
        await Practice.Form("grace@example.test");
        var grace = await Practice.Contact("grace@example.test");
        await Practice.Messages(grace, 2);
        var definition = JsonElement.Parse("""
            { "schemaVersion": 1, "settings": {}, "start": "s1", "steps": { "s1": { "type": "wait.delay", "config": { "for": "P1D" }, "next": null } },
              "triggers": [{ "id": "t1", "type": "form.submitted", "config": {}, "filters": { "all": [{ "field": "contact.lastName", "op": "is", "value": "Hart" }] } }] }
            """);
        var workflow = (await Practice.Post("/api/workflows", new { name = "Tried", definition }, HttpStatusCode.Created)).Text("id");
        var from = new { from = (await Practice.Now()).AddDays(-1) };
        string Found(JsonElement answer, string path) => path.Split('/').Aggregate(answer, (at, name) => int.TryParse(name, out var n) ? at[n] : at.GetProperty(name)).Text("found")!;
        async Task<string[]> Asked(string reveal) =>
        [
            Found(await Practice.Get($"/api/workflows/{workflow}/explain?contactId={grace}{reveal}"), "checks/1/triggers/0/rows/0"),
            Found(await Practice.Post($"/api/workflows/{workflow}/backtest?{reveal}", from, HttpStatusCode.OK), "notEnrolled/0/examples/0/rows/0"),
        ];
        async Task<IEnumerable<string?>> Audited() => (await Practice.List("/api/audit?action=data.revealed")).Select(line => line.Text("subject"));

        var before = (await Audited()).Count();
        Assert.Equal(["•••", "•••"], await Asked(""));
        Assert.Equal(before, (await Audited()).Count());
        Assert.Equal(["Hopper", "Hopper"], await Asked("&reveal=true"));
        Assert.Equal([workflow, grace], (await Audited()).Take(2));
    }

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("?contactId=con_nobody", HttpStatusCode.NotFound)]
    public async Task Who_is_meant_must_be_said(string query, HttpStatusCode status)
    {
        var workflow = (await Practice.List("/api/workflows"))[0].Text("id");
        using var answer = await Practice.Http.GetAsync($"/api/workflows/{workflow}/explain{query}");
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }
}
