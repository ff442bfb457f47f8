using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace AesthetixWorkflows.Core.Conditions;

/// <summary>Facts read from JSON by dotted path: <c>form.id</c>, <c>items.0.name</c>; <c>items.name</c> is the name of every item.</summary>
/// <remarks>Text that looks like a date stays text: those who compare dates read it (<see cref="Moment"/>). An array of scalars
/// is a list; objects in it are its things, and an object alone is not a fact. The element must outlive these facts (clone it from
/// a document that is disposed).</remarks>
public sealed class JsonFacts(JsonElement root) : IFacts
{
    public Fact Find(string field) => Find(root, field);

    static Fact Find(JsonElement at, ReadOnlySpan<char> path)
    {
        while (!path.IsEmpty)
        {
            var dot = path.IndexOf('.');
            var name = dot < 0 ? path : path[..dot];
            if (at.ValueKind == JsonValueKind.Array)
            {
                if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
                    return OfEach(at, path);
                if (index >= at.GetArrayLength())
                    return Fact.None;
                at = at[index];
            }
            else if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
                return Fact.None;
            path = dot < 0 ? [] : path[(dot + 1)..];
        }
        return Read(at);
    }

    static Fact OfEach(JsonElement items, ReadOnlySpan<char> path)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        foreach (var item in items.EnumerateArray())
            if (item.ValueKind == JsonValueKind.Object)
                AddTo(values, Find(item, path));
        return values.Count == 0 ? Fact.None : new Fact.Many(values.ToImmutable());
    }

    /// <summary>One JSON value as a fact.</summary>
    public static Fact Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new Fact.Text(value.GetString()!),
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? new Fact.Number(number) : new Fact.Text(value.GetRawText()),
        JsonValueKind.True => new Fact.Flag(true),
        JsonValueKind.False => new Fact.Flag(false),
        JsonValueKind.Array => ReadList(value),
        _ => Fact.None,
    };

    static Fact.Many ReadList(JsonElement list)
    {
        var values = ImmutableArray.CreateBuilder<string>();
        var things = false;
        foreach (var item in list.EnumerateArray())
        {
            things |= item.ValueKind == JsonValueKind.Object;
            if (item.ValueKind != JsonValueKind.Array)
                AddTo(values, Read(item));
        }
        return new Fact.Many(values.ToImmutable())
        {
            Things = things ? [.. list.EnumerateArray().Where(item => item.ValueKind is not (JsonValueKind.Array or JsonValueKind.Null)).Select(item => new JsonFacts(item))] : default,
        };
    }

    static void AddTo(ImmutableArray<string>.Builder values, Fact fact)
    {
        if (fact is Fact.Many many)
            values.AddRange(many.Values);
        else if (fact is not Fact.Nothing)
            values.Add(PlainText.Of(fact, "UTC"));
    }
}
