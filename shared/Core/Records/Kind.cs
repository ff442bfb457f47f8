using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AesthetixWorkflows.Core.Records;

/// <summary>A kind of record: its stored name, id prefix, JSON shape and the ways it can be looked up besides its id.</summary>
/// <remarks>Both stores keep records the same way: practice + kind + id → JSON with a revision, and lookup rows
/// practice + kind + index + value → id. Ids are ULIDs, so id order is order of creation.</remarks>
public sealed record Kind<T>(string Name, string Prefix, JsonTypeInfo<T> Json, Func<T, IEnumerable<Lookup>> Lookups) where T : class
{
    public string Write(T body) => JsonSerializer.Serialize(body, Json);
    public T Read(string json) => JsonSerializer.Deserialize(json, Json) ?? throw new JsonException($"A {Name} is null.");
}

/// <summary>One way to find a record. A unique lookup refuses a second record with the same value.</summary>
public readonly record struct Lookup(string Index, string Value, bool Unique = false);

/// <summary>A record as stored; <paramref name="Revision"/> counts its writes from 1 and is its ETag.</summary>
public sealed record Stored<T>(string Id, long Revision, T Body) where T : class;
