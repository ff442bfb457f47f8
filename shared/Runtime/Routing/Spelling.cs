using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Events;

namespace AesthetixWorkflows.Runtime.Routing;

/// <summary>Other systems say <c>no-answer</c>, <c>Cancelled</c> and <c>partially_paid</c>. Where a trigger offers choices, what an
/// event from outside says is written as the choice that is meant, so that filters find it.</summary>
public sealed class Spelling(ProductCatalogue catalogue)
{
    static readonly FrozenDictionary<string, string> Others = new Dictionary<string, string>
    {
        ["cancelled"] = "canceled", ["partiallypaid"] = "partial", ["partpaid"] = "partial", ["voided"] = "void", ["trialing"] = "trial", ["pastdue"] = "overdue",
        ["missed"] = "noanswer", ["unanswered"] = "noanswer", ["answered"] = "completed", ["incoming"] = "inbound", ["outgoing"] = "outbound", ["open"] = "opened", ["click"] = "clicked",
        ["spamreport"] = "complained", ["unsubscribe"] = "unsubscribed", ["bounce"] = "bounced", ["text"] = "sms",
    }.ToFrozenDictionary();

    readonly FrozenDictionary<string, (string Root, string Field, FrozenDictionary<string, string> Words)[]> _choices =
        catalogue.Triggers.Values.ToFrozenDictionary(trigger => trigger.Type, trigger => trigger.Filters.Where(IsOwnChoice).Select(Choice).ToArray());

    public PracticeEvent Mend(PracticeEvent e)
    {
        if (Reported.IsOwn(e) || !_choices.TryGetValue(e.Type, out var choices) || e.Data.ValueKind is not JsonValueKind.Object) return e;
        JsonObject? mended = null;
        foreach (var (root, field, words) in choices)
        {
            if (Facts.FactLoader.TextIn(e.Data, root, field) is not { } said || words.Values.Contains(said)) continue;
            if (!words.TryGetValue(Plain(said), out var meant) && !(Others.TryGetValue(Plain(said), out var other) && words.TryGetValue(other, out meant))) continue;
            mended ??= JsonNode.Parse(e.Data.GetRawText())!.AsObject();
            mended[root]![field] = meant;
        }
        return mended is null ? e : e with { Data = JsonSerializer.SerializeToElement(mended) };
    }

    // A contact's fields are the record's; a deeper field is a form's answer.
    static bool IsOwnChoice(FilterField field) => field.Options is not null && field.Name.Split('.') is [not "contact", _];

    static (string, string, FrozenDictionary<string, string>) Choice(FilterField field) =>
        (field.Name.Split('.')[0], field.Name.Split('.')[1], field.Options!.ToFrozenDictionary(option => Plain(option.Value), option => option.Value));

    static string Plain(string word) => string.Concat(word.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
