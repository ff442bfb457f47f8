using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Hooks;
using AesthetixWorkflows.Runtime.Hooks.Inbound;

namespace AesthetixWorkflows.Api.Hooks;

/// <summary>What a hook makes of a body: the facts of its event, by root.</summary>
static class HookFacts
{
    /// <summary>Roots of event data that a JSON body may bring as they are.</summary>
    static readonly string[] Roots = [.. EventRoots.All.Where(root => root is not ("webhook" or "schedule"))];

    /// <returns>The event's data, and the id that a message brings itself.</returns>
    public static (JsonElement Data, string? MessageId) Of(Hook hook, JsonElement body)
    {
        var message = hook.EventType == "message.received" && hook.Mapping.IsEmpty ? InboundMessage.Read(body) : null;
        return (Data(hook, message?.Data() ?? Mapped(hook, body)), message?.Id);
    }

    /// <summary>The event's facts by root: what the mapping or a good guess finds, and the roots the body brings itself.</summary>
    static JsonObject Mapped(Hook hook, JsonElement body)
    {
        var data = JsonObject.Create(FieldMapping.Apply(hook.Mapping.IsEmpty ? null : hook.Mapping, body).Data)!;
        foreach (var root in Roots)
            if (body.TryGetProperty(root, out var own) && own.ValueKind is JsonValueKind.Object)
            {
                var known = Root(data, root);
                foreach (var property in own.EnumerateObject())
                    if (!known.ContainsKey(property.Name)) known[property.Name] = JsonNode.Parse(property.Value.GetRawText());
            }
        // A form's answers belong to the form: {{form.fields.treatment}}.
        if (hook.EventType is "form.submitted" or "survey.submitted" && data["fields"] is JsonObject answers)
            Root(data, hook.EventType.Split('.')[0])["fields"] = answers.DeepClone();
        return data;
    }

    /// <summary>And what this hook always says.</summary>
    static JsonElement Data(Hook hook, JsonObject data)
    {
        foreach (var (path, value) in hook.Constants)
        {
            var parts = path.Split('.', 2);
            if (parts.Length == 2) Root(data, parts[0])[parts[1]] = value;
        }
        return JsonSerializer.SerializeToElement(data);
    }

    static JsonObject Root(JsonObject data, string name)
    {
        if (data[name] is JsonObject known) return known;
        var made = new JsonObject();
        data[name] = made;
        return made;
    }
}
