using System.Collections.Frozen;
using System.Text.Json;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Events;

namespace AesthetixWorkflows.Api.Revealing;

/// <summary>An event's data for those who look after the machinery: of what its trigger describes and does not call private,
/// the values; of everything else, and of the contact, only the names.</summary>
sealed class EventMask(ProductCatalogue catalogue)
{
    readonly FrozenDictionary<string, FrozenSet<string>> _safe = catalogue.Triggers.Values.ToFrozenDictionary(trigger => trigger.Type,
        trigger => trigger.MergeFields.Where(field => !field.Sensitive && !field.Name.StartsWith("contact.", StringComparison.Ordinal)).Select(field => field.Name).ToFrozenSet());

    public JsonElement Of(PracticeEvent e) =>
        e.Data.ValueKind is JsonValueKind.Undefined ? e.Data : Masked.Of(e.Data, _safe.TryGetValue(e.Type, out var safe) ? safe.Contains : null);
}
