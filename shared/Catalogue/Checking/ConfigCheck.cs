using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AesthetixWorkflows.Core.Calendars;
using AesthetixWorkflows.Core.Identity;
using AesthetixWorkflows.Catalogue.Contacts;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Lint;

namespace AesthetixWorkflows.Catalogue.Checking;

/// <summary>Checks a config against the fields of its form. Driven by the descriptors alone: a new action needs no code here.</summary>
/// <remarks>A value with merge fields is judged only by its length: what it will be is known when it is sent.</remarks>
public static class ConfigCheck
{
    public static IEnumerable<ConfigProblem> Run(IReadOnlyList<Field> fields, JsonElement config)
    {
        foreach (var field in fields)
        {
            var pointer = ConfigFields.Pointer(field);
            if (ConfigFields.Value(field, config) is not { } value)
            {
                if (!field.Required || IsReplaced(field, fields, config)) continue;
                yield return field.Name == "purpose"
                    ? new(LintCodes.NoPurpose, pointer, "must say what it is for: care or marketing.")
                    : new(LintCodes.MissingConfig, pointer, $"needs “{field.Label}”.");
            }
            else
                foreach (var problem in Value(field, value, pointer)) yield return problem;
        }
        foreach (var problem in Unknown(fields, config, "", "")) yield return problem;
    }

    static bool IsReplaced(Field field, IReadOnlyList<Field> fields, JsonElement config) =>
        fields.FirstOrDefault(other => other.Name == field.Unless) is { } other && ConfigFields.Value(other, config) is not null;

    static IEnumerable<ConfigProblem> Rows(Field field, JsonElement value, string pointer) =>
        value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().SelectMany((row, at) => row.ValueKind == JsonValueKind.Object
                ? Run(field.Columns ?? [], row).Select(problem => problem with { Pointer = JsonPointer.Below(pointer, at) + problem.Pointer })
                : [Wrong(field, JsonPointer.Below(pointer, at), "a row of fields")])
                .Concat(field.Required && value.GetArrayLength() == 0 ? [new ConfigProblem(LintCodes.MissingConfig, pointer, $"needs “{field.Label}”.")] : [])
            : [Wrong(field, pointer, "a list of rows")];

