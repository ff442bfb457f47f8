namespace AesthetixWorkflows.Core.Conditions;

/// <summary>The dotted name of a field.</summary>
public static class FieldName
{
    /// <summary>The name itself, of one that was written as a merge field: <c>{{contact.city}}</c> is <c>contact.city</c>.</summary>
    public static string Bare(string field)
    {
        var text = field.AsSpan().Trim();
        return text.Length > 4 && text.StartsWith("{{") && text.EndsWith("}}") ? text[2..^2].Trim().ToString() : field;
    }

    /// <summary>Segments of letters, digits, <c>_</c> and <c>-</c>, joined by dots.</summary>
    public static bool IsValid(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || name[0] == '.' || name[^1] == '.' || name.Contains("..", StringComparison.Ordinal))
            return false;
        foreach (var letter in name)
            if (!char.IsLetterOrDigit(letter) && letter is not ('.' or '_' or '-'))
                return false;
        return true;
    }
}
