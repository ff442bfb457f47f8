using System.Text.Json;
using System.Text.Json.Serialization;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Api.Bodies;

/// <summary>Writes a stored record flat: its id, then its own fields. The revision goes out as the ETag.</summary>
sealed class StoredConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Stored<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(StoredConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
}

sealed class StoredConverter<T> : JsonConverter<Stored<T>> where T : class
{
    public override Stored<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Stored records are only written.");

    public override void Write(Utf8JsonWriter writer, Stored<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("id", value.Id);
        foreach (var property in JsonSerializer.SerializeToElement(value.Body, options).EnumerateObject()) property.WriteTo(writer);
        writer.WriteEndObject();
    }
}
