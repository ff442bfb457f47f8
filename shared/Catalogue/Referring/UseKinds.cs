using System.Collections.Frozen;

namespace AesthetixWorkflows.Catalogue.Referring;

/// <summary>What can be named, by the words of the descriptors.</summary>
public static class UseKinds
{
    public static readonly IReadOnlyList<string> All =
        ["tag", "user", "pipeline", "stage", "template", "calendar", "field", "value", "link", "form", "workflow", "document"];

    const string CustomField = "contact.fields.", CustomValue = "custom.", Link = "link.";
    /// <summary>What a click on a link brings; every other name below <c>link.</c> is a link's own.</summary>
    static readonly FrozenSet<string> OfClicks = new[] { "id", "name", "url", "workflowId", "stepId" }.ToFrozenSet();

    /// <param name="of">A descriptor's: what the field holds.</param>
    /// <returns>What the text names; null when it is no record, or not known before the text is filled in.</returns>
    public static (string Kind, string Id)? Read(string of, string text) =>
        string.IsNullOrWhiteSpace(text) || text.Contains("{{", StringComparison.Ordinal) ? null : of switch
        {
            "contactField" => OfField(text),
            "customField" => ("field", text),
            "customValue" => ("value", text),
            _ when All.Contains(of) => (of, text.Trim()),
            _ => null,
        };

    /// <summary>A field of a contact as a form names it: <c>fields.skinType</c>; the product's own fields are no records.</summary>
    public static (string Kind, string Id)? OfField(string name) => Below(name, "fields.") is { } field ? ("field", field) : null;

    /// <summary>What a fact or merge field belongs to: <c>contact.fields.skinType</c>, <c>custom.parking</c>, <c>link.booking</c>.</summary>
    public static (string Kind, string Id)? OfFact(string fact) =>
        Below(fact, CustomField) is { } field ? ("field", field)
        : Below(fact, CustomValue) is { } value ? ("value", value)
        : Below(fact, Link) is { } link && !OfClicks.Contains(link) ? ("link", link)
        : null;

    static string? Below(string fact, string root) =>
        fact.Length > root.Length && fact.StartsWith(root, StringComparison.Ordinal) ? fact[root.Length..].Split('.')[0] : null;
}
