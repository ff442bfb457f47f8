using System.Globalization;
using Azure.Data.Tables;

namespace AesthetixWorkflows.Functions.Storage;

/// <summary>Long texts: a column holds 32 Ki characters (64 KiB), so they are cut over several.</summary>
static class BodyText
{
    const int Column = 32_000;
    /// <summary>Two bytes a character and 1 MiB an entity, with room for its keys and other columns.</summary>
    public const int Longest = 15 * Column;
    const string Parts = "Parts";

    /// <exception cref="RecordTooLargeException">Before anything is written.</exception>
    public static void Write(TableEntity row, string text, string column = Columns.Body)
    {
        if (text.Length > Longest) throw new RecordTooLargeException(row.RowKey, text.Length);
        var (part, start) = (0, 0);
        do
        {
            var length = Math.Min(Column, text.Length - start);
            // The two halves of a character must not be parted: each alone is no text.
            if (start + length < text.Length && char.IsHighSurrogate(text[start + length - 1])) length--;
            row[Name(column, part++)] = text.Substring(start, length);
            start += length;
        } while (start < text.Length);
        row[column + Parts] = part;
    }

    /// <summary>Null when the row has none.</summary>
    public static string? Read(TableEntity row, string column = Columns.Body) => row.GetInt32(column + Parts) switch
    {
        null => null,
        1 => row.GetString(column),
        { } parts => string.Concat(Enumerable.Range(0, parts).Select(i => row.GetString(Name(column, i)))),
    };

    /// <summary>The row without its text: what is worth remembering of it.</summary>
    public static TableEntity Without(TableEntity row)
    {
        var light = new TableEntity();
        foreach (var name in row.Keys)
            if (!name.StartsWith(Columns.Body, StringComparison.Ordinal)) light[name] = row[name];
        return light;
    }

    static string Name(string column, int part) => part == 0 ? column : column + part.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A record too large for an entity of Table storage. Nothing was written.</summary>
public sealed class RecordTooLargeException(string row, int length)
    : Exception($"{Code}: {row} has {length} characters, {BodyText.Longest} is the most.")
{
    public const string Code = "storage.tooLarge";
}
