using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>The list that the builder opens with.</summary>
[Collection(nameof(Stand))]
public sealed class WorkflowListTests(Stand stand)
{
    [Fact]
    public async Task A_line_says_how_its_workflow_does()
    {
        var key = await stand.Fresh();
        var id = await New(key, "Reminders", "Visits");
        (await stand.Send("POST", $"/api/workflows/{id}/publish", null, key)).Expect(200);
        var line = (await stand.Send("GET", "/api/workflows", null, key)).Expect(200).Json["items"]![0]!;
        Assert.Equal(("Reminders", "Visits", "published", "false", "false"),
            (line["name"]!.ToString(), line["folder"]!.ToString(), line["status"]!.ToString(), line["hasDraftChanges"]!.ToString(), line["needsReview"]!.ToString()));
        Assert.Equal(["entered", "failing", "finished", "inIt"], line["figures"]!.AsObject().Select(figure => figure.Key).Order());
        Assert.NotNull(line["changedAt"]);

        (await stand.Send("PUT", $"/api/workflows/{id}/draft", new { schemaVersion = 1 }, key, match: "*")).Expect(200);
        Assert.True((bool)(await stand.Send("GET", $"/api/workflows/{id}", null, key)).Json["hasDraftChanges"]!);
        (await stand.Send("POST", $"/api/workflows/{id}/publish", null, key)).Expect(200);
        Assert.False((bool)(await stand.Send("GET", $"/api/workflows/{id}", null, key)).Json["hasDraftChanges"]!);
    }

    [Fact]
    public async Task Folders_are_told_with_what_is_in_them()
    {
        var key = await stand.Fresh();
        await New(key, "A", "Visits");
        await New(key, "B", "visits later");
        await New(key, "C", null);
        var published = await New(key, "D", "Visits");
        (await stand.Send("POST", $"/api/workflows/{published}/publish", null, key)).Expect(200);
        var gone = await New(key, "E", "Visits");
        (await stand.Send("DELETE", $"/api/workflows/{gone}", null, key, match: "*")).Expect(204);

        var folders = (await stand.Send("GET", "/api/folders", null, key)).Expect(200).Json["items"]!.AsArray();
        Assert.Equal(["/1/0", "Visits/2/1", "visits later/1/0"], folders.Select(f => $"{f!["name"]}/{f["workflows"]}/{f["published"]}"));
        Assert.Equal(["D", "A"], await Names(key, "folder=Visits"));
        Assert.Equal(["C"], await Names(key, "folder="));
        Assert.Equal(["B"], await Names(key, "search=b"));
    }

    [Fact]
    public async Task Those_that_need_a_review_are_listed_until_somebody_acknowledges_it()
    {
        var key = await stand.Fresh();
        var id = await New(key, "Reminders", null);
        await New(key, "Other", null);
        await stand.Store.Commit(new ChangeSet(key).Put(Kinds.Review, id, new WorkflowReview(DateTimeOffset.UnixEpoch,
            [new("tag", "vip", "vip", DateTimeOffset.UnixEpoch, 1, "/steps/a/config/tags/0", "a", null, "The tag “vip” was deleted.")])));
        Assert.Equal(["Reminders"], await Names(key, "needsReview=true"));
        Assert.Equal("vip", (await stand.Send("GET", $"/api/workflows/{id}/review", null, key)).Expect(200).Json["references"]!["findings"]![0]!["id"]!.ToString());

        (await stand.Send("POST", $"/api/workflows/{id}/review/acknowledge", new { reason = "It is only a name" }, key)).Expect(200);
        Assert.Empty(await Names(key, "needsReview=true"));
        Assert.False((bool)(await stand.Send("GET", $"/api/workflows/{id}", null, key)).Json["needsReview"]!);
        Assert.Equal(key, (await stand.Send("GET", $"/api/workflows/{id}/review", null, key)).Json["references"]!["acknowledgedBy"]!.ToString());
        Assert.Contains("It is only a name", (await stand.Send("GET", "/api/audit?action=workflow.review.acknowledged", null, key)).Body, StringComparison.Ordinal);
    }

    async Task<string> New(string key, string name, string? folder) => (await stand.Send("POST", "/api/workflows", new { name, folder }, key)).Expect(201).Text("id");

    async Task<IEnumerable<string>> Names(string key, string query) =>
        (await stand.Send("GET", "/api/workflows?" + query, null, key)).Expect(200).Json["items"]!.AsArray().Select(line => line!["name"]!.ToString()).ToList();
}
