using System.Globalization;
using System.Text;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Auditing;

/// <summary>Audit lines for a spreadsheet (RFC 4180).</summary>
static class AuditCsv
{
    public const string Header = "id,at,by,action,subject,detail,before,after\r\n";

    public static string Line(Stored<AuditEntry> entry)
    {
        var line = new StringBuilder();
        var e = entry.Body;
        foreach (var value in new[] { entry.Id, e.At.ToString("O", CultureInfo.InvariantCulture), e.By, e.Action, e.Subject, e.Detail, e.Before, e.After })
        {
            if (line.Length > 0) line.Append(',');
            line.Append(Cell(value));
        }
        return line.Append("\r\n").ToString();
    }

    /// <summary>A cell that begins like a formula is not to be run by the spreadsheet.</summary>
    static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        if (value[0] is '=' or '+' or '-' or '@' or '\t' or '\r') value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n") < 0 ? value : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
