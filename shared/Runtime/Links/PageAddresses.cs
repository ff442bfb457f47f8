using AesthetixWorkflows.Catalogue.Acting;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>Writes the addresses of the public pages. Registered by a host that serves them.</summary>
/// <param name="address">Where patients reach this host; null while they cannot.</param>
/// <param name="keys">Null: in a simulation, whose addresses must lead nowhere.</param>
public sealed class PageAddresses(Func<Uri?> address, LinkKeys? keys) : IPageAddresses
{
    const string Example = "example";

    /// <summary>Whether there is an address that could be sent to anybody.</summary>
    public bool Served => address() is not null;

    public PageAddresses ForTrying() => new(address, null);

    /// <summary>For a message that somebody sends to themselves: its links lead on by themselves, as nobody's clicks are to be
    /// counted, and its pages belong to nobody.</summary>
    public PageAddresses ForTesting() => new(address, null) { Follows = false };

    bool Follows { get; init; } = true;

    public string? Unsubscribe(string practice, string contactId, string messageId) =>
        Under("u", keys is null ? Example : new UnsubscribeToken(practice, contactId, messageId).Write(keys));

    /// <param name="place">Of the link among the message's links.</param>
    /// <returns>Null: it is not followed.</returns>
    public string? Link(string practice, string messageId, int place) => Follows ? Short("l", ShortKind.Link, practice, messageId, place) : null;

    public string? Booking(string practice, string bookingLinkId) => Short("b", ShortKind.Booking, practice, bookingLinkId, 0);

    /// <summary>Where the contact moves or calls off a visit.</summary>
    public string? Visit(string practice, string appointmentId) => Short("b", ShortKind.Visit, practice, appointmentId, 0);

    public string? Resume(string practice, string effectId) => Under("resume", keys is null ? Example : new ResumeToken(practice, effectId).Write(keys));

    /// <summary>Whether an address is one of ours.</summary>
    public bool IsOurs(string url) => address() is { } ours && url.StartsWith(ours.AbsoluteUri.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase);

    string? Short(string page, ShortKind kind, string practice, string id, int place) =>
        (keys is null ? Example : ShortToken.Write(keys, kind, practice, id, place)) is { } token ? Under(page, token) : null;

    string? Under(string page, string token) => address() is { } ours ? $"{ours.AbsoluteUri.TrimEnd('/')}/{page}/{token}" : null;
}
