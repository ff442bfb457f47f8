using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Facts;

namespace AesthetixWorkflows.Runtime.Simulating.Reporting;

/// <summary>Finding the record that a scripted event means, and writing its id into it.</summary>
static class Naming
{
    public static string? Text(this TriedEvent e, string root, string field) => FactLoader.TextIn(e.Data, root, field);

    public static DateTimeOffset? At(this TriedEvent e, string root, string field) => Core.Conditions.Moment.TryParse(e.Text(root, field), out var moment) ? moment.Instant : null;

    public static TriedEvent With(this TriedEvent e, string root, string id)
    {
        var data = JsonNode.Parse(e.Data.GetRawText())!.AsObject();
        if (data[root] is not JsonObject said) data[root] = said = [];
        said["id"] = id;
        return e with { Data = JsonSerializer.SerializeToElement(data) };
    }

    /// <summary>The contact's oldest that is still open.</summary>
    public static async Task<string?> Oldest<T>(IRecords records, Kind<T> kind, string practice, string contactId, Func<T, bool> open, CancellationToken ct) where T : class =>
        (await records.List(kind, practice, new Listing(200, Index: "contact", Value: contactId, Descending: false), ct)).Items.FirstOrDefault(item => open(item.Body))?.Id;
}
