using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>Two gaps of the serializer, closed: nullable annotations do not reach inside lists and maps, and an
/// immutable array that was never set cannot be written.</summary>
static class Holes
{
    public static readonly DefaultJsonTypeInfoResolver Closed = new() { Modifiers = { RefuseNullItems, LeaveOutUnsetArrays } };

    static void RefuseNullItems(JsonTypeInfo type)
    {
        if (type.Kind is not (JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)) return;
        type.OnDeserialized = read =>
        {
            var items = read is IDictionary map ? map.Values : (IEnumerable)read;
            foreach (var item in items)
                if (item is null) throw new JsonException();
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
