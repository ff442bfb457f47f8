namespace AesthetixWorkflows.Catalogue.Referring;

/// <summary>A place in a definition that names something of the practice.</summary>
/// <param name="Kind"><c>tag user pipeline stage template calendar field value link form workflow document</c>.</param>
/// <param name="Id">The record's id; tags, forms, fields and values go by their name or key.</param>
/// <param name="Of">The type of the step or trigger it stands in.</param>
/// <param name="Words">Where it stands, as the form calls it: <c>Tags</c>.</param>
/// <param name="Within">Of a stage: the pipeline that stands beside it.</param>
public sealed record RecordUse(string Kind, string Id, string Pointer, string? StepId, string? TriggerId, string Of, string Words, string? Within = null)
{
    /// <summary>Tags and forms are names that people type; ids are not.</summary>
    public bool Names(string kind, string id) =>
        Kind == kind && string.Equals(Id, id, kind is "tag" or "form" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
}
