using System.Globalization;
using System.Text;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>The rows of one access path, after one key and before another, and which of them; as the service's filter.</summary>
sealed class KeyRange(string partition, string prefix, string? after = null, string? before = null)
{
    readonly StringBuilder _also = new();

    public KeyRange Where(string column, string? value) => value is null ? this : And($"{column} eq '{Quote(value)}'");
    public KeyRange Where(string column, bool value) => And($"{column} eq {(value ? "true" : "false")}");
    public KeyRange From(string column, DateTimeOffset? moment) => moment is { } from ? And($"{column} ge {Ticks(from)}L") : this;
    public KeyRange Before(string column, DateTimeOffset? moment) => moment is { } to ? And($"{column} lt {Ticks(to)}L") : this;

    /// <summary>Every key of the path begins with its prefix, which ends in <c>!</c>; a quotation mark is what follows that.</summary>
    public string Filter =>
        $"PartitionKey eq '{Quote(partition)}' and RowKey {(after is null ? "ge" : "gt")} '{Quote(after ?? prefix)}' and RowKey lt '{(before is null ? Quote(prefix[..^1]) + '"' : Quote(before))}'{_also}";

    KeyRange And(string condition)
    {
        _also.Append(" and ").Append(condition);
        return this;
    }

    static string Quote(string text) => text.Replace("'", "''", StringComparison.Ordinal);
    static string Ticks(DateTimeOffset moment) => moment.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
