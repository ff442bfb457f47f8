using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Runtime.Drafting.Names;

namespace AesthetixWorkflows.Runtime.Narrating;

/// <summary>What people call fields and their values: “No-show” for <c>noshow</c>, the user's name for an id.</summary>
sealed class ValueNames
{
    readonly Dictionary<string, FilterField> _everywhere = [];
    readonly ProductCatalogue _catalogue;
    readonly Dictionary<(string Of, string Id), string> _names = [];

    public ValueNames(ProductCatalogue catalogue, PracticeNames names)
    {
        _catalogue = catalogue;
        // A question of a step is about any trigger's event, so the first that knows the field tells of it.
        foreach (var field in catalogue.Triggers.Values.OrderBy(trigger => trigger.Outside).ThenBy(trigger => trigger.Type, StringComparer.Ordinal).SelectMany(trigger => trigger.Filters)) _everywhere.TryAdd(field.Name, field);
        foreach (var (of, all) in new[] { ("form", names.Forms), ("calendar", names.Calendars), ("user", names.Users), ("workflow", names.Workflows) })
            foreach (var named in all) _names.TryAdd((of, named.Id), named.Name);
        foreach (var pipeline in names.Pipelines)
        {
            _names.TryAdd(("pipeline", pipeline.Id), pipeline.Name);
            foreach (var stage in pipeline.Stages) _names.TryAdd(("stage", stage.Id), stage.Name);
        }
    }

    /// <param name="type">The trigger whose event is asked; null: whichever it was.</param>
    public string? Label(string? type, string field) => Field(type, field)?.Label;

    public string? Word(string? type, string field, string value)
    {
        if (Field(type, field) is not { } known) return null;
        if (known.Of is { } of && _names.TryGetValue((of, value), out var name)) return name;
        return known.Options?.FirstOrDefault(option => option.Value == value)?.Label;
    }

    FilterField? Field(string? type, string field) =>
        type is not null && _catalogue.Triggers.TryGetValue(type, out var trigger) && trigger.Filters.FirstOrDefault(filter => filter.Name == field) is { } own ? own
        : _everywhere.GetValueOrDefault(field);
}
