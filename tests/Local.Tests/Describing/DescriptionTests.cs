using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Local.Tests.Journeys;

namespace AesthetixWorkflows.Local.Tests.Describing;

/// <summary>The builder's types are made from a copy of the OpenAPI document.</summary>
/// <remarks>After a change of the API: <c>GOLDEN=write dotnet test tests/Local.Tests --filter DescriptionTests</c>, then
/// <c>npm run api</c> in builder/.</remarks>
public sealed class DescriptionTests
{
    static readonly JsonSerializerOptions readable = new() { WriteIndented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string File([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../../builder/src/api/openapi.json");

    [Fact]
    public async Task The_builders_copy_of_the_description_is_what_the_host_says_of_itself()
    {
        await using var visitor = new Visitor();
        await visitor.Open();
        var served = JsonNode.Parse(await visitor.Http.GetStringAsync("/openapi.json"))!.AsObject();
        // Where it runs today.
        served.Remove("servers");
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write") await System.IO.File.WriteAllTextAsync(File(), served.ToJsonString(readable) + "\n");
        var kept = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(File()));
        Assert.True(JsonNode.DeepEquals(kept, served), "The API has changed: renew the builder's copy as the remark above says.");
    }
}
