using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Subscribing;

/// <summary>Which emails somebody gets from a practice.</summary>
/// <param name="Address">Masked; null when the contact is gone or has none.</param>
/// <param name="Any">False: none at all.</param>
/// <param name="Marketing">False: none but those about visits.</param>
/// <param name="Elsewhere">Emails were stopped for a reason that this page cannot lift.</param>
public sealed record Subscription(string Practice, string? Address, bool Any, bool Marketing, bool Elsewhere)
{
    /// <summary>The reason that is kept when a contact asks for no emails at all.</summary>
    public const string Reason = Delivering.DeliveryStops.Unsubscribed;

    public static Subscription Of(string practice, Contact? contact)
    {
        if (contact is null) return new(practice, null, false, false, false);
        var stops = contact.Dnd.Where(d => d.Channel is "email" or "all").ToList();
        return new(practice, contact.Email is { } email ? Masked(email) : null, stops.Count == 0, stops.Count == 0 && !Refused(contact), stops.Exists(d => d is not { Channel: "email", Reason: Reason }));
    }

    public static bool Refused(Contact contact) => contact.Consents.LastOrDefault(c => c is { Channel: "email", Purpose: "marketing" }) is { Granted: false };

    /// <summary>Enough for whoever owns the address to know it: <c>a•••@h•••.example</c>.</summary>
    static string Masked(string email)
    {
        var (at, dot) = (email.IndexOf('@', StringComparison.Ordinal), email.LastIndexOf('.'));
        return at <= 0 || dot <= at + 1 ? "•••" : $"{email[0]}•••@{email[at + 1]}•••{email[dot..]}";
    }
}

/// <summary>What somebody wants to get from now on.</summary>
public enum SubscriptionWish
{
    /// <summary>No offers and news; visits still.</summary>
    NoMarketing,
    /// <summary>Nothing by email.</summary>
    Nothing,
    /// <summary>What was stopped by the same person's wish is to come again.</summary>
    Again,
}
