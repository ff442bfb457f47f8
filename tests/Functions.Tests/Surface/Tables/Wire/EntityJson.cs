using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>An entity as OData JSON. Types that JSON has no word for carry theirs beside them.</summary>
static class EntityJson
{
    const string TypeOf = "@odata.type";

    public static string Write(TableEntity entity)
    {
        using var stream = new MemoryStream();
        // The package's writer escapes likewise: quotes within text as \u0022, everything beyond ASCII.
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in (IEnumerable<KeyValuePair<string, object>>)entity)
                if (value is not null && name is not ("odata.etag" or "Timestamp")) Write(writer, name, value);
            writer.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    public static TableEntity ReadOne(BinaryData json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(document.RootElement);
    }

    public static IReadOnlyList<TableEntity> ReadMany(BinaryData json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("value").EnumerateArray().Select(Read)];
    }

    static void Write(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text: writer.WriteString(name, text); break;
            case bool flag: writer.WriteBoolean(name, flag); break;
            case int number: writer.WriteNumber(name, number); break;
            case long number:
                writer.WriteString(name + TypeOf, "Edm.Int64");
                writer.WriteString(name, number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                writer.WriteString(name + TypeOf, "Edm.DateTime");
                writer.WriteString(name, moment.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
                break;
            default: throw new NotSupportedException($"{name} is {value.GetType().Name}.");
        }
    }

    static TableEntity Read(JsonElement row)
    {
        var entity = new TableEntity();
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name == "odata.etag") entity.ETag = new(property.Value.GetString()!);
            if (property.Name.StartsWith("odata.", StringComparison.Ordinal) || property.Name.EndsWith(TypeOf, StringComparison.Ordinal)) continue;
            var type = row.TryGetProperty(property.Name + TypeOf, out var named) ? named.GetString() : property.Name == "Timestamp" ? "Edm.DateTime" : null;
            if (Value(property.Value, type) is { } value) entity[property.Name] = value;
        }
        return entity;
    }

    static object? Value(JsonElement value, string? type) => (type, value.ValueKind) switch
    {
        ("Edm.Int64", _) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.DateTime", _) => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        (_, JsonValueKind.String) => value.GetString(),
        (_, JsonValueKind.Number) => value.GetInt32(),
        (_, JsonValueKind.True) => true,
        (_, JsonValueKind.False) => false,
        (_, JsonValueKind.Null) => null,
        _ => throw new NotSupportedException($"{type} {value.ValueKind}"),
    };
}
