namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Addresses of the practice's public pages.</summary>
static class Pages
{
    /// <summary>The page of one record; null when the practice has named none.</summary>
    public static string? Of(string? template, string id) =>
        string.IsNullOrWhiteSpace(template) ? null : template.Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal);
}
