using System.Diagnostics;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Bench.Machine;
using AesthetixWorkflows.Bench.Reporting;

namespace AesthetixWorkflows.Bench;

/// <summary>Runs every wanted measurement in a fresh process with a fresh data folder, on a quiet machine, and prints the table.</summary>
static class Conductor
{
    static string Usage => $"""
        bench [names] [--runs=1] [--variant=V] [--json=FILE] [--patience=60] [--warm=2000] [--enrollments=2000] [--calls=N]

        {string.Join("\n", Catalogue.All.Select(m => $"  {m.Name,-12} {string.Join(" | ", m.Variants)}{(m.ByNameOnly ? "   (minutes; only by name)" : "")}"))}

        --patience: seconds to wait for a quiet machine; busyBefore above 0.08 says that it never was.
        """;

    public static async Task<int> Go(Options options)
    {
        if (options.Flag("help"))
        {
            Console.WriteLine(Usage);
            return 0;
        }
        var unknown = options.Names.Where(name => Catalogue.All.All(m => m.Name != name)).ToList();
        if (unknown.Count > 0)
        {
            Console.Error.WriteLine($"Not known: {string.Join(' ', unknown)}. There are: {string.Join(' ', Catalogue.All.Select(m => m.Name))}");
            return 2;
        }
        var wanted = Catalogue.All.Where(m => options.Names.Count == 0 ? !m.ByNameOnly : options.Names.Contains(m.Name));
        Console.WriteLine(Setup.Describe());
        foreach (var measurement in wanted)
            foreach (var variant in measurement.Variants.Where(v => options.Text("variant") is not { } only || v == only))
            {
                var rows = new List<JsonObject>();
                for (var run = 1; run <= options.Number("runs", 1); run++)
                    if (await Child(measurement.Name, variant, run, options) is { } row) rows.Add(row);
                Table.Print(measurement.Name, variant, rows);
            }
        return 0;
    }

    static async Task<JsonObject?> Child(string name, string variant, int run, Options options)
    {
        var busy = Quiet.Wait(TimeSpan.FromSeconds(options.Number("patience", 60)));
        var answer = Path.GetTempFileName();
        var info = new ProcessStartInfo(Environment.ProcessPath!, ["one", name, $"--variant={variant}", $"--out={answer}", .. options.Typed.Where(t => !t.StartsWith("--variant", StringComparison.Ordinal))]);
        using var child = Process.Start(info)!;
        await child.WaitForExitAsync();
        var text = await File.ReadAllTextAsync(answer);
        File.Delete(answer);
        if (child.ExitCode != 0 || text.Length == 0) return null;

        var row = JsonNode.Parse(text)!.AsObject();
        (row["workload"], row["variant"], row["run"], row["busyBefore"]) = (name, variant, run, Math.Round(busy, 3));
        foreach (var (key, value) in Setup.Facts()) row[key] = value;
        if (options.Text("json") is { } file) await File.AppendAllTextAsync(file, row.ToJsonString() + "\n");
        return row;
    }
}
