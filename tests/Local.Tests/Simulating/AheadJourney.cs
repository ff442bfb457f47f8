using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AesthetixWorkflows.Local.Tests.Journeys;

namespace AesthetixWorkflows.Local.Tests.Simulating;

/// <summary>What a contact gets next, asked over HTTP in the demonstration practice.</summary>
public sealed class AheadJourney : IAsyncLifetime
{
    Visitor Practice { get; } = new();

    public Task InitializeAsync() => Practice.Open();

    public async Task DisposeAsync() => await Practice.DisposeAsync();

    [Fact]
    public async Task The_front_desk_reads_the_words_and_whoever_may_only_look_sees_when_and_what()
    {
        await Practice.Form("grace@example.test");
        var grace = await Practice.Contact("grace@example.test");
        await Practice.Messages(grace, 2);
        // Until it stands at the wait, the wait begins whenever one looks.
        await Practice.Runs(grace, runs => runs.All(run => run.Text("status") == "waiting"));
        var whole = await Practice.Get($"/api/contacts/{grace}/ahead");
        var items = whole.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(["task:goes"], items.Select(item => $"{item.Text("kind")}:{item.Text("verdict")}").TakeLast(1));
        Assert.Contains(items, item => item.Text("kind") == "text" && item.Text("text")!.Contains("Grace", StringComparison.Ordinal));
        Assert.Equal(("America/New_York", 3), (whole.Text("timeZone"), whole.GetProperty("assumes").GetArrayLength()));
        Assert.Equal("Consultation request", items[0].Text("workflowName"));

        var masked = JsonElement.Parse(await Answer(grace, HttpStatusCode.OK, "contacts:read", "enrollments:read")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(items.Select(item => (item.Text("at"), item.Text("stepId"))), masked.Select(item => (item.Text("at"), item.Text("stepId"))));
        Assert.All(masked.Where(item => item.Text("kind") is "text" or "email"), item => Assert.Equal("•••", item.Text("text")));
        Assert.DoesNotContain(masked, item => item.Text("text")?.Contains("Grace", StringComparison.Ordinal) == true);

        Assert.Contains("enrollments:read", await Answer(grace, HttpStatusCode.Forbidden, "contacts:read"), StringComparison.Ordinal);
        Assert.Contains("notFound", await Answer("con_nobody", HttpStatusCode.NotFound, "contacts:read", "enrollments:read"), StringComparison.Ordinal);
    }

    /// <summary>Asked with a key of these scopes.</summary>
    async Task<string> Answer(string contact, HttpStatusCode wanted, params string[] scopes)
    {
        var made = await Practice.Post("/api/keys", new { name = "Reader", scopes }, HttpStatusCode.Created);
        using var ask = new HttpRequestMessage(HttpMethod.Get, $"/api/contacts/{contact}/ahead") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", made.Text("secret")) } };
        using var answer = await Practice.Http.SendAsync(ask);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == wanted, text);
        return text;
    }
}
