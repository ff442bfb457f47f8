using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Api.Tests;

/// <summary>Workflows taken from one practice to another.</summary>
[Collection(nameof(Stand))]
public sealed class TransferTests(Stand stand)
{
    [Fact]
    public async Task A_round_trip_within_a_practice_changes_nothing()
    {
        var from = await Home("Nora");
        var id = await Create(from.Key, Definition(from));
        var export = (await stand.Send("GET", $"/api/workflows/{id}/export", key: from.Key)).Expect(200).Json;
        Assert.Equal(
            ["customField skin skin", "form consultation consultation", $"pipeline {from.Pipeline} Sales", "stage new New", $"tag vip vip", $"user {from.User} Nora"],
            export["references"]!.AsArray().Select(r => $"{r!["kind"]} {r["id"]} {r["name"]}"));

        var imported = (await stand.Send("POST", "/api/workflows/import", new { export }, from.Key)).Expect(201).Json;
        Assert.Equal("draft", imported["workflow"]!["status"]!.ToString());
        Assert.All(imported["references"]!.AsArray(), r => Assert.Equal("same", r!["how"]!.ToString()));
        Assert.Empty(imported["findings"]!.AsArray());
        Assert.True(JsonNode.DeepEquals(await Draft(from.Key, id), await Draft(from.Key, imported["workflow"]!["id"]!.ToString())));
    }

    [Fact]
    public async Task Elsewhere_the_records_of_the_same_names_take_their_place()
    {
        var (from, to) = (await Home("Nora"), await Home("nora"));
        var export = await Export(from);
        var imported = (await stand.Send("POST", "/api/workflows/import", new { export, name = "Taken over" }, to.Key)).Expect(201).Json;
        Assert.Equal("Taken over", imported["workflow"]!["name"]!.ToString());
        Assert.Empty(imported["findings"]!.AsArray());
        Assert.True(JsonNode.DeepEquals(Definition(to), await Draft(to.Key, imported["workflow"]!["id"]!.ToString())));
    }

    [Fact]
    public async Task The_map_comes_first_and_what_fits_nothing_is_told_with_its_place()
    {
        var (from, to) = (await Home("Nora"), await Home("Zoe"));
        var export = await Export(from);
        var open = (await stand.Send("POST", "/api/workflows/import", new { export }, to.Key)).Expect(201).Json;
        var finding = Assert.Single(open["findings"]!.AsArray())!;
        Assert.Equal(("WF250", "/steps/s1/config/assignedTo", "s1"), (finding["code"]!.ToString(), finding["pointer"]!.ToString(), finding["stepId"]!.ToString()));
        Assert.Contains("Nora", finding["message"]!.ToString(), StringComparison.Ordinal);

        foreach (var target in new[] { to.User, "zoe" })
        {
            var map = new Dictionary<string, string> { [from.User] = target };
            var mapped = (await stand.Send("POST", "/api/workflows/import", new { export, map }, to.Key)).Expect(201).Json;
            Assert.Empty(mapped["findings"]!.AsArray());
            Assert.Contains(mapped["references"]!.AsArray(), r => r!["how"]!.ToString() == "map" && r["became"]!.ToString() == to.User);
        }
        var wrong = new Dictionary<string, string> { [from.User] = from.User };
        Assert.Single((await stand.Send("POST", "/api/workflows/import", new { export, map = wrong }, to.Key)).Expect(201).Json["findings"]!.AsArray());
    }

