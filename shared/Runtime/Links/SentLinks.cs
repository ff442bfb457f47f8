using System.Collections.Immutable;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Links;

/// <summary>The links of one message, in the order in which they were first met; a link that is there twice is one.</summary>
sealed class SentLinks(PageAddresses pages, string practice, string messageId)
{
    readonly List<MessageLink> _all = [];
    readonly Dictionary<string, string> _targets = [];

    /// <summary>Null: the message has none.</summary>
    public ImmutableArray<MessageLink>? All => _all.Count == 0 ? null : [.. _all];

    public void Know(string linkId, string url) => _targets[linkId] = url;

    /// <summary>The address of a tracked link for this message's reader.</summary>
    public string Of(string linkId) => Address(new(linkId, _targets.GetValueOrDefault(linkId, "")));

    /// <summary>The address that leads on to this one.</summary>
    public string To(string url) => Address(new(null, url));

    string Address(MessageLink link)
    {
        var place = _all.IndexOf(link);
        var isNew = place < 0;
        if (isNew) place = _all.Count;
        // More links than an address can count: the rest are not followed.
        if (pages.Link(practice, messageId, place) is not { } address) return link.Url;
        if (isNew) _all.Add(link);
        return address;
    }
}
