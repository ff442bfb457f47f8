using System.Text.Json;
using System.Text.RegularExpressions;

namespace Azure.Data.Tables.Wire;

/// <summary>The parts of a transaction's answer: one for each action, or a single one that says which of them failed.</summary>
static partial class BatchAnswer
{
    public static IReadOnlyList<PartResponse> Read(string text) => [.. Part().Matches(text).Select(Read)];

    public static RequestFailedException Failure(PartResponse part)
    {
        using var json = JsonDocument.Parse(part.Content);
        var error = json.RootElement.GetProperty("odata.error");
        return new(part.Status, error.GetProperty("message").GetProperty("value").GetString() ?? "", error.GetProperty("code").GetString(), null);
    }

    static PartResponse Read(Match part) => new(
        int.Parse(part.Groups["status"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture),
        part.Groups["headers"].Value.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(h => h.Split(": ", 2)).Where(h => h.Length == 2)
            .GroupBy(h => h[0]).ToDictionary(h => h.Key, h => h.First()[1], StringComparer.OrdinalIgnoreCase),
        part.Groups["body"].Value.Trim());

    [GeneratedRegex(@"HTTP/1\.1 (?<status>\d{3})[^\r\n]*\r\n(?<headers>([^\r\n]+\r\n)*)(?<body>.*?)(?=--changeset|$)", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Part();
}
