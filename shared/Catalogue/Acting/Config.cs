using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Catalogue.Acting;

/// <summary>A step's config, rendered. The validator has seen it, so a wrong shape here reads as absent.</summary>
public sealed class Config(JsonObject values)
{
    public JsonObject Values { get; } = values;

    public string? Text(string name) => Values[name] switch
    {
        JsonValue value when value.TryGetValue(out string? text) => string.IsNullOrWhiteSpace(text) ? null : text,
        JsonValue value => value.ToString(),
        _ => null,
    };

    public string Need(string name) => Text(name) ?? throw new MissingConfigException(name);

    public bool Flag(string name) => Text(name) is "true";

    public decimal? Number(string name) =>
        decimal.TryParse(Text(name), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    public IReadOnlyList<string> Many(string name) => Values[name] switch
    {
        JsonArray array => [.. array.Select(item => item?.ToString()).OfType<string>().Where(text => text.Length > 0)],
        null => [],
        var single => single.ToString() is { Length: > 0 } text ? [text] : [],
    };

    public JsonObject? Object(string name) => Values[name] as JsonObject;
    public JsonArray? Array(string name) => Values[name] as JsonArray;
}

/// <summary>A required field came out empty once its merge fields were filled; the path answers <c>config.missing</c>.</summary>
public sealed class MissingConfigException(string field) : Exception($"The field {field} is empty.")
{
    public string Field { get; } = field;
}
