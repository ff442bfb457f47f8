using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AesthetixWorkflows.Api.Problems;

namespace AesthetixWorkflows.Api.Listing;

/// <summary>Cursors as callers see them: opaque, and checked, so that a garbled one is refused here and never reaches a store.</summary>
static class Cursor
{
    const int CheckLength = 6;

    public static string? Wrap(string? inner)
    {
        if (inner is null) return null;
        var text = Encoding.UTF8.GetBytes(inner);
        return Base64Url.EncodeToString([.. SHA256.HashData(text).AsSpan(0, CheckLength), .. text]);
    }

    public static string? Unwrap(string? cursor)
    {
        if (cursor is null) return null;
        var bytes = new byte[Base64Url.GetMaxDecodedLength(cursor.Length)];
        try
        {
            if (!Base64Url.TryDecodeFromChars(cursor, bytes, out var length) || length <= CheckLength) throw Bad();
            var text = bytes.AsSpan(CheckLength, length - CheckLength);
            return SHA256.HashData(text).AsSpan(0, CheckLength).SequenceEqual(bytes.AsSpan(0, CheckLength)) ? Encoding.UTF8.GetString(text) : throw Bad();
        }
        catch (FormatException)
        {
            throw Bad();
        }
    }

    static RefusedException Bad() => new(new(Codes.CursorInvalid));
}
