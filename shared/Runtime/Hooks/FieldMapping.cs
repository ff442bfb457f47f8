using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using AesthetixWorkflows.Core.Identity;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>What a mapping made of a body: the event's data, and remarks on what did not work out.</summary>
public sealed record MappedBody(JsonElement Data, ImmutableArray<MappingNote> Notes);

/// <summary>A remark for whoever set up the mapping; the call is taken all the same.</summary>
/// <param name="Code"><c>mapping.source</c>, <c>mapping.target</c>, <c>mapping.missing</c>, <c>mapping.email</c> or <c>mapping.phone</c>.</param>
/// <param name="Target">The target that it is about.</param>
public sealed record MappingNote(string Code, string Target, string Message);

/// <summary>Turns an inbound body into the data of an event.</summary>
/// <remarks>The data always holds the whole body under <c>webhook</c> and its answers by bare name under <c>fields</c>, so
/// that a merge field can reach what nobody mapped.</remarks>
public static class FieldMapping
{
    const string Webhook = "webhook", Fields = "fields";

    /// <param name="mapping">Target (<c>contact.email</c>, <c>form.id</c>) to <see cref="SourcePath"/>; null or empty guesses the contact.</param>
    /// <param name="body">A JSON object.</param>
    /// <param name="region">ISO 3166 region of phone numbers written as at home: the practice's.</param>
    public static MappedBody Apply(IReadOnlyDictionary<string, string>? mapping, JsonElement body, string region = "US")
    {
        var answers = Answers.Of(body);
        var data = new JsonObject { [Fields] = FieldsOf(answers) };
        var notes = ImmutableArray.CreateBuilder<MappingNote>();
        foreach (var (target, value) in mapping is { Count: > 0 } ? Mapped(mapping, body, notes) : ContactGuess.Of(answers))
            Put(data, target, value, region, notes);
        SplitName(data);
        data[Webhook] = JsonObject.Create(body);
        return new(JsonSerializer.SerializeToElement(data), notes.ToImmutable());
    }

    static IEnumerable<(string Target, JsonElement Value)> Mapped(
        IReadOnlyDictionary<string, string> mapping, JsonElement body, ImmutableArray<MappingNote>.Builder notes)
    {
        foreach (var (target, source) in mapping.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            if (SourcePath.Parse(source) is not { } path) notes.Add(new("mapping.source", target, $"'{source}' is not a path."));
            else if (path.Find(body) is { } value) yield return (target, value);
            else notes.Add(new("mapping.missing", target, $"There is nothing at '{source}'."));
    }

    static void Put(JsonObject data, string target, JsonElement value, string region, ImmutableArray<MappingNote>.Builder notes)
    {
        var names = target.Split('.');
        if (names[0] == Webhook || names.Length > 6 || !names.All(IsName))
        {
            notes.Add(new("mapping.target", target, $"'{target}' is not a field that can be set."));
            return;
        }
        var at = data;
        foreach (var name in names[..^1])
        {
            if (at[name] is null) at[name] = new JsonObject();
            if (at[name] is not JsonObject inner)
            {
                notes.Add(new("mapping.target", target, $"'{name}' already has a value of its own."));
                return;
            }
            at = inner;
        }
        if (Clean(target, value, region, notes) is { } clean) at[names[^1]] = clean;
    }

    static JsonNode? Clean(string target, JsonElement value, string region, ImmutableArray<MappingNote>.Builder notes)
    {
        var kept = target switch
        {
            "contact.email" => EmailAddress.Normalize(JsonText.Of(value)),
            "contact.phone" => PhoneNumber.Normalize(JsonText.Of(value), region),
            _ => null,
        };
        if (kept is not null || target is not ("contact.email" or "contact.phone")) return kept ?? JsonSerializer.SerializeToNode(value);
        // Not the value itself: notes are kept in logs.
        notes.Add(target == "contact.email" ? new("mapping.email", target, "What is there is not an email address.") : new("mapping.phone", target, "What is there is not a phone number."));
        return null;
    }

    // contact.name becomes first and last name where these are not there themselves.
    static void SplitName(JsonObject data)
    {
        if (data["contact"] is not JsonObject contact || contact["name"] is not JsonValue name || name.GetValueKind() != JsonValueKind.String) return;
        var words = name.GetValue<string>().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        contact.Remove("name");
        if (words.Length > 0 && contact["firstName"] is null) contact["firstName"] = words[0];
        if (words.Length > 1 && contact["lastName"] is null) contact["lastName"] = string.Join(' ', words[1..]);
    }

    static JsonObject FieldsOf(IReadOnlyList<Answer> answers)
    {
        const int most = 200;
        var fields = new JsonObject();
        foreach (var answer in answers)
            if (fields.Count < most && !fields.ContainsKey(answer.Name)) fields[answer.Name] = JsonSerializer.SerializeToNode(answer.Value);
        return fields;
    }

    static bool IsName(string name) => name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');
}
