using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Texts;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Makes another text of a text.</summary>
sealed class TextFormat : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("text.format", "Format text", "Tools", "Makes another text of a text: capitals, a part of it, something replaced. Later steps can use the result.",
        Config:
        [
            new("text", FieldKind.LongText, "Text", MaxLength: 10_000, Merge: true, MayBeEmpty: true),
            new("op", FieldKind.Choice, "Do", Required: true, Options:
            [
                new("upper", "All capitals"), new("lower", "No capitals"), new("title", "Each Word With A Capital"), new("capitalize", "First letter a capital"),
                new("default", "Another text if it is empty"), new("trim", "Cut off spaces at both ends"), new("whitespace", "One space between words"),
                new("replace", "Replace"), new("find", "Look for"), new("wordCount", "Count words"), new("length", "Count characters"), new("split", "Take a part"),
                new("removeHtml", "Remove HTML"), new("extractEmail", "Take out the email address"), new("extractUrl", "Take out the web address"),
            ]),
            new("find", FieldKind.Text, "Look for", MaxLength: 500, Merge: true, Help: "To replace, to look for, or to split at. Left empty when splitting: a comma."),
            new("with", FieldKind.Text, "Instead", MaxLength: 500, Merge: true, MayBeEmpty: true, Help: "What takes its place."),
            new("part", FieldKind.Number, "Which part", Min: -1000, Max: 1000, Help: "1 is the first, -1 the last."),
        ],
        Outputs: [new("value", "Result"), new("found", "Was found", "flag"), new("parts", "All parts", "list")], NeedsContact: false);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var (config, op) = (call.Config, call.Config.Need("op"));
        // Spaces count here, so not the reading that takes a blank text for none.
        string? Raw(string name) => config.Values[name]?.ToString();
        var (text, find) = (Raw("text") ?? "", Raw("find"));
        if (op is "replace" or "find" && string.IsNullOrEmpty(find)) throw new MissingConfigException("find");
        var output = new JsonObject();
        if (op == "split")
        {
            var parts = TextOps.Split(text, string.IsNullOrEmpty(find) ? "," : find);
            var value = TextOps.Part(parts, (int)(config.Number("part") ?? 1));
            (output["value"], output["found"], output["parts"]) = (value ?? "", value is not null, new JsonArray([.. parts.Select(part => (JsonNode)part)]));
        }
        else
        {
            var value = TextOps.Apply(op, text, find, Raw("with") ?? "");
            (output["value"], output["found"]) = (value ?? "", value is not null);
        }
        call.Give(output);
        return Task.FromResult<Outcome>(Outcome.Done.Plain);
    }
}
