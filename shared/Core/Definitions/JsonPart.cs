using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Conditions;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>One JSON object of a definition while it is read. It gives typed values, reports what is wrong with them, and
/// remembers which were asked for, so that the rest can be called unknown. JSON null is the same as absent.</summary>
internal sealed class JsonPart
{
    public const int MaxText = 500;

    readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    readonly List<Finding> _findings;
    readonly string? _stepId;

    public JsonPart(JsonElement json, string pointer, string speaker, string? stepId, List<Finding> findings)
    {
        (Pointer, Speaker, _stepId, _findings) = (pointer, speaker, stepId, findings);
        if (json.ValueKind == JsonValueKind.Object)
            foreach (var property in json.EnumerateObject())
                _values[property.Name] = property.Value;
        else
            Report(ReadingCodes.WrongShape, null, "must be a group of settings here.");
    }

    public string Pointer { get; }

    /// <summary>How a message begins: <c>The step “Confirmation”</c>.</summary>
    public string Speaker { get; set; }

    /// <summary>A short text for naming this object, if it is one.</summary>
    public string? Peek(string name) =>
        _values.TryGetValue(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= MaxText } text ? text : null;

    public JsonElement? Raw(string name)
    {
        _asked.Add(name);
        return _values.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public string? Text(string name, int max = MaxText)
    {
        if (Raw(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.String) return Wrong<string>(name, "a text");
        var text = value.GetString()!;
        if (text.Length <= max) return text;
        Report(ReadingCodes.TooLong, name, string.Create(CultureInfo.InvariantCulture, $"allows at most {max} characters for “{name}”."));
        return text[..max];
    }

    /// <summary>A text that must be there; empty when it is not, which later checks pass over.</summary>
    public string NeedText(string name)
    {
        if (Raw(name) is null) Report(ReadingCodes.Missing, name, $"needs “{name}”.");
        return Text(name) ?? "";
    }

    /// <summary>The id of this object. Unusable ones are reported and kept.</summary>
    public string Id()
    {
        var id = NeedText("id");
        if (id.Length > 0 && !IsId(id)) Report(ReadingCodes.BadId, "id", $"has the id “{id}”, which cannot be used.");
        return id;
    }

    public static bool IsId(string id) => id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    public bool Flag(string name, bool otherwise)
    {
        if (Raw(name) is not { } value) return otherwise;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Wrong<string>(name, "true or false");
        return otherwise;
    }

    public int? Whole(string name, int min, int max)
    {
        if (Raw(name) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            Wrong<string>(name, "a whole number");
            return null;
        }
        if (number >= min && number <= max) return number;
        Report(ReadingCodes.OutOfRange, name, string.Create(CultureInfo.InvariantCulture, $"allows {min} to {max} for “{name}”, not {number}."));
        return Math.Clamp(number, min, max);
    }

    public T Word<T>(string name, Words<T> words, T otherwise) where T : struct, Enum
    {
        if (Text(name) is not { } word) return otherwise;
        if (words.Find(word) is { } value) return value;
        Report(ReadingCodes.UnknownWord, name, $"allows {words.List} for “{name}”, not “{word}”.");
        return otherwise;
    }

    public string? Duration(string name, bool signed = false)
    {
        if (Text(name) is not { } text) return null;
        if (Parts.IsDuration(text, signed)) return text;
        Report(ReadingCodes.BadDuration, name, $"cannot read “{text}” as a length of time (“{name}”). One day is P1D, two hours PT2H.");
        return null;
    }

    public TimeOnly? Time(string name)
    {
        if (Text(name) is not { } text) return null;
        if (Parts.ReadTime(text) is { } time) return time;
        Report(ReadingCodes.BadTime, name, $"cannot read “{text}” as a time of day (“{name}”). Write it like 09:30.");
        return null;
    }

    public DateOnly? Date(string name)
    {
        var text = NeedText(name);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        if (text.Length > 0) Report(ReadingCodes.BadDate, name, $"cannot read “{text}” as a date (“{name}”). Write it like 2026-12-24.");
        return null;
    }

    public Condition Condition(string name)
    {
        if (Raw(name) is not { } value) return Conditions.Condition.Always;
        return Parts.ReadCondition(value, (below, message) =>
            Report(ReadingCodes.BadCondition, null, $"has a condition that cannot be read: {message}", JsonPointer.Below(Pointer, name) + below));
    }

    public Window? Window(string name)
    {
        if (Raw(name) is not { } value) return null;
        var window = Parts.ReadWindow(value, out var problem);
        if (problem is not null) Report(ReadingCodes.BadWindow, name, $"has hours that cannot be read. {problem}");
        return window;
    }

    public JsonPart? Object(string name) => Raw(name) is { } value ? Below(value, JsonPointer.Below(Pointer, name)) : null;

    public IReadOnlyList<JsonPart> Items(string name, int max = 50)
    {
        if (Raw(name) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array) return Wrong<IReadOnlyList<JsonPart>>(name, "a list") ?? [];
        if (value.GetArrayLength() > max) Report(ReadingCodes.TooMany, name, string.Create(CultureInfo.InvariantCulture, $"allows at most {max} “{name}”."));
        return [.. value.EnumerateArray().Take(max).Select((item, at) => Below(item, JsonPointer.Below(JsonPointer.Below(Pointer, name), at)))];
    }

    public IReadOnlyList<string> Texts(string name, IReadOnlyList<string> allowed)
    {
        if (Raw(name) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array) return Wrong<IReadOnlyList<string>>(name, "a list") ?? [];
        var texts = new List<string>();
        foreach (var item in value.EnumerateArray())
            if (item.ValueKind == JsonValueKind.String && allowed.Contains(item.GetString()!)) texts.Add(item.GetString()!);
            else Report(ReadingCodes.UnknownWord, name, $"allows {string.Join(", ", allowed)} for “{name}”, not “{item}”.");
        return texts;
    }

    public void Report(FindingCode code, string? name, string message, string? pointer = null) =>
        _findings.Add(code.At(pointer ?? (name is null ? Pointer : JsonPointer.Below(Pointer, name)), _stepId, $"{Speaker} {message}"));

    /// <summary>Called last: whatever nobody asked for is unknown.</summary>
    public void RestIsUnknown()
    {
        foreach (var name in _values.Keys.Where(name => !_asked.Contains(name)))
            Report(ReadingCodes.UnknownProperty, name, $"has no setting called “{name}”; it is ignored.");
    }

    public JsonPart Below(JsonElement json, string pointer) => new(json, pointer, Speaker, _stepId, _findings);

    T? Wrong<T>(string name, string expected) where T : class
    {
        Report(ReadingCodes.WrongShape, name, $"needs {expected} for “{name}”.");
        return null;
    }
}
