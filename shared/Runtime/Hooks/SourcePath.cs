using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace AesthetixWorkflows.Runtime.Hooks;

/// <summary>Where in an inbound body a value is found; the part of JSONPath (RFC 9535) that names one place.</summary>
/// <remarks><c>$.payload.invitee.email</c> · <c>answers[0].text</c> · <c>['a.b']</c> ·
/// <c>answers[?(@.question=='Phone')].answer</c>, the first that equals · <c>=fixed text</c>, a literal.</remarks>
public sealed record SourcePath
{
    const int Longest = 500;

    readonly ImmutableArray<Step> steps;
    readonly JsonElement? literal;

    SourcePath(ImmutableArray<Step> steps, JsonElement? literal) => (this.steps, this.literal) = (steps, literal);

    abstract record Step
    {
        public sealed record Name(string Value) : Step;
        public sealed record Index(int Value) : Step;
        public sealed record First(ImmutableArray<Step> Field, string Equal) : Step;
    }

    /// <summary>Reads a path; null when it is not one.</summary>
    public static SourcePath? Parse(string text)
    {
        if (text.StartsWith('=')) return new([], JsonSerializer.SerializeToElement(text[1..]));
        var rest = text.AsSpan().Trim();
        if (rest.Length is 0 or > Longest) return null;
        if (rest[0] == '$') rest = rest[1..];
        else if (rest[0] is not ('.' or '[')) rest = $".{rest}";
        return Steps(rest) is { } steps ? new(steps, null) : null;
    }

    /// <summary>The value at the path; null when there is none, or it is null.</summary>
    public JsonElement? Find(JsonElement body) => literal ?? Walk(body, steps);

    static JsonElement? Walk(JsonElement value, ImmutableArray<Step> steps)
    {
        foreach (var step in steps)
        {
            if (Next(value, step) is not { } next) return null;
            value = next;
        }
        return value.ValueKind == JsonValueKind.Null ? null : value;
    }

    static JsonElement? Next(JsonElement value, Step step) => (value.ValueKind, step) switch
    {
        (JsonValueKind.Object, Step.Name(var name)) => value.TryGetProperty(name, out var found) ? found : null,
        (JsonValueKind.Array, Step.Index(var index)) => index < value.GetArrayLength() ? value[index] : null,
        (JsonValueKind.Array, Step.First(var field, var equal)) => value.EnumerateArray()
            .Where(item => Walk(item, field) is { } it && JsonText.Of(it) == equal).Select(item => (JsonElement?)item).FirstOrDefault(),
        _ => null,
    };

    static ImmutableArray<Step>? Steps(ReadOnlySpan<char> rest)
    {
        var steps = ImmutableArray.CreateBuilder<Step>();
        while (rest.Length > 0)
        {
            var length = rest[0] == '[' ? Closing(rest) + 1 : NameEnd(rest);
            var step = rest[0] == '[' ? (length > 1 ? Bracket(rest[1..(length - 1)].Trim()) : null)
                : rest[0] == '.' && length > 1 ? new Step.Name(rest[1..length].Trim().ToString()) : null;
            if (step is null) return null;
            steps.Add(step);
            rest = rest[length..];
        }
        return steps.ToImmutable();
    }

    static int NameEnd(ReadOnlySpan<char> rest) => rest[1..].IndexOfAny('.', '[') is >= 0 and var at ? at + 1 : rest.Length;

    // The bracket that ends this one, past any inside it or inside quotes; -1 for none.
    static int Closing(ReadOnlySpan<char> rest)
    {
        var (quote, depth) = ('\0', 0);
        for (var i = 0; i < rest.Length; i++)
        {
            if (quote != '\0') quote = rest[i] == quote ? '\0' : quote;
            else if (rest[i] is '\'' or '"') quote = rest[i];
            else if (rest[i] == '[') depth++;
            else if (rest[i] == ']' && --depth == 0) return i;
        }
        return -1;
    }

    static Step? Bracket(ReadOnlySpan<char> inner)
    {
        if (int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return new Step.Index(index);
        if (Quoted(inner) is { } name) return new Step.Name(name);
        if (!inner.StartsWith("?")) return null;
        var test = inner[1..].Trim();
        if (test.StartsWith("(") && test.EndsWith(")")) test = test[1..^1].Trim();
        var equals = test.IndexOf("==");
        if (equals < 2 || test[0] != '@') return null;
        var right = test[(equals + 2)..].Trim();
        return Steps(test[1..equals].Trim()) is { Length: > 0 } field && right.Length > 0 ? new Step.First(field, Quoted(right) ?? right.ToString()) : null;
    }

    static string? Quoted(ReadOnlySpan<char> text) =>
        text.Length >= 2 && (text[0] is '\'' or '"') && text[^1] == text[0] ? text[1..^1].ToString() : null;
}
