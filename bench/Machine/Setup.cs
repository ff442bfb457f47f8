using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace AesthetixWorkflows.Bench.Machine;

/// <summary>What a figure was measured with.</summary>
static class Setup
{
    public const string Durability = "WAL synchronous=FULL";

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Facts() =>
    [
        new("runtime", RuntimeInformation.FrameworkDescription), new("sqlite", Sqlite()), new("durability", Durability),
        new("cores", Environment.ProcessorCount), new("memoryGiB", Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / Math.Pow(2, 30), 1)),
        new("os", RuntimeInformation.OSDescription), new("at", DateTimeOffset.UtcNow.ToString("u")),
    ];

    public static string Describe() => string.Join(" · ", Facts().Select(f => $"{f.Key} {f.Value}"));

    static string Sqlite()
    {
        using var db = new SqliteConnection("Data Source=:memory:");
        db.Open();
        return db.ServerVersion;
    }
}
