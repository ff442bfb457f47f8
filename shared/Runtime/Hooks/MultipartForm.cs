using System.Text;
using System.Text.Unicode;
using Microsoft.Net.Http.Headers;
using static AesthetixWorkflows.Runtime.Hooks.HookBody;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>The text fields of a <c>multipart/form-data</c> body (RFC 7578); files in it are left out.</summary>
static class MultipartForm
{
    // RFC 2046: a boundary has at most 70 characters.
    const int LongestBoundary = 70, MostParts = 1001;

    public static HookBody Of(HookCall call)
    {
        if (!MediaTypeHeaderValue.TryParse(call.Header("Content-Type"), out var type)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
            return Broken("Its content type names no boundary.");
        var fields = new List<KeyValuePair<string, string>>();
        return Collect(call.Body.Span, Encoding.UTF8.GetBytes("\r\n--" + boundary), fields) is { } flaw ? Broken(flaw) : FormTree.Of(fields);
    }

    // Fills the fields; answers what is wrong, or null.
    static string? Collect(ReadOnlySpan<byte> rest, ReadOnlySpan<byte> delimiter, List<KeyValuePair<string, string>> fields)
    {
        var opening = delimiter[2..];
        var start = rest.StartsWith(opening) ? 0 : rest.IndexOf(delimiter) + 2;
        if (start == 1) return "Its boundary does not occur.";
        rest = rest[(start + opening.Length)..];
        for (var parts = 0; !rest.StartsWith("--"u8); parts++)
        {
            rest = rest.TrimStart(" \t"u8);
            if (!rest.StartsWith("\r\n"u8)) return "A boundary is not at the end of its line.";
            // The line end stays, so that a part without any header reads like the others.
            var head = rest.IndexOf("\r\n\r\n"u8);
            var end = head < 0 ? -1 : rest[(head + 2)..].IndexOf(delimiter);
            if (end < 0) return "A part does not end.";
            if (parts == MostParts) return "It has too many parts.";
            if (FieldName(Encoding.UTF8.GetString(rest[..head])) is { } name)
                fields.Add(new(name, end < 2 ? "" : Decoded(rest.Slice(head + 4, end - 2))));
            rest = rest[(head + 2 + end + delimiter.Length)..];
        }
        return null;
    }

    // Mail is forwarded as it was written, older mail programs' Latin-1 included.
    static string Decoded(ReadOnlySpan<byte> value) => Utf8.IsValid(value) ? Encoding.UTF8.GetString(value) : Encoding.Latin1.GetString(value);

    static string? FieldName(string head)
    {
        const string disposition = "Content-Disposition:";
        var line = head.Split("\r\n").FirstOrDefault(line => line.StartsWith(disposition, StringComparison.OrdinalIgnoreCase));
        return ContentDispositionHeaderValue.TryParse(line?[disposition.Length..].Trim(), out var read)
            && !read.FileName.HasValue && !read.FileNameStar.HasValue
            && HeaderUtilities.RemoveQuotes(read.Name).Value is { Length: > 0 } name ? name : null;
    }

    static Unreadable Broken(string why) => new(HookCodes.NotAForm, "", $"The body is not the form it says it is. {why}");
}
