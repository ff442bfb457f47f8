using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Conditions;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>Fills the merge fields of a step's config. A field without value and without fallback stops the action: a
/// patient never reads "Hi ,".</summary>
public static class Rendering
{
    /// <summary>How the code of a field without value begins; the field follows.</summary>
    public const string Missing = "merge.missing:";

    static readonly KeptTemplates Templates = new(mostCharacters: 20_000_000);

    /// <returns>The filled config, and codes of what kept it from being filled.</returns>
    public static (Config Config, IReadOnlyList<string> Flaws) Render(JsonElement config, ActionDescriptor descriptor, Setting setting)
    {
        var flaws = new List<string>();
        var filled = new JsonObject();
        if (config.ValueKind is JsonValueKind.Object)
            foreach (var property in config.EnumerateObject())
            {
                var field = descriptor.Config.FirstOrDefault(f => f.Name == property.Name);
                var way = new Way(field?.Kind is FieldKind.Html ? Escape.Html : Escape.None, field is { Exact: true }, field is { MayBeEmpty: true });
                filled[property.Name] = Fill(property.Value, setting, way, flaws);
            }
        return (new Config(filled), flaws);
    }

    /// <summary>A sender whose merge fields have no value is left to the practice's own.</summary>
    public static Sender Render(Sender sender, Setting setting)
    {
        string? Filled(string? text)
        {
            if (text is null) return null;
            var flaws = new List<string>();
            var filled = Fill(text, setting, default, flaws);
            return flaws.Count == 0 ? filled : null;
        }
        return sender is { Name: null, Email: null, Phone: null } ? sender : new(Filled(sender.Name), Filled(sender.Email), Filled(sender.Phone));
    }

    static JsonNode? Fill(JsonElement value, Setting setting, Way way, List<string> flaws) => value.ValueKind switch
    {
        JsonValueKind.String => JsonValue.Create(Fill(value.GetString()!, setting, way, flaws)),
        JsonValueKind.Object => new JsonObject(value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Fill(p.Value, setting, way, flaws)))),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(item => Fill(item, setting, way, flaws))]),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonNode.Parse(value.GetRawText()),
    };

    static string Fill(string text, Setting setting, Way way, List<string> flaws)
    {
        if (!text.Contains("{{", StringComparison.Ordinal)) return text;
        var template = Templates.Of(text);
        if (way.Exact && template.Parts is [TemplatePart.Field { Filters.IsEmpty: true } sole] && Moment.Of(setting.Find(sole.Name)) is { } moment)
            return PlainText.Of(moment.Instant is { } at ? new Fact.Instant(at) : new Fact.Day(moment.DayIn(setting.Zone)), setting.Zone);
        var rendered = template.Render(setting, way.Escape, way.MayBeEmpty ? "" : null);
        if (!way.MayBeEmpty) flaws.AddRange(rendered.Missing.Select(field => Missing + field));
        if (rendered.IsCut) flaws.Add("merge.tooLong");
        return rendered.Text;
    }

    /// <summary>How the texts of one field are filled.</summary>
    readonly record struct Way(Escape Escape, bool Exact, bool MayBeEmpty);
}
