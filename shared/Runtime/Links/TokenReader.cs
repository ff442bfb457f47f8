using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>Reads the tokens that come back in public addresses. Nothing is looked up for one that we did not sign.</summary>
public sealed class TokenReader(LinkKeys keys, PracticeTags practices)
{
    public UnsubscribeToken? Unsubscribe(string token) => UnsubscribeToken.Read(token, keys);
    public ResumeToken? Resume(string token) => ResumeToken.Read(token, keys);
    public ValueTask<ShortClaim?> Link(string token, CancellationToken ct) => Short(ShortKind.Link, Kinds.Message.Prefix, token, ct);
    public ValueTask<ShortClaim?> Booking(string token, CancellationToken ct) => Short(ShortKind.Booking, Kinds.BookingLink.Prefix, token, ct);
    public ValueTask<ShortClaim?> Visit(string token, CancellationToken ct) => Short(ShortKind.Visit, Kinds.Appointment.Prefix, token, ct);

    ValueTask<ShortClaim?> Short(ShortKind kind, string prefix, string token, CancellationToken ct) => ShortToken.Read(keys, kind, prefix, token, tag => practices.Of(tag, ct));
}