    [Fact]
    public async Task Passwords_and_keys_stay_at_home()
    {
        var home = await Home("Nora");
        var id = await Create(home.Key, JsonNode.Parse("""
            {"schemaVersion":1,"settings":{},"triggers":[],"start":"s1","steps":{"s1":{"type":"http.request","config":{
              "method":"GET","url":"https://x.example","auth":{"kind":"key","header":"X-Key","value":"k-123"},"headers":{"Authorization":"Bearer t-456","Accept":"text/plain"}},"next":"s2"},
              "s2":{"type":"webhook.send","config":{"url":"https://y.example","signingSecret":"whsec_789"},"next":null}}}
            """)!);
        var reply = (await stand.Send("GET", $"/api/workflows/{id}/export", key: home.Key)).Expect(200);
        foreach (var secret in new[] { "k-123", "t-456", "whsec_789" }) Assert.DoesNotContain(secret, reply.Body, StringComparison.Ordinal);
        Assert.Contains("text/plain", reply.Body, StringComparison.Ordinal);
        var imported = (await stand.Send("POST", "/api/workflows/import", new { export = reply.Json }, home.Key)).Expect(201).Json;
        Assert.Equal(["WF251 s1", "WF251 s1", "WF251 s2"], imported["findings"]!.AsArray().Select(f => $"{f!["code"]} {f["stepId"]}"));
    }

    [Theory]
    [InlineData("{}", "/export")]
    [InlineData("""{"export":{}}""", "/export/format")]
    [InlineData("""{"export":{"format":"aesthetix.workflow","formatVersion":2}}""", "/export/format")]
    [InlineData("""{"export":{"format":"aesthetix.workflow","formatVersion":1,"definition":[]}}""", "/export/definition")]
    [InlineData("""{"export":{"format":"aesthetix.workflow","formatVersion":1,"definition":{}}}""", "/name")]
    [InlineData("""{"export":{"format":"aesthetix.workflow","formatVersion":1,"definition":{},"references":[null]},"name":"x"}""", "/export/references/0")]
    [InlineData("""{"export":{"format":"aesthetix.workflow","formatVersion":1,"definition":{},"references":[{"kind":"user","id":"u","name":"n"},null,null]},"name":"x"}""", "/export/references/1")]
    [InlineData("""{"export":{"format":"aesthetix.workflow","formatVersion":1,"definition":{}},"map":{"a":"b","c/d":null,"e":"f"},"name":"x"}""", "/map/c~1d")]
    public async Task What_is_no_export_is_refused_by_its_place(string body, string pointer) =>
        Assert.Equal(pointer, (await stand.Send("POST", "/api/workflows/import", body)).Expect(400).Json["errors"]![0]!["pointer"]!.ToString());

    sealed record Place(string Key, string User, string Pipeline);

    async Task<Place> Home(string user)
    {
        var key = await stand.Fresh();
        var users = (await stand.Send("POST", "/api/users", new { name = user, role = "frontdesk" }, key)).Expect(201).Text("id");
        var stages = new[] { new { id = "new", name = "New" }, new { id = "won", name = "Won" } };
        return new(key, users, (await stand.Send("POST", "/api/pipelines", new { name = "Sales", stages }, key)).Expect(201).Text("id"));
    }

    async Task<JsonObject> Export(Place from) => (await stand.Send("GET", $"/api/workflows/{await Create(from.Key, Definition(from))}/export", key: from.Key)).Expect(200).Json;

    async Task<string> Create(string key, JsonNode definition) => (await stand.Send("POST", "/api/workflows", new { name = "Care", definition }, key)).Expect(201).Text("id");

    async Task<JsonNode> Draft(string key, string id) => (await stand.Send("GET", $"/api/workflows/{id}/draft", key: key)).Expect(200).Json;

    static JsonNode Definition(Place place) => JsonNode.Parse($$$"""
        {"schemaVersion":1,"settings":{},"triggers":[{"id":"t1","type":"form.submitted","filters":{"all":[
            {"field":"form.id","op":"is","value":"consultation"},{"field":"contact.tags","op":"contains","value":"vip"},{"field":"opportunity.stageId","op":"anyOf","value":["new"]}]}}],
         "start":"s1","steps":{"s1":{"type":"task.add","config":{"title":"Call, {{contact.fields.skin}}","assignedTo":"{{{place.User}}}"},"next":"s2"},
         "s2":{"type":"opportunity.create","config":{"pipelineId":"{{{place.Pipeline}}}","stageId":"new"},"next":null}},"layout":{},"notes":[]}
        """)!;
}
