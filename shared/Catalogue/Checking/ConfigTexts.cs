using System.Text.Json;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Lint;

namespace AesthetixWorkflows.Catalogue.Checking;

/// <summary>The texts of a config in which merge fields are filled in, however deep.</summary>
static class ConfigTexts
{
    public static IEnumerable<ConfigText> In(IEnumerable<Field> fields, JsonElement config) =>
        from field in fields
        where field.Merge
        let value = ConfigFields.Value(field, config)
        where value is not null
        from text in Walk(value.Value, ConfigFields.Pointer(field))
        select new ConfigText(text.Pointer, field.Label, text.Text);

    static IEnumerable<(string Pointer, string Text)> Walk(JsonElement json, string pointer) => json.ValueKind switch
    {
        JsonValueKind.String => [(pointer, json.GetString()!)],
        JsonValueKind.Array => json.EnumerateArray().SelectMany((item, at) => Walk(item, JsonPointer.Below(pointer, at))),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(property => Walk(property.Value, JsonPointer.Below(pointer, property.Name))),
        _ => [],
    };
}
