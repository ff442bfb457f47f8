using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Core.Tests.Machine;

/// <summary>Whole runs that were looked at once by a person and must come out the same for ever: a published version goes on
/// as it did after any change of this code.</summary>
/// <remarks>After a change of behaviour that is meant: <c>GOLDEN=write dotnet test tests/Core.Tests --filter GoldenTests</c>
/// writes what comes out now into the files; read the difference before committing it.</remarks>
public sealed class GoldenTests
{
    static readonly JsonSerializerOptions readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");

    public static TheoryData<string> Cases => [.. Directory.GetFiles(Folder(), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Theory, MemberData(nameof(Cases))]
    public void A_run_comes_out_as_it_always_has(string name)
    {
        var file = Path.Combine(Folder(), $"{name}.json");
        var golden = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        var lines = new GoldenRun(golden).Play();
        if (Environment.GetEnvironmentVariable("GOLDEN") == "write")
        {
            golden["expected"] = new JsonArray([.. lines.Select(line => (JsonNode)line)]);
            File.WriteAllText(file, golden.ToJsonString(readable) + "\n");
        }
        Assert.Equal(golden["expected"]!.AsArray().Select(line => (string)line!), lines);
    }
}
