using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Runtime.TestSending;

/// <summary>A workflow's draft with one step as somebody is writing it.</summary>
sealed record TestedStep(Definition Definition, JsonElement Json, Step.Act Step)
{
    /// <summary>The rest of the draft may have errors: only this step is looked at.</summary>
    /// <param name="type">Of a step that the draft has not got yet.</param>
    /// <returns>Null: there is no such step, or it is no action.</returns>
    public static TestedStep? Of(JsonElement draft, string stepId, string? type, JsonElement? config)
    {
        if (draft.ValueKind is not JsonValueKind.Object || JsonNode.Parse(draft.GetRawText()) is not JsonObject json) return null;
        if (json["steps"] is not JsonObject steps) json["steps"] = steps = [];
        if (steps[stepId] is not JsonObject step)
        {
            if (type is null) return null;
            steps[stepId] = step = new JsonObject { ["type"] = type, ["next"] = null };
        }
        if (config is { ValueKind: JsonValueKind.Object } written) step["config"] = JsonNode.Parse(written.GetRawText());
        if (step["config"] is JsonObject own) ForOneself(Word(step["type"]), own);
        var whole = JsonSerializer.SerializeToElement(json);
        return DefinitionReader.Read(whole).Definition is { } definition && definition.Find(stepId) is Step.Act act ? new(definition, whole, act) : null;
    }

    /// <summary>Who of the team would get it, and who was asked lately, says nothing of how it reads.</summary>
    static void ForOneself(string? type, JsonObject config)
    {
        switch (type)
        {
            case "team.notify":
                config["to"] = Word(config["channel"]) == "sms" ? "phone" : "email";
                config["email"] = Anybody;
                config["phone"] = Anybody;
                break;
            case "review.request":
                config["notWithin"] = "PT0S";
                break;
        }
    }

    static string? Word(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? word) ? word : null;

    // Replaced by the address that the test goes to.
    const string Anybody = "somebody";

    public string? Text(string field) => Step.Config.ValueKind is JsonValueKind.Object && Step.Config.TryGetProperty(field, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