    static IEnumerable<ConfigProblem> Unknown(IReadOnlyList<Field> fields, JsonElement config, string prefix, string pointer)
    {
        if (config.ValueKind != JsonValueKind.Object) yield break;
        foreach (var property in config.EnumerateObject())
        {
            var name = prefix + property.Name;
            if (fields.Any(field => field.Name == name)) continue;
            var below = JsonPointer.Below(pointer, property.Name);
            if (fields.Any(field => field.Name.StartsWith(name + ".", StringComparison.Ordinal)))
            {
                if (property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null)) yield return new(LintCodes.WrongKind, below, $"needs a group of settings for “{name}”.");
                foreach (var problem in Unknown(fields, property.Value, name + ".", below)) yield return problem;
            }
            else yield return new(LintCodes.UnknownConfig, below, $"has no field “{name}”; it is ignored.{Nearest.Hint(name, fields.Select(field => field.Name))}");
        }
    }

    static IEnumerable<ConfigProblem> Value(Field field, JsonElement value, string pointer)
    {
        switch (field.Kind)
        {
            case FieldKind.Number:
                return Number(field, value, pointer);
            case FieldKind.Flag:
                return value.ValueKind is JsonValueKind.True or JsonValueKind.False ? [] : [Wrong(field, pointer, "yes or no (true or false)")];
            case FieldKind.ManyChoices or FieldKind.ManyReferences:
                return value.ValueKind == JsonValueKind.Array
                    ? value.EnumerateArray().SelectMany((item, at) => Text(field, item, JsonPointer.Below(pointer, at)))
                        .Concat(field.Required && value.GetArrayLength() == 0 ? [new ConfigProblem(LintCodes.MissingConfig, pointer, $"needs “{field.Label}”.")] : [])
                    : [Wrong(field, pointer, "a list")];
            case FieldKind.Map:
                return value.ValueKind == JsonValueKind.Object
                    ? value.EnumerateObject().Where(property => property.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                        .Select(property => Wrong(field, JsonPointer.Below(pointer, property.Name), "a simple value for each name"))
                    : [Wrong(field, pointer, "names and values")];
            case FieldKind.Rows:
                return Rows(field, value, pointer);
            case FieldKind.FieldValues:
                return FieldValues(field, value, pointer);
            case FieldKind.Condition:
                return value.ValueKind == JsonValueKind.Object ? [] : [Wrong(field, pointer, "a condition")];
            default:
                return Text(field, value, pointer);
        }
    }

    static IEnumerable<ConfigProblem> Number(Field field, JsonElement value, string pointer)
    {
        decimal number;
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!;
            if (field.Merge && HasMerge(text)) yield break;
            if (!decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out number))
            {
                yield return Wrong(field, pointer, "a number");
                yield break;
            }
        }
        else if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out number))
        {
            yield return Wrong(field, pointer, "a number");
            yield break;
        }
        if (number < field.Min || number > field.Max)
            yield return new(LintCodes.ConfigOutOfRange, pointer, string.Create(CultureInfo.InvariantCulture, $"allows {field.Min} to {field.Max} for “{field.Label}”, not {number}."));
    }

    static IEnumerable<ConfigProblem> FieldValues(Field field, JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            yield return Wrong(field, pointer, "fields and their values");
            yield break;
        }
        if (field.Required && !value.EnumerateObject().Any()) yield return new(LintCodes.MissingConfig, pointer, $"needs “{field.Label}”.");
        foreach (var property in value.EnumerateObject().Where(property => !ContactFields.Knows(property.Name)))
            yield return new(LintCodes.UnknownOption, JsonPointer.Below(pointer, property.Name),
                $"sets “{property.Name}”, which is no field of a contact.{Nearest.Hint(property.Name, ContactFields.Names)} The practice's own fields begin with “fields.”.");
    }

    static IEnumerable<ConfigProblem> Text(Field field, JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            yield return Wrong(field, pointer, "a text");
            yield break;
        }
        var text = value.GetString()!;
        if (text.Length > field.MaxLength)
            yield return new(LintCodes.ConfigTooLong, pointer, string.Create(CultureInfo.InvariantCulture, $"has {text.Length} characters in “{field.Label}”; {field.MaxLength} are allowed."));
        if (field.Merge && HasMerge(text)) yield break;
        if (field.Options is { } options && options.All(option => option.Value != text))
            yield return new(LintCodes.UnknownOption, pointer, $"allows {string.Join(", ", options.Select(option => option.Value))} for “{field.Label}”, not “{text}”.");
        if (Expected(field.Kind, text) is { } expected) yield return Wrong(field, pointer, expected);
    }

    /// <summary>What the text should have been; null when it is that.</summary>
    static string? Expected(FieldKind kind, string text) => kind switch
    {
        FieldKind.Duration when !IsDuration(text) => "a length of time such as PT2H or P1D",
        FieldKind.Date when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "a date such as 2026-12-24",
        FieldKind.Instant when !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "a date with time such as 2026-12-24T09:00:00+01:00",
        FieldKind.Url when !(Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") => "an address that begins with https://",
        FieldKind.Email when EmailAddress.Normalize(text) is null => "an email address",
        FieldKind.Phone when PhoneNumber.Normalize(text) is null => "a phone number such as +1 555 010 2030",
        _ => null,
    };

    static bool IsDuration(string text) => Durations.TryParse(text, out var duration) && !duration.IsNegative;

    static bool HasMerge(string text) => text.Contains("{{", StringComparison.Ordinal);

    static ConfigProblem Wrong(Field field, string pointer, string expected) => new(LintCodes.WrongKind, pointer, $"needs {expected} for “{field.Label}”.");
}
