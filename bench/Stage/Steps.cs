using System.Text.Json;
using System.Text.Json.Nodes;

namespace AesthetixWorkflows.Bench.Stage;

/// <summary>The workflows that are measured, as JSON.</summary>
static class Steps
{
    public static JsonObject Noop() => new() { ["type"] = "bench.noop" };

    public static JsonObject Text() => new()
    {
        ["type"] = "sms.send",
        ["config"] = new JsonObject { ["purpose"] = "care", ["body"] = "Hi {{contact.firstName}}, your visit at {{practice.name}} is confirmed. See you soon!" },
    };

    public static JsonObject Email() => new()
    {
        ["type"] = "email.send",
        ["config"] = new JsonObject { ["purpose"] = "care", ["subject"] = "Your visit, {{contact.firstName}}", ["body"] = "Hi {{contact.firstName}},\n\nsee you soon.\n\n{{practice.name}}" },
    };

    public static JsonObject Delay(string duration) => new() { ["type"] = "wait.delay", ["config"] = new JsonObject { ["for"] = duration } };

    /// <summary>One after the other.</summary>
    public static JsonElement Chain(JsonArray triggers, params JsonObject[] steps)
    {
        var map = new JsonObject();
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i]["next"] = i + 1 < steps.Length ? $"s{i + 2}" : null;
            map[$"s{i + 1}"] = steps[i];
        }
        return JsonSerializer.SerializeToElement(new JsonObject { ["schemaVersion"] = 1, ["triggers"] = triggers, ["start"] = "s1", ["steps"] = map });
    }

    public static JsonObject Trigger(string type, params (string Field, string Op, string Value)[] filters) => new()
    {
        ["id"] = "t1", ["type"] = type,
        ["filters"] = new JsonObject { ["all"] = new JsonArray([.. filters.Select(f => new JsonObject { ["field"] = f.Field, ["op"] = f.Op, ["value"] = f.Value })]) },
    };
}
