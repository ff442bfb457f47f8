using System.Collections.Frozen;

namespace AesthetixWorkflows.Catalogue.Describing;

/// <summary>Which facts are not for everybody who looks after workflows: what triggers call sensitive, and who the contact is.</summary>
public sealed class PrivateFields(ProductCatalogue catalogue)
{
    /// <summary>Of a contact, what says nothing about the person.</summary>
    static readonly FrozenSet<string> Open = new[]
    {
        "contact.id", "contact.tags", "contact.type", "contact.source", "contact.assignedTo", "contact.followers", "contact.score", "contact.dnd", "contact.createdAt", "contact.timeZone",
    }.ToFrozenSet();

    readonly SensitiveFields _sensitive = new(catalogue);

    public bool Contains(string field) => field.StartsWith("contact.", StringComparison.Ordinal) ? !Open.Contains(field) : _sensitive.Contains(field);
}
