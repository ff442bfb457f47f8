using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Bench.Reporting;

/// <summary>A measurement's figures as text: the median of its runs, with the least and the most beside it.</summary>
static class Table
{
    static readonly string[] About = ["workload", "variant", "run", "runtime", "sqlite", "durability", "cores", "memoryGiB", "os", "at"];

    public static void Print(string name, string variant, List<JsonObject> rows)
    {
        Console.WriteLine($"\n{name} [{variant}]{(rows.Count == 0 ? "  FAILED" : "")}");
        if (rows.Count == 0) return;
        foreach (var (key, value) in rows[0])
        {
            if (About.Contains(key)) continue;
            if (value?.GetValueKind() is not JsonValueKind.Number)
            {
                Console.WriteLine($"  {key,-28} {value}");
                continue;
            }
            var values = rows.Select(r => r[key] is { } cell ? double.Parse(cell.ToJsonString(), CultureInfo.InvariantCulture) : double.NaN).Order().ToArray();
            var spread = values.Length == 1 ? "" : $"   ({Text(values[0])} … {Text(values[^1])})";
            Console.WriteLine($"  {key,-28} {Text(values[values.Length / 2])}{spread}");
        }
    }

    static string Text(double value) => value.ToString(Math.Abs(value) >= 1000 ? "N0" : "0.####", CultureInfo.InvariantCulture);
}
