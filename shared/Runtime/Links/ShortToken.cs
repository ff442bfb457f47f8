using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>A token short enough for a text message (40 characters): four bytes that part the practices, the sixteen of a
/// record's id, one that says which of the record's things, and a proof. The record says the rest.</summary>
static class ShortToken
{
    const int TagLength = 4, IdLength = 16, ClaimLength = TagLength + IdLength + 1, ProofLength = 9, Length = ClaimLength + ProofLength;

    /// <returns>Null when the id is none of ours, or the place beyond what a byte can say.</returns>
    public static string? Write(LinkKeys keys, ShortKind kind, string practice, string id, int place = 0)
    {
        Span<byte> token = stackalloc byte[Length];
        if (place is < 0 or > byte.MaxValue || !Ids.TryBytes(id, token.Slice(TagLength, IdLength))) return null;
        Tag(practice).CopyTo(token);
        token[ClaimLength - 1] = (byte)place;
        keys.Prove(Purpose(kind, practice), token[..ClaimLength], ProofLength).CopyTo(token[ClaimLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <param name="prefix">Of the record's id.</param>
    /// <param name="practices">Whose tag is the asked one.</param>
    /// <returns>Null when the token was not made with one of these keys, for this kind of thing.</returns>
    public static async ValueTask<ShortClaim?> Read(LinkKeys keys, ShortKind kind, string prefix, string token, Func<uint, ValueTask<IReadOnlyList<string>>> practices)
    {
        if (token.Length != Length * 4 / 3 || !Base64Url.IsValid(token)) return null;
        var bytes = Base64Url.DecodeFromChars(token);
        foreach (var practice in await practices(BitConverter.ToUInt32(bytes)))
            if (keys.Holds(Purpose(kind, practice), bytes.AsSpan(0, ClaimLength), bytes.AsSpan(ClaimLength)))
                return new(practice, Ids.OfBytes(prefix, bytes.AsSpan(TagLength, IdLength)), bytes[ClaimLength - 1]);
        return null;
    }

    public static uint TagOf(string practice) => BitConverter.ToUInt32(Tag(practice));

    static ReadOnlySpan<byte> Tag(string practice) => SHA256.HashData(Encoding.UTF8.GetBytes(practice)).AsSpan(0, TagLength);

    // The whole id of the practice is in the proof, so two with one tag are told apart.
    static string Purpose(ShortKind kind, string practice) => $"{kind}\n{practice}";
}

/// <summary>What a short token leads to. The names are signed, so they are for ever.</summary>
enum ShortKind
{
    Link,
    Booking,
    Visit,
}

/// <param name="Id">Of the record: the message, the booking link, the appointment.</param>
/// <param name="Place">Which of the record's things.</param>
public sealed record ShortClaim(string Practice, string Id, int Place);
