using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>Two gaps of the serializer, closed: nullable annotations do not reach inside lists and maps, and an
/// immutable array that was never set cannot be written.</summary>
static class Holes
{
    /// <summary>Begins a complaint that ends with the hole's place: by then the serializer's own path is at
    /// the end of the list or map.</summary>
    public const string Mark = "null at ";

    public static readonly DefaultJsonTypeInfoResolver Closed = new() { Modifiers = { RefuseNullItems, LeaveOutUnsetArrays } };

    static void RefuseNullItems(JsonTypeInfo type)
    {
        if (type.Kind is not (JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)) return;
        type.OnDeserialized = read =>
        {
            var place = 0;
            if (read is IDictionary map)
            {
                foreach (DictionaryEntry entry in map)
                    if (entry.Value is null) throw new JsonException(Mark + entry.Key);
            }
            else
                foreach (var item in (IEnumerable)read)
                    if (item is null) throw new JsonException(Mark + place.ToString(CultureInfo.InvariantCulture));
                    else place++;
        };
    }

    static void LeaveOutUnsetArrays(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object) return;
        foreach (var property in type.Properties)
            if (property.PropertyType is { IsGenericType: true } array && array.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
            {
                var unset = Activator.CreateInstance(array);
                property.ShouldSerialize = (_, value) => !Equals(value, unset);
            }
    }
}
