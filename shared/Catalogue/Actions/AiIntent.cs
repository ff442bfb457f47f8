using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Catalogue.Texts;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Catalogue.Actions;

/// <summary>Reads whether a reply means yes or no. By words, in the house: the same reply is always read the same way. What the
/// words leave open a model may read, where the host has one.</summary>
/// <remarks>Asking a model twice after a crash does no harm, so no ledger row is claimed for it.</remarks>
sealed class AiIntent : ActionType
{
    public override ActionDescriptor Descriptor { get; } = new("ai.intent", "Detect intent", "Decisions", "Reads whether the contact's reply means yes (POSITIVE), no (NEGATIVE) or neither (NONE), by its words.",
        Config:
        [
            new("text", FieldKind.LongText, "Text", MaxLength: 5000, Merge: true, MayBeEmpty: true, Help: "Left empty: the contact's latest message."),
            new("positive", FieldKind.Text, "More words for yes", MaxLength: 1000, Help: "Separated by commas."),
            new("negative", FieldKind.Text, "More words for no", MaxLength: 1000, Help: "Separated by commas."),
        ],
        Outputs: [new("intent", "Intent"), new("word", "The word it was read from"), new("by", "Who read it")]);

    public override async Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        var text = call.Config.Text("text") ?? await Latest(call, ct) ?? "";
        var (intent, word) = ReplyIntent.Of(text, ReplyIntent.List(call.Config.Text("positive")), ReplyIntent.List(call.Config.Text("negative")));
        var by = "words";
        if (intent == ReplyIntent.None && !string.IsNullOrWhiteSpace(text) && call.Decider is { } decider
            && await decider.Decide(new DecisionAsked("What does the patient's reply mean?", text, Meanings), ct) is { Branch: { } read } && Meanings.Any(meaning => meaning.Id == read))
            (intent, word, by) = (read, null, "model");
        call.Give(new JsonObject { ["intent"] = intent, ["word"] = word, ["by"] = by });
        return new Outcome.Done($"intent:{intent}");
    }

    static readonly ImmutableArray<DecisionBranch> Meanings =
    [
        new(ReplyIntent.Positive, "Yes, agrees, confirms, is interested"), new(ReplyIntent.Negative, "No, declines, cancels, wants another time, is not interested"),
        new(ReplyIntent.None, "Neither, both, or unclear"),
    ];

    static async Task<string?> Latest(ActionCall call, CancellationToken ct)
    {
        var page = await call.Records.List(Kinds.Message, call.PracticeId, new Listing(50, Index: "contact", Value: call.ContactId), ct);
        return page.Items.FirstOrDefault(item => item.Body.Direction == Direction.In)?.Body.Text;
    }
}
