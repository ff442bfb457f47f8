using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>Versions held against each other over HTTP.</summary>
[Collection(nameof(Stand))]
public sealed class DiffTests(Stand stand)
{
    [Fact]
    public async Task Versions_and_the_draft_are_compared_from_the_older_to_the_newer()
    {
        var id = (await stand.Send("POST", "/api/workflows", new { name = "Care", definition = Definition("P1D") })).Expect(201).Text("id");
        (await stand.Send("POST", $"/api/workflows/{id}/publish")).Expect(200);
        await Draft(id, "P2D");
        (await stand.Send("POST", $"/api/workflows/{id}/publish")).Expect(200);
        await Draft(id, "P3D");

        await Says(id, "2", "", "Wait “Pause” changed from 1 day to 2 days.");
        await Says(id, "2", "?against=1", "Wait “Pause” changed from 1 day to 2 days.");
        await Says(id, "1", "?against=2", "Wait “Pause” changed from 1 day to 2 days.");
        await Says(id, "2", "?against=draft", "Wait “Pause” changed from 2 days to 3 days.");
        await Says(id, "1", "", "Wait “Pause” was added at the beginning.");
        Assert.Equal("true", (await stand.Send("GET", $"/api/workflows/{id}/versions/1/diff?against=1")).Expect(200).Text("same"));
    }

    [Theory]
    [InlineData("3", "", 404, "notFound")]
    [InlineData("x", "", 404, "notFound")]
    [InlineData("1", "?against=7", 400, "query.invalid")]
    [InlineData("1", "?against=-1", 400, "query.invalid")]
    [InlineData("1", "?against=soon", 400, "query.invalid")]
    public async Task What_there_is_not_cannot_be_compared(string number, string query, int status, string code)
    {
        var id = (await stand.Send("POST", "/api/workflows", new { name = "Care", definition = Definition("P1D") })).Expect(201).Text("id");
        (await stand.Send("POST", $"/api/workflows/{id}/publish")).Expect(200);
        (await stand.Send("GET", $"/api/workflows/{id}/versions/{number}/diff{query}")).ExpectProblem(status, code);
    }

    async Task Says(string id, string number, string query, params string[] sentences)
    {
        var diff = (await stand.Send("GET", $"/api/workflows/{id}/versions/{number}/diff{query}")).Expect(200).Json;
        Assert.Equal(sentences.Order(), diff["sentences"]!.AsArray().Select(s => s!.ToString()).Order());
    }

    async Task Draft(string id, string length) => (await stand.Send("PUT", $"/api/workflows/{id}/draft", Definition(length), match: "*")).Expect(200);

    static JsonObject Definition(string length) => new()
    {
        ["schemaVersion"] = 1, ["settings"] = new JsonObject(), ["triggers"] = new JsonArray(), ["start"] = "s1",
        ["steps"] = new JsonObject { ["s1"] = new JsonObject { ["type"] = "wait.delay", ["name"] = "Pause", ["config"] = new JsonObject { ["for"] = length }, ["next"] = null } },
    };
}
